package io.haidang.gateway.web;

import io.haidang.gateway.web.testing.Chromium;
import java.util.List;
import org.openqa.selenium.By;

/** A walk past every main page of the desk, in the places of those who use it. */
final class MainPages {

  private final Chromium browser;
  private final Visitor visitor;

  private MainPages(Chromium browser, Visitor visitor) {
    this.browser = browser;
    this.visitor = visitor;
  }

  /** What is done at each page. */
  interface Visitor {

    /**
     * Looks at a page; somebody is signed in who may.
     *
     * @param name unique, fit for a file
     * @param path of the page, which the browser may or may not show yet
     */
    void at(String name, String path);
  }

  /** Walks; afterwards an administrator is signed in. */
  static void walk(Chromium browser, Visitor visitor) {
    new MainPages(browser, visitor).walk();
  }

  private void walk() {
    visitor.at("sign-in", "/sign-in");
    asAuthor();
    asReviewer();
    asTerminologist();
    asAdministrator();
  }

  private void asAuthor() {
    browser.signIn("lan");
    submit();
    visitor.at("drafts", "/drafts");
    visitor.at("submit", "/drafts/new");
    visitor.at("stories", "/stories");
    visitor.at("story-new", "/stories/new");
    visitor.at("library", "/library");
    visitor.at("errors", "/errors");
    visitor.at("account", "/account");
    visitor.at("inbox", "/inbox");
    visitor.at("inbox-settings", "/inbox/settings");
  }

  private void submit() {
    browser.go("/drafts/new");
    browser.type("#title", "Tiếp khách");
    browser.type(
        "#content",
        "Sở Ngoại vụ đón 12 vị khách. Các đại biểu đã thăm Cảng nước sâu Lạch Huyện. Bộ Giao thông"
            + " vận tải cùng dự buổi làm việc. Tổng vốn của 4 bến cảng là 1.234,5 tỷ đồng.");
    browser.click("main form button.primary");
    browser.await("#drafts:not([hx-trigger*=every]) .state.in-review");
  }

  private void asReviewer() {
    browser.signInAs("minh");
    visitor.at("queue", "/queue");
    browser.go("/queue");
    browser.driver().findElement(By.partialLinkText("Tiếp khách")).click();
    browser.await("#text-0");
    String workbench = path();
    visitor.at("workbench", workbench);
    visitor.at("work", workbench + "/work");
    visitor.at("summary", workbench + "/summary");
    visitor.at("history", workbench + "/history");
    visitor.at("comments", workbench + "/comments");
    visitor.at("text-quality", workbench + "/quality");
    visitor.at("approvals", "/approvals");
    visitor.at("quality", "/quality");
    visitor.at("samples", "/quality/samples");
    String story = follow("story", workbench, "a[href^='/stories/']");
    visitor.at("story-facts", story + "/facts");
    visitor.at("story-keeping", story + "/keeping");
  }

  private void asTerminologist() {
    browser.signInAs("mai");
    visitor.at("glossary", "/glossary");
    visitor.at("concept-new", "/glossary/new");
    visitor.at("proposals", "/glossary/proposals");
    visitor.at("releases", "/glossary/releases");
    visitor.at("import", "/glossary/import");
    visitor.at("campaigns", "/glossary/campaigns");
    follow("concept", "/glossary", ".names th a");
  }

  private void asAdministrator() {
    browser.signInAs("son");
    visitor.at("reports", "/reports");
    List.of("accounts", "offices", "keys", "webhooks", "letters", "engines", "retention")
        .forEach(name -> visitor.at(name, "/" + name));
    visitor.at("keys-use", "/keys/use");
    follow("account-of-others", "/accounts", "tbody th a");
  }

  /** Goes where a link of a page leads. */
  private String follow(String name, String from, String link) {
    browser.go(from);
    String path = String.valueOf(browser.find(link).getDomAttribute("href"));
    visitor.at(name, path);
    return path.replaceFirst("[?#].*", "");
  }

  private String path() {
    String url = String.valueOf(browser.driver().getCurrentUrl());
    return url.replaceFirst("^https?://[^/]+", "").replaceFirst("[?#].*", "");
  }
}
