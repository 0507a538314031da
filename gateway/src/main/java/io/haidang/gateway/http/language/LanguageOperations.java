package io.haidang.gateway.http.language;

import io.haidang.gateway.engine.Directions;
import io.haidang.gateway.http.kit.ApiCall;
import io.haidang.gateway.http.kit.ApiJson;
import io.haidang.gateway.http.kit.Operations;
import io.haidang.models.LanguagePair;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.SegmentedDocument;
import io.haidang.translation.language.LanguageDetectors;
import io.haidang.translation.language.LanguageGuess;
import io.haidang.translation.language.TextLanguages;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Languages that are translated, and the language of a text. */
public final class LanguageOperations {

  private final Directions directions;

  private LanguageOperations(Directions directions) {
    this.directions = directions;
  }

  public static void add(Operations operations) {
    LanguageOperations languages =
        new LanguageOperations(operations.services().texts().directions());
    operations.json("listLanguages", languages::list);
    operations.json("detectLanguage", languages::detect);
  }

  private JsonObject list(ApiCall call) {
    Map<String, List<String>> targets = new TreeMap<>();
    directions.pairs().stream()
        .collect(Collectors.groupingBy(pair -> pair.source().toLanguageTag()))
        .forEach((source, served) -> targets.put(source, tags(served)));
    return ApiJson.list("languages", List.copyOf(targets.entrySet()), LanguageOperations::language)
        .put(
            "detected",
            new JsonArray(
                LanguageDetectors.bundled().languages().stream()
                    .map(Locale::toLanguageTag)
                    .sorted()
                    .toList()));
  }

  private static List<String> tags(List<LanguagePair> served) {
    return served.stream()
        .map(pair -> pair.target().toLanguageTag())
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  private static JsonObject language(Map.Entry<String, List<String>> served) {
    return new JsonObject()
        .put("language", served.getKey())
        .put("name", Locale.forLanguageTag(served.getKey()).getDisplayName(Locale.ENGLISH))
        .put("targets", new JsonArray(served.getValue()));
  }

  private JsonObject detect(ApiCall call) {
    SegmentedDocument document =
        SegmentedDocument.read(DocumentFormat.PLAIN, call.body().getString("text"), Locale.ROOT);
    TextLanguages languages = directions.languages(document);
    return ApiJson.list("languages", languages.whole(), LanguageJson::guess)
        .put(
            "segments",
            new JsonArray(
                IntStream.range(0, languages.sentences().size())
                    .mapToObj(
                        i -> segment(document.segments().get(i), languages.sentences().get(i)))
                    .toList()));
  }

  private static JsonObject segment(String text, Optional<LanguageGuess> guess) {
    return new JsonObject()
        .put("text", text)
        .put("language", guess.map(LanguageGuess::language).map(Locale::toLanguageTag).orElse(null))
        .put("confidence", guess.map(LanguageGuess::confidence).orElse(0.0));
  }
}
