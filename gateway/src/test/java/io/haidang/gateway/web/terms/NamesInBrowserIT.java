package io.haidang.gateway.web.terms;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.web.testing.Chromium;
import io.haidang.gateway.web.testing.NeedsChromium;
import io.haidang.gateway.web.testing.RunningDesk;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** A new official name, from the form to the next draft, in three people's browsers. */
@ExtendWith(NeedsChromium.class)
class NamesInBrowserIT {

  @TempDir private Path downloads;

  @Test
  void name_proposedAndApprovedByAnother_isUsedInTheNextDraft() {
    try (RunningDesk desk = RunningDesk.start();
        Chromium mai = Chromium.open(desk.address(), downloads, "vi");
        Chromium nam = Chromium.open(desk.address(), downloads, "vi");
        Chromium hoa = Chromium.open(desk.address(), downloads, "vi")) {
      mai.signIn("mai");
      nam.signIn("nam");
      hoa.signIn("hoa");

      propose(mai);
      approve(nam);
      submit(hoa);
      openPanelByKeyboard(hoa);

      for (Chromium browser : List.of(mai, nam, hoa)) {
        assertThat(browser.complaints()).isEmpty();
      }
    }
  }

  /** The row for a forbidden wording is added by the script, which leads to it. */
  private static void propose(Chromium mai) {
    mai.go("/glossary/new");
    mai.type("#text-0", "Trạm Hải đăng Long Châu");
    mai.type("#text-1", "Long Chau Lighthouse Station");
    mai.click("button[name=add]");
    mai.await("#text-2");
    assertThat(mai.driver().switchTo().activeElement().getDomAttribute("id"))
        .isEqualTo("language-2");
    assertThat(mai.find("#text-1").getDomProperty("value"))
        .isEqualTo("Long Chau Lighthouse Station");
    mai.driver().switchTo().activeElement().sendKeys("en", Keys.TAB, "Long Chau Light");
    mai.find("#status-2").sendKeys("không dùng");
    mai.find("#text-0").sendKeys(Keys.ENTER);
    mai.await(".notice.done");
    mai.go("/glossary/proposals");
    assertThat(mai.await(".own").getText()).contains("phải có người khác duyệt");
  }

  private static void approve(Chromium nam) {
    nam.go("/glossary/proposals");
    assertThat(nam.find("nav .count").getText()).isEqualTo("1");
    nam.click("input[name=proposal]");
    nam.type("#comment", "Đã đối chiếu.");
    nam.click("button[value=approve]");
    assertThat(nam.await(".notice.done").getText()).contains("bản phát hành 2");
  }

  private static void submit(Chromium hoa) {
    hoa.go("/drafts/new");
    hoa.type("#title", "Về hải đăng");
    hoa.type("#content", "Trạm Hải đăng Long Châu đón 12 vị khách.");
    hoa.click("main form button.primary");
    hoa.await("#drafts:not([hx-trigger*=every]) .state.in-review");
    hoa.click("#drafts tbody a");
    assertThat(hoa.await("#text-0").getDomProperty("value"))
        .contains("Long Chau Lighthouse Station");
  }

  private static void openPanelByKeyboard(Chromium hoa) {
    hoa.find("#segment-0 .source a.official").sendKeys(Keys.ENTER);
    assertThat(hoa.await("#term-panel").getText())
        .contains("Long Chau Lighthouse Station")
        .contains("Long Chau Light")
        .contains("Bản 2");
    hoa.driver().switchTo().activeElement().sendKeys(Keys.ESCAPE);
    assertThat(hoa.find("#term-panel").isDisplayed()).isFalse();
    assertThat(hoa.driver().switchTo().activeElement().getDomAttribute("class"))
        .contains("official");
    hoa.find("#segment-0 .source a.official").sendKeys(Keys.ENTER);
    hoa.await("#term-panel a.button").click();
    assertThat(hoa.await("h1").getText()).isEqualTo("Trạm Hải đăng Long Châu");
    assertThat(hoa.await(".uses").getText()).contains("Về hải đăng");
  }
}
