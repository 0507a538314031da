package io.haidang.gateway.web.story;

import io.haidang.gateway.web.testing.Chromium;
import java.util.Objects;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;

/** What an editor does with stories, in a browser. */
public final class StoryClient {

  static final String TITLE = "Cảng Hải Phòng đón lượng hàng kỷ lục";
  public static final String ARTICLE =
      TITLE
          + "\n\nNgày 2/3/2026, Ủy ban nhân dân thành phố Hải Phòng công bố sản lượng hàng hóa qua"
          + " cảng đạt 112 triệu tấn trong năm 2025.\n\nCảng đã đón 18.500 lượt tàu từ 40 quốc gia."
          + " Bến cảng số 3 tại Lạch Huyện được đưa vào sử dụng trong tháng 1.\n\nThành phố dự kiến"
          + " đầu tư 1.250 tỷ đồng cho hạ tầng cảng. Sở Ngoại vụ sẽ mời các hãng tàu đến khảo sát"
          + " vào tháng 5.";

  private final Chromium browser;

  StoryClient(Chromium browser) {
    this.browser = browser;
  }

  /** Begins the story and stands on its page. */
  void begin() {
    browser.go("/stories/new");
    browser.type("#content", ARTICLE);
    browser.click("main form button.primary");
    browser.await(".ask[open]");
  }

  /** Asks for forms in every language, and waits until the machine has made them. */
  void ask(String... forms) {
    for (String form : forms) {
      browser.click(".ask[open] input[value=" + form + "]");
    }
    browser.click(".ask[open] button.primary");
    awaitMachine();
  }

  void awaitMachine() {
    browser.await("#products:not([hx-trigger*=every]) .matrix");
  }

  /** Puts another figure in the article, in the form. */
  void revise(String from, String to) {
    browser.click(".part a.button");
    browser.await("#content");
    String text = Objects.requireNonNull(browser.find("#content").getDomProperty("value"));
    browser.type("#content", text.replace(from, to));
    browser.type("#note", "Số liệu mới");
    browser.click("main form button.primary");
    browser.await(".notice.stale");
  }

  /** Opens a product from the table. */
  void open(String form, String language) {
    browser.driver().findElement(cell(form, language)).click();
  }

  /** What the table says of a product. */
  String state(String form, String language) {
    return browser.driver().findElement(cell(form, language)).getText();
  }

  private static By cell(String form, String language) {
    return By.xpath(
        "//table[@class='matrix']//tr[th='"
            + form
            + "']/td[count(//table[@class='matrix']//th[.='"
            + language
            + "']/preceding-sibling::th)]//a");
  }

  void focus(String css) {
    ((JavascriptExecutor) browser.driver())
        .executeScript("document.querySelector(arguments[0]).focus({focusVisible:true})", css);
  }
}
