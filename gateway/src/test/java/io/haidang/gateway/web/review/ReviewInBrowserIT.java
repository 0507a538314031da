package io.haidang.gateway.web.review;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.haidang.gateway.web.testing.Chromium;
import io.haidang.gateway.web.testing.NeedsChromium;
import io.haidang.gateway.web.testing.RunningDesk;
import io.haidang.gateway.web.testing.WebClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/**
 * The whole way of a draft in two people's browsers, and nothing that a page asks for comes from
 * elsewhere.
 */
@ExtendWith(NeedsChromium.class)
class ReviewInBrowserIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir private Path downloads;

  @Test
  void draft_submittedEditedAndApprovedByAnother_isDownloaded() throws IOException {
    try (RunningDesk desk = RunningDesk.start();
        Chromium author = Chromium.open(desk.address(), downloads, "vi");
        Chromium reviewer = Chromium.open(desk.address(), downloads, "vi")) {
      author.signIn("hoa");
      reviewer.signIn("minh");
      submit(author);
      open(author);
      assertThat(author.await("#why-not").getText()).contains("người khác duyệt");
      open(reviewer);

      editWithKeys(reviewer);
      collide(author, reviewer);
      approve(reviewer);
      download(reviewer);

      assertThat(author.complaints()).allMatch(ReviewInBrowserIT::isTheStaleEdit);
      assertThat(reviewer.complaints()).isEmpty();
    }
  }

  /**
   * Reads a press text of thirty sentences, mends two of them, confirms all and approves, without a
   * mouse; prints how many strokes that takes beside the letters of the two texts.
   */
  @Test
  void pressText_readMendedConfirmedAndApproved_takesOneStrokeASegment() {
    try (RunningDesk desk = RunningDesk.start();
        Chromium reviewer = Chromium.open(desk.address(), downloads, "vi")) {
      WebClient.of(desk, "hoa")
          .translated(
              Map.of("title", "Xúc tiến", "content", String.join("\n", PressText.SENTENCES)));
      reviewer.signIn("minh");
      reviewer.go("/queue");
      Keyboard keyboard = new Keyboard(reviewer);

      keyboard.press("body", Keys.ALT, "n");
      reviewer.await("#text-0");
      keyboard.press("body", Keys.CONTROL, Keys.ARROW_DOWN);
      for (int i = 0; i < PressText.SENTENCES.size(); i++) {
        String field = "#text-" + i;
        assertThat(reviewer.driver().switchTo().activeElement().getDomAttribute("id"))
            .isEqualTo(field.substring(1));
        if (PressText.MENDED.containsKey(i)) {
          keyboard.press(field, Keys.CONTROL, "a");
          reviewer.find(field).sendKeys(PressText.MENDED.get(i));
        }
        keyboard.press(field, Keys.CONTROL, Keys.ENTER);
      }
      keyboard.press("body", Keys.ALT, Keys.ENTER);
      reviewer.await(".decision[open] button:focus");
      keyboard.press(".decision[open] button", Keys.ENTER);
      reviewer.await(".state.approved");

      System.out.printf("30 sentences reviewed with %d strokes and no click%n", keyboard.strokes);
      assertThat(keyboard.strokes).isEqualTo(1 + 1 + 30 + 2 + 2);
    }
  }

  /** The same text, most of which the desk has approved before, in a third of the strokes. */
  @Test
  void pressText_mostlyApprovedBefore_takesAThirdOfTheStrokes() {
    try (RunningDesk desk = RunningDesk.start();
        Chromium reviewer = Chromium.open(desk.address(), downloads, "vi")) {
      WebClient hoa = WebClient.of(desk, "hoa");
      List<String> known =
          PressText.SENTENCES.stream()
              .filter(each -> !PressText.MENDED.containsKey(PressText.SENTENCES.indexOf(each)))
              .toList();
      approveAsItIs(desk, hoa.translated(Map.of("content", String.join("\n", known))));
      String text = String.join("\n", PressText.SENTENCES);
      String target = hoa.translated(Map.of("title", "Xúc tiến", "content", text));
      reviewer.signIn("minh");
      reviewer.go("/queue");
      Keyboard keyboard = new Keyboard(reviewer);

      keyboard.press("body", Keys.ALT, "n");
      reviewer.await("#text-0");
      keyboard.press("body", Keys.ALT, Keys.SHIFT, Keys.ENTER);
      reviewer.await(".notice.done");
      keyboard.press("body", Keys.CONTROL, Keys.SHIFT, Keys.ENTER);
      for (Map.Entry<Integer, String> each : new TreeMap<>(PressText.MENDED).entrySet()) {
        String field = "#text-" + each.getKey();
        assertThat(reviewer.driver().switchTo().activeElement().getDomAttribute("id"))
            .isEqualTo(field.substring(1));
        keyboard.press(field, Keys.CONTROL, "a");
        reviewer.find(field).sendKeys(each.getValue());
        keyboard.press(field, Keys.CONTROL, Keys.SHIFT, Keys.ENTER);
      }
      keyboard.press("body", Keys.ALT, Keys.ENTER);
      reviewer.await(".decision[open] button:focus");
      keyboard.press(".decision[open] button", Keys.ENTER);
      reviewer.await(".state.approved");

      System.out.printf("28 of 30 sentences known: %d strokes and no click%n", keyboard.strokes);
      assertThat(keyboard.strokes).isEqualTo(1 + 1 + 1 + 2 * 2 + 2);
      assertThat(Jsoup.parse(hoa.get(target).body()).select(".segment:not(.confirmed, .edited)"))
          .isEmpty();
    }
  }

  private static void approveAsItIs(RunningDesk desk, String target) {
    WebClient minh = WebClient.of(desk, "minh");
    Element form =
        Jsoup.parse(minh.get(target).body())
            .expectFirst("form:has([name=decision][value=approve])");
    Map<String, String> decision =
        Map.of(
            "token",
            minh.token(target),
            "decision",
            "approve",
            "version",
            form.expectFirst("[name=version]").attr("value"),
            "comment",
            "Đã đọc.");
    assertThat(minh.post(form.attr("action"), decision).statusCode()).isEqualTo(303);
  }

  /** What is typed shows in its cue at once; a cue leads to its segment. */
  @Test
  void subtitles_typed_showOnTheTimeLine() {
    String file =
        """
        1
        00:00:01,000 --> 00:00:04,000
        Xin chào.

        2
        00:00:05,000 --> 00:00:09,000
        Hội nghị bắt đầu.
        """;
    try (RunningDesk desk = RunningDesk.start();
        Chromium reviewer = Chromium.open(desk.address(), downloads, "vi")) {
      String target =
          WebClient.of(desk, "hoa")
              .translated(Map.of("title", "Phim"), "phim.srt", file.getBytes(UTF_8));
      reviewer.signIn("minh");
      reviewer.go(target);

      reviewer.await(".drawn .cue[data-number='2'] a").click();
      assertThat(reviewer.driver().switchTo().activeElement().getDomAttribute("id"))
          .isEqualTo("text-1");
      assertThat(reviewer.find("#text-1").getRect().getY())
          .isGreaterThan(reviewer.find(".stage").getRect().getY());
      reviewer.find("#text-1").sendKeys(Keys.chord(Keys.CONTROL, "a"));
      reviewer.find("#text-1").sendKeys("The conference begins and goes on and on".repeat(4));

      reviewer.awaitText(".cue[data-number='2'] .shown", "and goes on");
      reviewer.await(".cue.too-fast[data-number='2'].now");
      assertThat(reviewer.has(".cue.too-fast[data-number='1']")).isFalse();
      assertThat(reviewer.complaints()).isEmpty();
    }
  }

  /** Counts chords; letters of a text are typed past it. */
  private static final class Keyboard {

    private final Chromium browser;
    private int strokes;

    Keyboard(Chromium browser) {
      this.browser = browser;
    }

    void press(String css, CharSequence... chord) {
      browser.find(css).sendKeys(Keys.chord(chord));
      strokes++;
    }
  }

  private static void submit(Chromium author) {
    author.go("/drafts/new");
    author.type("#title", "<script>document.title='executed'</script>");
    author.type(
        "#content", "Sở Ngoại vụ đón 12 vị khách. Các đại biểu đã thăm Cảng nước sâu Lạch Huyện.");
    author.click("main form button.primary");
    author.await(".notice.done");
    author.await("#drafts:not([hx-trigger*=every]) .state.in-review");
    assertThat(author.driver().getTitle()).doesNotContain("executed");
  }

  private static void open(Chromium browser) {
    browser.go("/queue");
    browser.driver().findElement(By.partialLinkText("executed")).click();
    browser.await("#text-0");
  }

  /**
   * Replaces the text, sees its length and its number's counterpart while typing, saves with
   * Ctrl+Enter, and stands in the next segment.
   */
  private static void editWithKeys(Chromium reviewer) {
    reviewer.type("#text-0", "The Department of Foreign Affairs welcomed 12 guests.");
    reviewer.awaitText("#segment-0 .length", "53 ký tự");
    assertThat(reviewer.has("#segment-0 .figure.shown, #segment-0 .figure.alone")).isFalse();
    reviewer.driver().executeScript("document.getElementById('text-0').setSelectionRange(44, 44)");
    assertThat(reviewer.await("#segment-0 .source .figure.shown").getText()).isEqualTo("12");
    reviewer.find("#text-0").sendKeys("3");
    assertThat(reviewer.await("#segment-0 .source .figure.alone").getText()).isEqualTo("12");
    reviewer.find("#text-0").sendKeys(Keys.BACK_SPACE);
    reviewer.find("#text-0").sendKeys(Keys.chord(Keys.CONTROL, Keys.ENTER));
    reviewer.await("#segment-0.edited");
    assertThat(reviewer.driver().switchTo().activeElement().getDomAttribute("id"))
        .isEqualTo("text-1");
    assertThat(reviewer.find("#status").getDomProperty("textContent")).contains("Đã lưu đoạn 1");
    assertThat(reviewer.find("#bar").getText()).contains("đã xem 1/2 đoạn");
  }

  /** The author still has the first version open; saving it shows what the reviewer saved. */
  private static void collide(Chromium author, Chromium reviewer) {
    author.type("#text-0", "The Department of Foreign Affairs hosted 12 guests.");
    author.click("#segment-0 form button");
    author.awaitText("#segment-0 .theirs", "welcomed 12 guests.");
    assertThat(author.find("#text-0").getDomProperty("value")).contains("hosted 12 guests.");
    open(reviewer);
    assertThat(reviewer.find("#text-0").getDomProperty("value")).contains("welcomed 12 guests.");
  }

  private static final String OPEN_ERROR = ".finding.error:not(.accepted)";

  /** The answer 409 is logged by the browser, as every answer above 399 is. */
  private static boolean isTheStaleEdit(String complaint) {
    return complaint.contains("/segments/0") && complaint.contains("409");
  }

  private static void approve(Chromium reviewer) {
    while (reviewer.has(OPEN_ERROR)) {
      int open = reviewer.driver().findElements(By.cssSelector(OPEN_ERROR)).size();
      reviewer.click(OPEN_ERROR + " .ignore summary");
      reviewer.type(OPEN_ERROR + " .ignore input[name=reason]", "Đã đối chiếu.");
      reviewer.click(OPEN_ERROR + " .ignore button");
      await()
          .atMost(PATIENCE)
          .until(() -> reviewer.driver().findElements(By.cssSelector(OPEN_ERROR)).size() < open);
    }
    reviewer.driver().findElement(By.cssSelector(".decision summary")).click();
    reviewer.type("#comment-approve", "Đã đối chiếu.");
    reviewer.click(".decision[open] form button");
    reviewer.await(".state.approved");
  }

  private void download(Chromium reviewer) throws IOException {
    reviewer.click(".bar-actions form[action$='/export'] button");
    Path file = downloads.resolve("script-document-title-executed-script.en.txt");
    await().atMost(PATIENCE).until(() -> Files.exists(file) && Files.size(file) > 0);
    assertThat(Files.readString(file))
        .startsWith("The Department of Foreign Affairs welcomed 12 guests.")
        .contains("Lach Huyen");
  }
}
