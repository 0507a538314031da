package io.haidang.gateway.http.deepl.language;

import io.haidang.gateway.http.deepl.kit.LanguageCode;
import io.haidang.gateway.http.dialect.Dialect;
import io.haidang.gateway.http.dialect.DialectCall;
import io.haidang.gateway.http.dialect.DialectException;
import io.haidang.gateway.http.dialect.DialectReply;
import io.haidang.gateway.http.kit.DialectSettings;
import io.haidang.models.LanguagePair;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code /v2/languages}, {@code /v3/languages} and {@code /v2/glossary-language-pairs}: what the
 * engines serve.
 */
public final class LanguageOperations {

  private static final String TARGET = "target";

  private final Set<LanguagePair> pairs;
  private final DialectSettings settings;

  private LanguageOperations(Dialect dialect) {
    this.pairs = dialect.services().texts().directions().pairs();
    this.settings = dialect.settings();
  }

  public static void add(Dialect dialect) {
    LanguageOperations languages = new LanguageOperations(dialect);
    for (String version : new String[] {"/v1", "/v2"}) {
      dialect.get(version + "/languages", languages::list);
      dialect.post(version + "/languages", languages::list);
    }
    dialect.get("/v2/glossary-language-pairs", languages::glossaryPairs);
    dialect.get("/v3/languages", languages::ofResource);
    dialect.get("/v3/languages/resources", call -> resources());
  }

  private DialectReply list(DialectCall call) {
    String type = call.parameters().choice("type", Set.of("source", TARGET)).orElse("source");
    boolean targets = type.equals(TARGET);
    JsonArray list = new JsonArray();
    sorted(languages(targets ? LanguagePair::target : LanguagePair::source))
        .forEach(language -> list.add(language(language, targets)));
    return DialectReply.json(list);
  }

  private Set<Locale> languages(Function<LanguagePair, Locale> side) {
    return pairs.stream().map(side).collect(Collectors.toSet());
  }

  private static Stream<Locale> sorted(Set<Locale> languages) {
    return languages.stream().sorted(Comparator.comparing(Locale::toLanguageTag));
  }

  private JsonObject language(Locale language, boolean target) {
    JsonObject json =
        new JsonObject()
            .put("language", LanguageCode.upper(language))
            .put("name", language.getDisplayName(Locale.ENGLISH));
    return target ? json.put("supports_formality", settings.hasFormality(language)) : json;
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

  private DialectReply ofResource(DialectCall call) {
    if (call.parameters().has("product") && !call.parameters().has("resource")) {
      throw DialectException.badRequest(
          "Bad request. Reason: The 'product' parameter has been renamed to 'resource'.");
    }
    Resource resource = Resource.of(call.parameters().required("resource"));
    Set<Locale> sources = languages(LanguagePair::source);
    Set<Locale> targets = languages(LanguagePair::target);
    Set<Locale> all = Stream.concat(sources.stream(), targets.stream()).collect(Collectors.toSet());
    JsonArray list = new JsonArray();
    sorted(all)
        .filter(language -> resource.isServed())
        .forEach(
            language ->
                list.add(
                    new JsonObject()
                        .put("lang", language.toLanguageTag())
                        .put("name", language.getDisplayName(Locale.ENGLISH))
                        .put("status", "stable")
                        .put("usable_as_source", sources.contains(language))
                        .put("usable_as_target", targets.contains(language))
                        .put("features", resource.features(language, settings))));
    return DialectReply.json(list);
  }

  private static DialectReply resources() {
    JsonArray list = new JsonArray();
    for (Resource resource : Resource.values()) {
      list.add(resource.json());
    }
    return DialectReply.json(list);
  }
}
