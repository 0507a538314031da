package io.haidang.gateway.web.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.haidang.gateway.web.testing.Chromium;
import io.haidang.gateway.web.testing.NeedsChromium;
import io.haidang.gateway.web.testing.RunningDesk;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * Two people at one text in two browsers. The property {@code haidang.edit-minutes} has them go on
 * for so long; else each makes a few edits.
 */
@ExtendWith(NeedsChromium.class)
class TwoReviewersIT {

  private static final int SEGMENTS = 8;
  private static final int EDITS = 12;
  private static final long SEED = 20261201;

  /** The end of the text, not of the line that a long one is broken into. */
  private static final String AT_END = Keys.chord(Keys.CONTROL, Keys.END);

  @TempDir private Path downloads;

  @Test
  void edits_ofTwoAtRandom_areAllInTheText() throws Exception {
    try (RunningDesk desk = RunningDesk.start();
        Chromium one = Chromium.open(desk.address(), downloads, "vi");
        Chromium other = Chromium.open(desk.address(), downloads, "vi")) {
      one.signIn("hoa");
      other.signIn("minh");
      submit(one);
      List.of(one, other).forEach(TwoReviewersIT::open);

      Writer first = new Writer(one, "a", SEED);
      Writer second = new Writer(other, "b", SEED + 1);
      both(first, second);

      one.driver().navigate().refresh();
      String text = text(one);
      List<String> lost = new ArrayList<>(first.words);
      lost.addAll(second.words);
      int all = lost.size();
      lost.removeIf(word -> text.contains(" " + word + " "));
      System.out.printf(
          "edits %d, of which %d met somebody else's, lost %d%n",
          all, first.conflicts + second.conflicts, lost.size());
      assertThat(lost).isEmpty();
    }
  }

  @Test
  void typing_leftUnconfirmed_isThereAfterTheBrowserHasGoneAndBesideWhatOthersSaved() {
    try (RunningDesk desk = RunningDesk.start();
        Chromium one = Chromium.open(desk.address(), downloads, "vi")) {
      one.signIn("hoa");
      submit(one);
      open(one);
      one.find("#text-0").sendKeys(AT_END, " half a senten");
      one.await("#segment-0 .sync.kept");

      try (Chromium other = Chromium.open(desk.address(), downloads, "vi")) {
        other.signIn("hoa");
        open(other);
        assertThat(value(other, 0)).endsWith(" half a senten");
        assertThat(other.has("#segment-0.machine.dirty")).isTrue();

        other.signInAs("minh");
        open(other);
        assertThat(value(other, 0)).doesNotContain("senten");
        other.find("#text-0").sendKeys(AT_END, " Minh was here.");
        other.find("#text-0").sendKeys(Keys.chord(Keys.CONTROL, Keys.ENTER));
        other.await("#segment-0.edited");
      }

      one.driver().navigate().refresh();
      assertThat(value(one, 0)).endsWith(" half a senten");
      assertThat(one.find("#segment-0 .theirs").getText()).contains("Minh was here.");
    }
  }

  @Test
  void typing_afterAConfirmationThatFailed_isKept() {
    try (RunningDesk desk = RunningDesk.start();
        Chromium one = Chromium.open(desk.address(), downloads, "vi")) {
      one.signIn("hoa");
      submit(one);
      open(one);
      String token = forge(one, "");
      one.find("#text-0").sendKeys(AT_END, " half a", Keys.chord(Keys.CONTROL, Keys.ENTER));
      one.await("#notice .error");

      forge(one, token);
      one.find("#text-0").sendKeys(AT_END, " senten");

      one.await("#segment-0 .sync.kept");
      open(one);
      assertThat(value(one, 0)).endsWith(" half a senten");
    }
  }

  /** Puts another token into the form of the first segment; the one that was there. */
  private static String forge(Chromium browser, String token) {
    return String.valueOf(
        browser
            .driver()
            .executeScript(
                "const field = document.getElementById('text-0').form.elements.token;"
                    + " const before = field.value; field.value = arguments[0]; return before;",
                token));
  }

  private static void both(Writer first, Writer second) throws Exception {
    ExecutorService people = Executors.newFixedThreadPool(2);
    try {
      for (Future<Void> writer : people.invokeAll(List.of(first, second))) {
        writer.get();
      }
    } finally {
      people.shutdown();
    }
  }

  private static void submit(Chromium author) {
    author.go("/drafts/new");
    author.type("#title", "Hai người cùng sửa");
    author.type(
        "#content",
        IntStream.range(0, SEGMENTS)
            .mapToObj(n -> "Phần " + n + " của chương trình bắt đầu lúc " + (n + 8) + " giờ.")
            .collect(Collectors.joining("\n")));
    author.click("main form button.primary");
    author.await(".notice.done");
  }

  private static void open(Chromium browser) {
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () -> {
              browser.go("/queue");
              return browser.driver().findElements(By.partialLinkText("Hai người")).size() > 0;
            });
    browser.driver().findElement(By.partialLinkText("Hai người")).click();
    browser.await("#text-0");
  }

  private static String value(Chromium browser, int segment) {
    return String.valueOf(browser.find("#text-" + segment).getDomProperty("value"));
  }

  private static String text(Chromium browser) {
    return IntStream.range(0, SEGMENTS)
        .mapToObj(n -> value(browser, n) + " ")
        .collect(Collectors.joining("\n"));
  }

  /** Adds a new word to the end of one segment after the other, at random, and notes it down. */
  private static final class Writer implements Callable<Void> {

    private final Chromium browser;
    private final String name;
    private final Random random;
    private final List<String> words = new ArrayList<>();
    private int conflicts;

    Writer(Chromium browser, String name, long seed) {
      this.browser = browser;
      this.name = name;
      this.random = new Random(seed);
    }

    @Override
    public Void call() {
      int minutes = Integer.getInteger("haidang.edit-minutes", 0);
      long end = System.nanoTime() + Duration.ofMinutes(minutes).toNanos();
      while (minutes > 0 ? System.nanoTime() < end : words.size() < EDITS) {
        edit(random.nextInt(SEGMENTS), name + words.size());
      }
      return null;
    }

    private void edit(int segment, String word) {
      browser.find("#text-" + segment).sendKeys(AT_END, " " + word);
      while (!isSaved(segment)) {
        conflicts++;
        takeTheirs(segment);
        browser.find("#text-" + segment).sendKeys(AT_END, " " + word);
      }
      words.add(word);
    }

    /** Confirms; false when somebody else was first, and then their text stands beside. */
    private boolean isSaved(int segment) {
      WebElement before = browser.find("#segment-" + segment);
      browser.find("#text-" + segment).sendKeys(Keys.chord(Keys.CONTROL, Keys.ENTER));
      new WebDriverWait(browser.driver(), Duration.ofMinutes(1))
          .until(ExpectedConditions.stalenessOf(before));
      return !browser.has("#segment-" + segment + " .theirs");
    }

    private void takeTheirs(int segment) {
      browser.find("#segment-" + segment + " .theirs .insert-match").sendKeys(Keys.ENTER);
    }
  }
}
