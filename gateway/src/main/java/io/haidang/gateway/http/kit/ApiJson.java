package io.haidang.gateway.http.kit;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.Waiting;
import io.haidang.glossary.TextSpan;
import io.haidang.translation.MemoryUse;
import io.haidang.translation.Provenance;
import io.haidang.translation.check.Finding;
import io.haidang.translation.check.FindingIdentity;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What more than one room of the API writes on the wire. */
public final class ApiJson {

  private ApiJson() {}

  public static JsonObject target(Target target) {
    return new JsonObject()
        .put("id", target.id().toString())
        .put("draft", target.asset().id().toString())
        .put("bundle", target.asset().story().toString())
        .put("revision", target.asset().revision())
        .put("title", target.asset().title())
        .put("form", target.form().id())
        .put("language", target.language().toLanguageTag())
        .put("state", PublicName.of(target.state()))
        .put("version", target.version())
        .put("segmentsDone", target.segmentsDone())
        .put("segmentsTotal", target.segmentsTotal())
        .put("openErrors", target.openErrors())
        .put("openWarnings", target.openWarnings())
        .put("openThreads", target.openThreads())
        .put("staleReasons", target.staleReasons())
        .put("failure", target.failure())
        .put("waiting", waiting(target.waiting()))
        .put("approvedBy", target.approvedBy())
        .put("updatedAt", target.updatedAt().toString())
        .put("href", "/api/v1/targets/" + target.id());
  }

  private static @Nullable JsonObject waiting(@Nullable Waiting waiting) {
    return waiting == null
        ? null
        : new JsonObject()
            .put("reason", waiting.reason())
            .put("since", waiting.since().toString())
            .put("nextAttempt", waiting.nextAttempt().toString());
  }

  public static JsonObject provenance(Provenance from) {
    return new JsonObject()
        .put("engine", from.engine())
        .put("engineVersion", from.engineVersion())
        .put("promptVersion", from.promptVersion())
        .put("glossaryRelease", from.glossaryRelease())
        .put("repaired", from.repaired())
        .put("latencyMillis", from.latencyMillis())
        .put("memory", from.memory() == null ? null : use(from.memory()));
  }

  private static JsonObject use(MemoryUse use) {
    return new JsonObject()
        .put("entry", use.entry())
        .put("kind", use.kind().toLowerCase(Locale.ROOT).replace('_', '-'))
        .put("score", use.score())
        .put("document", use.document())
        .put("segment", use.segment())
        .put("person", use.person());
  }

  /** Findings of a segment, each with the id by which it can be accepted. */
  public static JsonArray findings(List<Finding> findings, String source, String target) {
    List<String> ids = FindingIdentity.of(findings, source, target);
    JsonArray array = new JsonArray();
    for (int i = 0; i < findings.size(); i++) {
      array.add(finding(findings.get(i)).put("id", ids.get(i)));
    }
    return array;
  }

  private static JsonObject finding(Finding finding) {
    return new JsonObject()
        .put("check", finding.check())
        .put("severity", PublicName.of(finding.severity()))
        .put("sourceSpan", span(finding.sourceSpan()))
        .put("targetSpan", span(finding.targetSpan()))
        .put("expected", finding.expected())
        .put("detail", finding.detail())
        .put("fix", fix(finding.fix()))
        .put("accepted", finding.accepted());
  }

  private static @Nullable JsonObject fix(Finding.@Nullable Fix fix) {
    return fix == null
        ? null
        : new JsonObject().put("span", span(fix.span())).put("replacement", fix.replacement());
  }

  public static @Nullable JsonObject span(@Nullable TextSpan span) {
    return span == null ? null : new JsonObject().put("start", span.start()).put("end", span.end());
  }

  /** An object whose only member is a list. */
  public static <T> JsonObject list(String name, List<T> values, Function<T, JsonObject> form) {
    return new JsonObject().put(name, array(values, form));
  }

  public static <T> JsonArray array(List<T> values, Function<T, JsonObject> form) {
    JsonArray array = new JsonArray();
    values.forEach(value -> array.add(form.apply(value)));
    return array;
  }
}
