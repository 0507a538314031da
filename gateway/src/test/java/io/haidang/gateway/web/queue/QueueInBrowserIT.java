package io.haidang.gateway.web.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.web.testing.Chromium;
import io.haidang.gateway.web.testing.NeedsChromium;
import io.haidang.gateway.web.testing.RunningDesk;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** Two reviewers in real browsers: who has a text in hand is seen, and changes hands. */
@ExtendWith(NeedsChromium.class)
class QueueInBrowserIT {

  @TempDir private Path downloads;

  @Test
  void text_takenWithOneClick_isSeenAndGivenBack() {
    try (RunningDesk desk = RunningDesk.start();
        Chromium minh = Chromium.open(desk.address(), downloads, "vi");
        Chromium hoa = Chromium.open(desk.address(), downloads, "vi")) {
      minh.signIn("lan");
      minh.go("/drafts/new");
      minh.type("#title", "Tiếp khách");
      minh.type("#content", "Sở Ngoại vụ đón 12 vị khách.");
      minh.click("main form button.primary");
      minh.await("#drafts:not([hx-trigger*=every]) .state.in-review");
      minh.signInAs("minh");
      hoa.signIn("hoa");

      minh.go("/queue");
      minh.click(".queue-head button");
      minh.await(".claim.own");
      hoa.go("/queue");
      hoa.awaitText(".held", "Trần Quang Minh");
      hoa.driver().findElement(By.partialLinkText("Tiếp khách")).click();
      hoa.awaitText(".claim", "Trần Quang Minh");

      minh.click(".claim.own button");
      minh.awaitText(".claim", "Chưa ai nhận");
      hoa.driver().navigate().refresh();
      hoa.awaitText(".claim", "Chưa ai nhận");
      hoa.click(".claim button");
      hoa.await(".claim.own");

      assertThat(minh.complaints()).isEmpty();
      assertThat(hoa.complaints()).isEmpty();
    }
  }
}
