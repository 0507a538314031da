package io.haidang.gateway.profile;

import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.engine.Directions;
import io.haidang.gateway.memory.ImportChoice;
import io.haidang.gateway.memory.MemoryImport;
import io.haidang.gateway.store.Database;
import io.haidang.models.LanguagePair;
import io.haidang.translation.language.LanguageDetector;
import io.haidang.translation.language.LanguageGuess;
import io.haidang.translation.memory.tmx.TmxListener;
import io.haidang.translation.memory.tmx.TmxReader;
import io.haidang.translation.memory.tmx.TmxUnit;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A memory in a file, whose every language is translated into every other one. A text that it has,
 * and one that begins with such a line, is in the first language that has it; any other in English.
 * Immutable.
 */
final class Phrases implements LanguageDetector {

  private static final String FILE = "phrases.tmx";
  private static final String ANY = "srclang=\"*all*\"";
  private static final Pattern LANGUAGE = Pattern.compile("xml:lang=\"([^\"]+)\"");

  private final String tmx;
  private final Set<String> tags;
  private final Map<String, Locale> known = new HashMap<>();
  private final Set<LanguagePair> pairs = new LinkedHashSet<>();

  private Phrases(String tmx) {
    this.tmx = tmx;
    this.tags =
        LANGUAGE
            .matcher(tmx)
            .results()
            .map((MatchResult found) -> found.group(1))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    tags.forEach(this::learn);
  }

  static Phrases read() {
    try (InputStream file = Phrases.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException(FILE + ": missing (expected: beside its class)");
      }
      return new Phrases(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void learn(String source) {
    TmxReader.read(
        from(source),
        null,
        new TmxListener() {
          @Override
          public void unit(TmxUnit unit) {
            known.putIfAbsent(unit.source(), unit.pair().source());
            if (!Directions.isSame(unit.pair().source(), unit.pair().target())) {
              pairs.add(unit.pair());
            }
          }

          @Override
          public void skipped(int line, String reason) {
            throw new IllegalStateException(FILE + ": line " + line + ": " + reason);
          }
        });
  }

  /** The file, with {@code source} as the language that is translated. */
  private InputStream from(String source) {
    return new ByteArrayInputStream(
        tmx.replace(ANY, "srclang=\"" + source + "\"").getBytes(StandardCharsets.UTF_8));
  }

  Set<LanguagePair> pairs() {
    return Set.copyOf(pairs);
  }

  /** Takes the file into the memory, as its terminologist would. */
  void fill(Database database, Clock clock) {
    ImportChoice choice = new ImportChoice(FILE, null, "", Sensitivity.INTERNAL, true, "");
    for (String tag : tags) {
      new MemoryImport(database, choice, clock, units -> {}).run(from(tag));
    }
  }

  @Override
  public Set<Locale> languages() {
    return Set.copyOf(known.values());
  }

  @Override
  public List<LanguageGuess> rank(String text) {
    String line = text.lines().findFirst().orElse("").strip();
    return List.of(new LanguageGuess(known.getOrDefault(line, Locale.ENGLISH), 1));
  }
}
