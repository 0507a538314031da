package io.haidang.gateway.web.review;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.haidang.gateway.web.testing.Chromium;
import io.haidang.gateway.web.testing.NeedsChromium;
import io.haidang.gateway.web.testing.RunningDesk;
import io.haidang.gateway.web.testing.WebClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/**
 * A long text in a browser: prints how fast it opens, and how it scrolls. The property {@code
 * haidang.segments} makes it longer.
 */
@ExtendWith(NeedsChromium.class)
class LongTextIT {

  private static final int SEGMENTS = Integer.getInteger("haidang.segments", 300);
  private static final int TRIES = 7;

  /** What the page itself knows of its opening, after everything has been painted. */
  private static final String OPENING =
      "const page = performance.getEntriesByType('navigation')[0];"
          + "const paint = performance.getEntriesByName('first-contentful-paint')[0];"
          + "return [page.responseEnd, paint.startTime, page.domContentLoadedEventEnd,"
          + " page.transferSize, page.decodedBodySize];";

  /** Scrolls down the page at 3,000 pixels a second, and tells of late frames and long tasks. */
  private static final String SCROLLING =
      "const done = arguments[0]; const tasks = []; const frames = [];"
          + "const watch = new PerformanceObserver(list => tasks.push("
          + "...list.getEntries().map(entry => entry.duration)));"
          + "watch.observe({ type: 'longtask' });"
          + "let last = performance.now(); const start = last;"
          + "const step = now => { frames.push(now - last); last = now;"
          + " scrollTo(0, (now - start) * 3);"
          + " if (scrollY + innerHeight < document.documentElement.scrollHeight - 1)"
          + "  requestAnimationFrame(step);"
          + " else done([frames.length, Math.max(...frames.slice(1)),"
          + "  frames.filter(frame => frame > 34).length, tasks.length,"
          + "  Math.max(0, ...tasks), scrollY]); };"
          + "requestAnimationFrame(step);";

  @TempDir private Path downloads;

  @Test
  void longText_opensByPagesAndScrolls() {
    try (RunningDesk desk = RunningDesk.start();
        Chromium reviewer = Chromium.open(desk.address(), downloads, "vi")) {
      WebClient.of(desk, "hoa")
          .submit(Map.of("title", "Bài dài"), "dai.txt", text().getBytes(StandardCharsets.UTF_8));
      reviewer.signIn("minh");
      reviewer.driver().manage().timeouts().scriptTimeout(Duration.ofMinutes(2));
      await().atMost(Duration.ofMinutes(10)).until(() -> isTranslated(reviewer));
      String target =
          String.valueOf(
              reviewer.driver().findElement(By.partialLinkText("Bài dài")).getDomAttribute("href"));
      List<Numbers> openings =
          IntStream.range(0, TRIES)
              .mapToObj(n -> open(reviewer, target + "?page=" + (n % 6 + 1)))
              .toList();
      Numbers scrolled =
          Numbers.of(requireNonNull(reviewer.driver().executeAsyncScript(SCROLLING)));

      System.out.printf(
          "%d segments, a page of 50: answered in %.0f ms, first paint %.0f ms, ready %.0f ms,"
              + " %.0f kB on the wire, %.0f kB of HTML%n",
          SEGMENTS,
          middle(openings, 0),
          middle(openings, 1),
          middle(openings, 2),
          middle(openings, 3) / 1000,
          middle(openings, 4) / 1000);
      System.out.printf(
          "scrolled %.0f pixels: %.0f frames, the longest %.0f ms, %.0f over 34 ms;"
              + " %.0f tasks over 50 ms, the longest %.0f ms%n",
          scrolled.get(5),
          scrolled.get(0),
          scrolled.get(1),
          scrolled.get(2),
          scrolled.get(3),
          scrolled.get(4));
      assertThat(reviewer.driver().findElements(By.cssSelector("article.segment"))).hasSize(50);
      assertThat(reviewer.driver().findElements(By.cssSelector(".pager a"))).hasSize(SEGMENTS / 50);
      assertThat(middle(openings, 3)).isLessThan(400_000);
    }
  }

  private static String text() {
    return IntStream.range(0, SEGMENTS)
        .mapToObj(n -> PressText.SENTENCES.get(n % PressText.SENTENCES.size()))
        .collect(Collectors.joining("\n"));
  }

  private static boolean isTranslated(Chromium browser) {
    browser.go("/queue");
    return !browser.driver().findElements(By.partialLinkText("Bài dài")).isEmpty();
  }

  private static Numbers open(Chromium browser, String path) {
    browser.go(path);
    return Numbers.of(requireNonNull(browser.driver().executeScript(OPENING)));
  }

  private static double middle(List<Numbers> tries, int which) {
    return tries.stream().mapToDouble(one -> one.get(which)).sorted().toArray()[TRIES / 2];
  }

  /** What a script answers with. */
  private record Numbers(List<Double> values) {

    static Numbers of(Object answer) {
      return new Numbers(
          ((List<?>) answer).stream().map(value -> ((Number) value).doubleValue()).toList());
    }

    double get(int which) {
      return values.get(which);
    }
  }
}
