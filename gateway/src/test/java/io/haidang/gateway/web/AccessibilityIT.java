package io.haidang.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.web.testing.Axe;
import io.haidang.gateway.web.testing.Chromium;
import io.haidang.gateway.web.testing.NeedsChromium;
import io.haidang.gateway.web.testing.RunningDesk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * What axe-core finds on every page, in light and dark: nothing that hinders people, which axe
 * calls serious or critical. By the rules of WCAG 2.2, levels A and AA. On a phone nothing sticks
 * out to the right, which axe does not see.
 */
@ExtendWith(NeedsChromium.class)
class AccessibilityIT {

  /** Pixels of a narrow screen. */
  private static final int PHONE = 390;

  @TempDir private Path downloads;

  @BeforeEach
  void requireAxe() {
    if (System.getenv("CI") == null) {
      Assumptions.assumeTrue(Axe.isInstalled(), "npm ci in gateway/src/test/clients was not run");
    }
    assertThat(Axe.isInstalled()).as("axe-core in gateway/src/test/clients").isTrue();
  }

  @Test
  void pages_lightAndDark_hinderNobody() {
    List<String> found = new ArrayList<>();
    try (RunningDesk desk = RunningDesk.start();
        Chromium browser = Chromium.open(desk.address(), downloads, "vi")) {
      MainPages.walk(desk, browser, (name, path) -> look(browser, path, found));
      assertThat(Axe.hindrances(withPictureThatSaysNothing(browser))).hasSize(1);
    }

    assertThat(found).isEmpty();
  }

  @Test
  void setup_lightAndDark_hindersNobody() {
    List<String> found = new ArrayList<>();
    try (RunningDesk desk = RunningDesk.unclaimed();
        Chromium browser = Chromium.open(desk.address(), downloads, "vi")) {
      look(browser, MainPages.setup(desk), found);
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

  private static void look(Chromium browser, String path, List<String> found) {
    for (String scheme : List.of("light", "dark")) {
      browser.emulateColors(scheme);
      browser.go(path);
      Axe.hindrances(browser).forEach(line -> found.add(path + " (" + scheme + "): " + line));
    }
    if (browser.has(".failure") != path.equals(DeskPages.NO_PAGE)) {
      found.add(path + ": " + browser.find("h1").getText());
    }
    browser.resize(PHONE, 844);
    if (browser.pageWidth() > PHONE) {
      found.add(path + ": " + browser.pageWidth() + " px wide on a phone");
    }
    browser.resize(1366, 768);
  }
}
