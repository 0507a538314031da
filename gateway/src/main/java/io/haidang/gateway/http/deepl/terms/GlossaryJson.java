package io.haidang.gateway.http.deepl.terms;

import io.haidang.gateway.clientterms.ClientDictionary;
import io.haidang.gateway.clientterms.ClientGlossary;
import io.haidang.gateway.clientterms.ClientGlossary.Direction;
import io.haidang.gateway.http.deepl.kit.LanguageCode;
import io.haidang.glossary.io.WordPairs;
import io.haidang.models.LanguagePair;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Word lists as the dialect writes them. */
final class GlossaryJson {

  private GlossaryJson() {}

  /** A list with one direction, as version 2 knows it. */
  static JsonObject single(ClientGlossary glossary) {
    Direction direction = glossary.directions().get(0);
    return common(glossary)
        .put("ready", true)
        .mergeIn(languages(direction.pair()))
        .put("entry_count", direction.entries());
  }

  /** A list with any number of directions. */
  static JsonObject multilingual(ClientGlossary glossary) {
    JsonArray dictionaries = new JsonArray();
    glossary.directions().forEach(direction -> dictionaries.add(dictionary(direction)));
    return common(glossary).put("dictionaries", dictionaries);
  }

  static JsonObject dictionary(Direction direction) {
    return languages(direction.pair()).put("entry_count", direction.entries());
  }

  /** The words of a direction. */
  static JsonObject entries(ClientDictionary dictionary) {
    return languages(dictionary.pair())
        .put("entries", WordPairs.toTsv(dictionary.entries()))
        .put("entries_format", "tsv");
  }

  private static JsonObject common(ClientGlossary glossary) {
    return new JsonObject()
        .put("glossary_id", glossary.id().toString())
        .put("name", glossary.name())
        .put("creation_time", glossary.createdAt().toString());
  }

  private static JsonObject languages(LanguagePair pair) {
    return new JsonObject()
        .put("source_lang", LanguageCode.lower(pair.source()))
        .put("target_lang", LanguageCode.lower(pair.target()));
  }
}
