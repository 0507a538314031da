package io.haidang.gateway.http.deepl.language;

import io.haidang.gateway.http.deepl.kit.Dialect;
import io.haidang.gateway.http.deepl.kit.DialectCall;
import io.haidang.gateway.http.deepl.kit.DialectReply;
import io.haidang.gateway.http.deepl.kit.LanguageCode;
import io.haidang.models.LanguagePair;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** {@code /v2/languages} and {@code /v2/glossary-language-pairs}: what the engines serve. */
public final class LanguageOperations {

  private static final String TARGET = "target";

  private final Set<LanguagePair> pairs;

  private LanguageOperations(Set<LanguagePair> pairs) {
    this.pairs = pairs;
  }

  public static void add(Dialect dialect) {
    LanguageOperations languages = new LanguageOperations(dialect.services().drafts().pairs());
    dialect.get("/v2/languages", languages::list);
    dialect.post("/v2/languages", languages::list);
    dialect.get("/v2/glossary-language-pairs", languages::glossaryPairs);
  }

  private DialectReply list(DialectCall call) {
    String type = call.parameters().choice("type", Set.of("source", TARGET)).orElse("source");
    boolean targets = type.equals(TARGET);
    JsonArray list = new JsonArray();
    languages(targets ? LanguagePair::target : LanguagePair::source)
        .forEach(language -> list.add(language(language, targets)));
    return DialectReply.json(list);
  }

  private Stream<Locale> languages(Function<LanguagePair, Locale> side) {
    return pairs.stream().map(side).distinct().sorted(Comparator.comparing(Locale::toLanguageTag));
  }

  private static JsonObject language(Locale language, boolean target) {
    JsonObject json =
        new JsonObject()
            .put("language", LanguageCode.upper(language))
            .put("name", language.getDisplayName(Locale.ENGLISH));
    return target ? json.put("supports_formality", false) : json;
  }

  private DialectReply glossaryPairs(DialectCall call) {
    JsonArray list = new JsonArray();
    pairs.stream()
        .sorted(Comparator.comparing(LanguagePair::toString))
        .forEach(
            pair ->
                list.add(
                    new JsonObject()
                        .put("source_lang", LanguageCode.lower(pair.source()))
                        .put("target_lang", LanguageCode.lower(pair.target()))));
    return DialectReply.json(new JsonObject().put("supported_languages", list));
  }
}
