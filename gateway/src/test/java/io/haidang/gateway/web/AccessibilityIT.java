package io.haidang.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.web.testing.Axe;
import io.haidang.gateway.web.testing.Chromium;
import io.haidang.gateway.web.testing.RunningDesk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/**
 * What axe-core finds on every main page, in light and dark: nothing that hinders people, which axe
 * calls serious or critical. By the rules of WCAG 2.2, levels A and AA.
 */
class AccessibilityIT {

  @TempDir private Path downloads;

  @BeforeEach
  void requireBrowserAndAxe() {
    if (System.getenv("CI") == null) {
      Assumptions.assumeTrue(Chromium.isInstalled(), "Debian's chromium is not installed");
      Assumptions.assumeTrue(Axe.isInstalled(), "npm ci in gateway/src/test/clients was not run");
    }
    assertThat(Axe.isInstalled()).as("axe-core in gateway/src/test/clients").isTrue();
  }

  @Test
  void pages_lightAndDark_hinderNobody() {
    List<String> found = new ArrayList<>();
    try (RunningDesk desk = RunningDesk.start();
        Chromium browser = Chromium.open(desk.address(), downloads, "vi")) {
      look(browser, "/sign-in", found);
      browser.signIn("hoa");
      submit(browser);
      List.of(
              "/drafts",
              "/drafts/new",
              "/stories",
              "/stories/new",
              "/library",
              "/errors",
              "/account")
          .forEach(path -> look(browser, path, found));
      review(browser, found);
      browser.signInAs("mai");
      List.of(
              "/glossary",
              "/glossary/new",
              "/glossary/proposals",
              "/glossary/releases",
              "/glossary/import",
              "/glossary/campaigns")
          .forEach(path -> look(browser, path, found));
      open(browser, "/glossary", ".names th a", found);
      browser.signInAs("son");
      look(browser, "/reports", found);
      List.of("/accounts", "/keys", "/keys/use", "/webhooks")
          .forEach(path -> look(browser, path, found));
      open(browser, "/accounts", "tbody th a", found);
      assertThat(Axe.hindrances(withPictureThatSaysNothing(browser))).hasSize(1);
    }

    assertThat(found).isEmpty();
  }

  /** The proof that what hinders people is found. */
  private static Chromium withPictureThatSaysNothing(Chromium browser) {
    browser
        .driver()
        .executeScript(
            "const picture = document.createElement('img'); picture.src = '/assets/logo.svg';"
                + " document.getElementById('main').append(picture);");
    return browser;
  }

  private static void submit(Chromium author) {
    author.go("/drafts/new");
    author.type("#title", "Tiếp khách");
    author.type(
        "#content", "Sở Ngoại vụ đón 12 vị khách. Các đại biểu đã thăm Cảng nước sâu Lạch Huyện.");
    author.click("main form button.primary");
    author.await("#drafts:not([hx-get]) .state.in-review");
  }

  private static void review(Chromium reviewer, List<String> found) {
    look(reviewer, "/queue", found);
    reviewer.driver().findElement(By.partialLinkText("Tiếp khách")).click();
    reviewer.await("#text-0");
    String workbench = path(reviewer);
    look(reviewer, workbench, found);
    look(reviewer, workbench + "/summary", found);
    look(reviewer, workbench + "/history", found);
    look(reviewer, workbench + "/comments", found);
    open(reviewer, workbench, "a[href^='/stories/']", found);
    look(reviewer, path(reviewer) + "/facts", found);
  }

  private static void open(Chromium browser, String path, String link, List<String> found) {
    browser.go(path);
    String next = browser.find(link).getDomAttribute("href");
    look(browser, String.valueOf(next), found);
  }

  private static String path(Chromium browser) {
    String url = String.valueOf(browser.driver().getCurrentUrl());
    return url.replaceFirst("^https?://[^/]+", "").replaceFirst("[?#].*", "");
  }

  private static void look(Chromium browser, String path, List<String> found) {
    for (String scheme : List.of("light", "dark")) {
      browser.emulateColors(scheme);
      browser.go(path);
      Axe.hindrances(browser).forEach(line -> found.add(path + " (" + scheme + "): " + line));
    }
  }
}
