package io.haidang.summarization;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Stories of the tests, cut into segments as the desk cuts them. */
public final class Stories {

  public static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
  public static final LocalDate DAY = LocalDate.of(2026, 5, 12);

  private Stories() {}

  /** A paragraph a line. */
  public static StoryText of(String... paragraphs) {
    return of(VIETNAMESE, List.of(paragraphs));
  }

  public static StoryText of(Locale language, List<String> paragraphs) {
    return StoryText.of(paragraphs, language, DAY);
  }

  /** A file below {@code docs/samples}. */
  public static StoryText sample(String name) {
    return of(VIETNAMESE, lines(samples().resolve(name)));
  }

  public static Path samples() {
    return Path.of(System.getProperty("haidang.repository"), "docs/samples");
  }

  public static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
