package io.haidang.gateway.http.story;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.draft.AssetText;
import io.haidang.gateway.draft.Medium;
import io.haidang.gateway.draft.Revision;
import io.haidang.gateway.draft.StaleReason;
import io.haidang.gateway.draft.Story;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.http.kit.ApiJson;
import io.haidang.gateway.review.Publication;
import io.haidang.gateway.story.AssetPart;
import io.haidang.gateway.story.Bundle;
import io.haidang.gateway.story.Inconsistency;
import io.haidang.gateway.story.LedgerEntry;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stories as they are written on the wire. */
final class BundleJson {

  private BundleJson() {}

  static JsonObject bundle(Bundle bundle) {
    JsonObject json =
        story(bundle.story())
            .put("stale", bundle.isStale())
            .put("assets", ApiJson.array(bundle.assets(), BundleJson::asset))
            .put("products", ApiJson.array(bundle.products(), ApiJson::target));
    bundle.release().ifPresent(release -> json.put("glossaryRelease", release));
    return json;
  }

  static JsonObject story(Story story) {
    return new JsonObject()
        .put("id", story.id().toString())
        .put("title", story.title())
        .put("office", story.office().name())
        .put("sensitivity", PublicName.of(story.sensitivity()))
        .put("textDate", story.textDate().toString())
        .put("owner", story.owner().displayName())
        .put("createdAt", story.createdAt().toString())
        .put("href", "/api/v1/bundles/" + story.id());
  }

  private static JsonObject asset(AssetPart part) {
    return new JsonObject()
        .put("id", part.id().toString())
        .put("kind", PublicName.of(part.kind()))
        .put("title", part.title())
        .put("language", part.language().toLanguageTag())
        .put("revisions", ApiJson.array(part.revisions(), BundleJson::revision));
  }

  static JsonObject revision(Revision revision) {
    return new JsonObject()
        .put("number", revision.number())
        .put("author", revision.author().displayName())
        .put("createdAt", revision.createdAt().toString())
        .put("note", revision.note())
        .put("text", text(revision.text()))
        .put("medium", medium(revision.medium()));
  }

  private static @Nullable JsonObject text(@Nullable AssetText text) {
    return text == null
        ? null
        : new JsonObject()
            .put("sha256", text.digest().hex())
            .put("format", PublicName.of(text.format()))
            .put("fileName", text.fileName());
  }

  private static @Nullable JsonObject medium(@Nullable Medium medium) {
    return medium == null
        ? null
        : new JsonObject()
            .put("sha256", medium.digest().hex())
            .put("mediaType", medium.mediaType())
            .put("fileName", medium.fileName());
  }

  static JsonObject products(List<Target> products) {
    return new JsonObject().put("products", ApiJson.array(products, ApiJson::target));
  }

  static JsonObject stale(StaleReason reason) {
    return new JsonObject()
        .put("kind", PublicName.of(reason.kind()))
        .put("segment", reason.segment())
        .put("revision", reason.revision())
        .put("before", reason.before())
        .put("after", reason.after())
        .put("source", reason.source() == null ? null : reason.source().toString())
        .put("at", reason.at().toString());
  }

  static JsonObject fact(LedgerEntry entry) {
    return new JsonObject()
        .put("key", entry.key())
        .put("kind", PublicName.of(entry.kind()))
        .put("value", entry.value())
        .put("told", entry.isTold())
        .put("places", ApiJson.array(entry.places(), BundleJson::place))
        .put("statements", ApiJson.array(entry.statements(), BundleJson::statement));
  }

  private static JsonObject place(LedgerEntry.Place place) {
    return new JsonObject()
        .put("asset", place.asset().toString())
        .put("segment", place.segment())
        .put("start", place.start())
        .put("end", place.end())
        .put("wording", place.wording());
  }

  private static JsonObject statement(LedgerEntry.Statement statement) {
    return new JsonObject()
        .put("product", statement.target().toString())
        .put("form", statement.form().id())
        .put("language", statement.language().toLanguageTag())
        .put("segment", statement.segment())
        .put("wording", statement.wording());
  }

  static JsonObject inconsistency(Inconsistency inconsistency) {
    return new JsonObject()
        .put("language", inconsistency.language().toLanguageTag())
        .put("source", inconsistency.source())
        .put("usual", inconsistency.usual())
        .put("renderings", ApiJson.array(inconsistency.renderings(), BundleJson::rendering));
  }

  private static JsonObject rendering(Inconsistency.Rendering rendering) {
    return new JsonObject()
        .put("product", rendering.target().toString())
        .put("form", rendering.form().id())
        .put("segment", rendering.segment())
        .put("text", rendering.text());
  }

  static JsonObject publication(Publication publication) {
    return new JsonObject()
        .put("product", publication.target().toString())
        .put("sha256", publication.digest().hex())
        .put("fileName", publication.fileName())
        .put("mediaType", publication.mediaType())
        .put("revision", publication.revision())
        .put("actor", publication.actor())
        .put("at", publication.at().toString());
  }
}
