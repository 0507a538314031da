package io.haidang.gateway.http.memory;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.http.kit.ApiJson;
import io.haidang.gateway.memory.MemoryDesk.Page;
import io.haidang.gateway.memory.MemoryDesk.Stats;
import io.haidang.gateway.memory.MemoryImport.Report;
import io.haidang.gateway.memory.MemoryImport.Skipped;
import io.haidang.translation.WordDiff;
import io.haidang.translation.memory.MemoryEntry;
import io.haidang.translation.memory.MemoryMatch;
import io.haidang.translation.memory.MemoryMatch.Substitution;
import io.haidang.translation.memory.MemoryOrigin;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;

/** The memory as it is written on the wire. */
final class MemoryJson {

  private MemoryJson() {}

  static JsonObject entry(MemoryEntry entry) {
    MemoryOrigin origin = entry.origin();
    return new JsonObject()
        .put("id", entry.id())
        .put("sourceLanguage", entry.pair().source().toLanguageTag())
        .put("targetLanguage", entry.pair().target().toLanguageTag())
        .put("source", entry.source())
        .put("target", entry.target())
        .put("before", entry.before())
        .put("after", entry.after())
        .put("domain", entry.domain())
        .put("sensitivity", entry.label().toLowerCase(Locale.ROOT))
        .put(
            "origin",
            new JsonObject()
                .put("kind", PublicName.of(origin.kind()))
                .put("document", origin.document())
                .put("segment", origin.segment())
                .put("person", origin.person())
                .put("at", origin.at().toString())
                .put("glossaryRelease", origin.release()));
  }

  static JsonObject page(Page page) {
    return ApiJson.list("entries", page.entries(), MemoryJson::entry).put("total", page.total());
  }

  /**
   * Matches of a text.
   *
   * @param asked the text
   */
  static JsonObject matches(List<MemoryMatch> matches, String asked) {
    return ApiJson.list("matches", matches, match -> match(match, asked));
  }

  private static JsonObject match(MemoryMatch match, String asked) {
    return new JsonObject()
        .put("kind", PublicName.of(match.kind()))
        .put("score", match.score())
        .put("target", match.target())
        .put("substitutions", ApiJson.array(match.substitutions(), MemoryJson::substitution))
        .put("penalties", new JsonArray(match.penalties().stream().map(PublicName::of).toList()))
        .put("difference", ApiJson.array(match.difference(asked), MemoryJson::part))
        .put("entry", entry(match.entry()));
  }

  private static JsonObject substitution(Substitution change) {
    return new JsonObject().put("from", change.from()).put("to", change.to());
  }

  private static JsonObject part(WordDiff.Part part) {
    return new JsonObject().put("change", PublicName.of(part.change())).put("text", part.text());
  }

  static JsonObject report(Report report) {
    return ApiJson.list("firstSkipped", report.first(), MemoryJson::skipped)
        .put("units", report.units())
        .put("added", report.added())
        .put("known", report.known())
        .put("skipped", report.skipped());
  }

  private static JsonObject skipped(Skipped skipped) {
    return new JsonObject().put("line", skipped.line()).put("reason", skipped.reason());
  }

  static JsonObject stats(Stats stats) {
    return ApiJson.list(
            "counts",
            stats.counts(),
            count ->
                new JsonObject()
                    .put("sourceLanguage", count.pair().source().toLanguageTag())
                    .put("targetLanguage", count.pair().target().toLanguageTag())
                    .put("kind", PublicName.of(count.kind()))
                    .put("entries", count.entries()))
        .put("entries", stats.entries())
        .put("indexed", stats.indexed())
        .put("behind", stats.behind());
  }
}
