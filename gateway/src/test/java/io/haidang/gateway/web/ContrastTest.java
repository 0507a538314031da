package io.haidang.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text is readable on what it stands on: contrast of WCAG 2.2, success criterion 1.4.3. */
class ContrastTest {

  private static final double ENOUGH = 4.5;
  private static final Pattern PROPERTY =
      Pattern.compile("--([a-z-]+):\\s*#([0-9a-f]{3}|[0-9a-f]{6})\\b");
  private static final Map<String, Map<String, String>> THEMES =
      Map.of("light", colors("light"), "dark", colors("dark"));

  private static Map<String, String> colors(String theme) {
    Map<String, String> colors = new HashMap<>();
    try (InputStream css = ContrastTest.class.getResourceAsStream("/web/" + theme + ".css")) {
      assertThat(css).isNotNull();
      Matcher property = PROPERTY.matcher(new String(css.readAllBytes(), StandardCharsets.UTF_8));
      while (property.find()) {
        colors.put(property.group(1), property.group(2));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return colors;
  }

  @Test
  void themes_haveTheSameColoursByName() {
    assertThat(theme("dark").keySet()).isEqualTo(theme("light").keySet());
  }

  @ParameterizedTest
  @CsvSource({
    "ink, paper",
    "ink, ground",
    "muted, paper",
    "muted, ground",
    "sea, paper",
    "sea, ground",
    "on-sea, sea",
    "on-sea, sea-dark",
    "sea-dark, sea-pale",
    "top-ink, top",
    "top, top-soft",
    "top-soft, top",
    "ink, soft",
    "muted, wash",
    "ink, mark",
    "ink, mark-error",
    "ink, official",
    "code-ink, code",
    "inserted-ink, inserted",
    "deleted-ink, deleted",
    "tip-ink, tip",
    "tip-muted, tip",
    "tip-warning, tip",
    "ink, warning-pale",
    "ink, error-pale",
    "ink, done-pale",
    "ink, near",
    "deleted-ink, paper",
    "ink, sea-pale",
    "error, paper",
    "error, error-pale",
    "warning, warning-pale",
    "done, done-pale"
  })
  void text_onItsGround_hasEnoughContrast(String text, String ground) {
    THEMES.forEach(
        (name, colors) ->
            assertThat(contrast(color(colors, text), color(colors, ground)))
                .as("%s: %s on %s", name, text, ground)
                .isGreaterThanOrEqualTo(ENOUGH));
  }

  private static double contrast(String text, String ground) {
    double one = luminance(text);
    double other = luminance(ground);
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  }

  private static Map<String, String> theme(String name) {
    return Optional.ofNullable(THEMES.get(name)).orElseThrow();
  }

  private static String color(Map<String, String> colors, String name) {
    return Optional.ofNullable(colors.get(name)).orElseThrow();
  }

  /** Relative luminance of an sRGB colour. */
  private static double luminance(String hex) {
    String six = hex.length() == 6 ? hex : hex.replaceAll("(.)", "$1$1");
    return 0.2126 * channel(six, 0) + 0.7152 * channel(six, 2) + 0.0722 * channel(six, 4);
  }

  private static double channel(String six, int start) {
    double value = Integer.parseInt(six.substring(start, start + 2), 16) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
