package io.haidang.gateway.http.libre;

import io.haidang.gateway.engine.Directions;
import io.haidang.gateway.http.dialect.DialectCall;
import io.haidang.gateway.http.dialect.DialectReply;
import io.haidang.models.LanguagePair;
import io.haidang.translation.language.LanguageDetectors;
import io.haidang.translation.language.LanguageGuess;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** {@code /languages} and {@code /detect}. */
final class LanguageOperations {

  /** So many guesses are told. */
  private static final int GUESSES = 3;

  /** What clients of the dialect expect of a text that says nothing of its language. */
  private static final LanguageGuess UNKNOWN = new LanguageGuess(Locale.ENGLISH, 0);

  private final Directions directions;

  private LanguageOperations(Directions directions) {
    this.directions = directions;
  }

  static void add(LibreAddresses addresses) {
    LanguageOperations languages =
        new LanguageOperations(addresses.services().texts().directions());
    addresses.open("/languages", languages::list);
    addresses.post("/detect", languages::detect);
  }

  private DialectReply list() {
    JsonArray list = new JsonArray();
    directions.pairs().stream()
        .flatMap(pair -> Stream.of(pair.source(), pair.target()))
        .distinct()
        .sorted(Comparator.comparing(LibreCode::name))
        .forEach(language -> list.add(language(language)));
    return DialectReply.json(list);
  }

  /** A text is also "translated" into its own language, by leaving it as it is. */
  private JsonObject language(Locale language) {
    List<String> targets =
        Stream.concat(
                Stream.of(language),
                directions.pairs().stream()
                    .filter(pair -> pair.source().equals(language))
                    .map(LanguagePair::target))
            .map(LibreCode::of)
            .sorted()
            .toList();
    return new JsonObject()
        .put("code", LibreCode.of(language))
        .put("name", LibreCode.name(language))
        .put("targets", new JsonArray(targets));
  }

  private DialectReply detect(DialectCall call) {
    String text =
        call.parameters()
            .text("q")
            .filter(q -> !q.isEmpty())
            .orElseThrow(() -> LibreErrors.missing("q"));
    List<LanguageGuess> ranked = LanguageDetectors.bundled().rank(text);
    JsonArray guesses = new JsonArray();
    (ranked.isEmpty() ? List.of(UNKNOWN) : ranked)
        .stream()
            .limit(GUESSES)
            .filter(guess -> guesses.isEmpty() || percent(guess) > 0)
            .forEach(guess -> guesses.add(detected(guess)));
    return DialectReply.json(guesses);
  }

  static JsonObject detected(LanguageGuess guess) {
    return new JsonObject()
        .put("confidence", percent(guess))
        .put("language", LibreCode.of(guess.language()));
  }

  private static double percent(LanguageGuess guess) {
    return Math.round(100 * guess.confidence());
  }
}
