package io.haidang.gateway.web.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The accessibility checks of axe-core (npm, MPL-2.0), run in a real browser. */
public final class Axe {

  private static final Path SOURCE =
      RunningDesk.repository().resolve("gateway/src/test/clients/node_modules/axe-core/axe.min.js");

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String RUN =
      """
      const answer = arguments[arguments.length - 1];
      axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})
        .then(found => answer(found.violations
          .filter(rule => rule.impact === 'serious' || rule.impact === 'critical')
          .flatMap(rule => rule.nodes.map(node => ({rule: rule.id, place: node.target.join(' '),
            why: node.failureSummary})))))
        .catch(error => answer([{rule: 'axe', place: '', why: String(error)}]));
      """;

  private Axe() {}

  public static boolean isInstalled() {
    return Files.isReadable(SOURCE);
  }

  /** What is serious or critical on the present page, a line each. */
  public static List<String> hindrances(Chromium browser) {
    try {
      browser.driver().executeScript(Files.readString(SOURCE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    browser.driver().manage().timeouts().scriptTimeout(PATIENCE);
    List<?> found = (List<?>) browser.driver().executeAsyncScript(RUN);
    return found == null ? List.of() : found.stream().map(each -> line((Map<?, ?>) each)).toList();
  }

  private static String line(Map<?, ?> found) {
    return found.get("rule") + " at " + found.get("place") + ": " + found.get("why");
  }
}
