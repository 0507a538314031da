package io.haidang.gateway.http.story;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.http.kit.ApiCall;
import io.haidang.gateway.http.kit.ApiJson;
import io.haidang.gateway.http.kit.HttpServices;
import io.haidang.gateway.http.kit.Operations;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.story.Bundle;
import io.haidang.gateway.story.Media;
import io.haidang.gateway.story.StoryServices;
import io.haidang.gateway.story.VoiceFormat;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Stories, their parts and products, the fact ledger, delivery. */
public final class BundleOperations {

  private final StoryServices stories;
  private final Clock clock;

  private BundleOperations(StoryServices stories, Clock clock) {
    this.stories = stories;
    this.clock = clock;
  }

  public static void add(Operations operations) {
    HttpServices services = operations.services();
    BundleOperations bundles = new BundleOperations(services.stories(), services.clock());
    operations.apart("films").reply("getFilm", bundles::film);
    operations.reply("getMedium", bundles::medium);
    operations.reply("getVoiceOver", bundles::voiceOver);
    operations.json("listBundles", bundles::list);
    operations.reply("createBundle", bundles::create);
    operations.json("getBundle", bundles::get);
    operations.created("addAsset", bundles::addAsset);
    operations.created("addRevision", bundles::addRevision);
    operations.created("correctFact", bundles::correctFact);
    operations.reply("askForProducts", bundles::ask);
    operations.json("getLedger", bundles::ledger);
    operations.json("listInconsistencies", bundles::inconsistencies);
    operations.json("listStaleReasons", bundles::stale);
    operations.reply("remakeProduct", bundles::remake);
    operations.reply("remakeBundle", bundles::remakeAll);
    operations.json("publishBundle", bundles::publish);
    operations.json("listPublications", bundles::publications);
    operations.reply("exportBundle", bundles::export);
    operations.json("getBundleContent", bundles::content);
  }

  private JsonObject list(ApiCall call) {
    return new JsonObject()
        .put(
            "bundles",
            ApiJson.array(
                stories.stories().recent(call.account(), call.offset(), call.limit()),
                BundleJson::story));
  }

  private Reply create(ApiCall call) {
    JsonObject body = call.body();
    Bundle bundle =
        stories
            .stories()
            .begin(
                BundleRequests.story(body, clock),
                BundleRequests.asset(body, call),
                call.account());
    JsonObject json = BundleJson.bundle(bundle);
    return Reply.json(201, json).with("Location", json.getString("href"));
  }

  private JsonObject get(ApiCall call) {
    return BundleJson.bundle(stories.stories().bundle(call.id()));
  }

  private JsonObject addAsset(ApiCall call) {
    return BundleJson.bundle(
        stories.stories().add(call.id(), BundleRequests.asset(call.body(), call), call.account()));
  }

  private JsonObject addRevision(ApiCall call) {
    return BundleJson.revision(
        stories
            .revisions()
            .revise(
                call.id(),
                BundleRequests.requiredText(call.body(), call),
                call.body().getString("note", ""),
                call.account()));
  }

  private JsonObject correctFact(ApiCall call) {
    JsonObject body = call.body();
    return BundleJson.revision(
        stories
            .revisions()
            .correct(
                call.id(),
                body.getString("fact"),
                body.getString("wording"),
                body.getString("note", ""),
                call.account()));
  }

  private Reply ask(ApiCall call) {
    return Reply.json(
        202,
        BundleJson.products(
            stories
                .products()
                .ask(call.id(), BundleRequests.products(call.body()), call.account())));
  }

  private JsonObject ledger(ApiCall call) {
    return new JsonObject()
        .put("facts", ApiJson.array(stories.ledger().of(call.id()), BundleJson::fact));
  }

  private JsonObject inconsistencies(ApiCall call) {
    return new JsonObject()
        .put(
            "inconsistencies",
            ApiJson.array(stories.consistency().of(call.id()), BundleJson::inconsistency));
  }

  private JsonObject stale(ApiCall call) {
    return new JsonObject()
        .put(
            "reasons",
            ApiJson.array(stories.products().staleReasons(call.id()), BundleJson::stale));
  }

  private Reply remake(ApiCall call) {
    return Reply.json(
        202,
        BundleJson.products(
            stories
                .products()
                .remake(call.id(), call.body().getInteger("version"), call.account())));
  }

  private Reply remakeAll(ApiCall call) {
    return Reply.json(
        202,
        BundleJson.products(
            stories.bundles().remake(call.id(), stories.products(), call.account())));
  }

  private JsonObject publish(ApiCall call) {
    List<UUID> products =
        BundleRequests.texts(call.body().getJsonArray("products")).stream()
            .map(ApiCall::id)
            .toList();
    return BundleJson.bundle(stories.bundles().publish(call.id(), products, call.account()));
  }

  private JsonObject publications(ApiCall call) {
    return new JsonObject()
        .put(
            "publications",
            ApiJson.array(stories.bundles().publications(call.id()), BundleJson::publication));
  }

  private Reply export(ApiCall call) {
    return Reply.file(
        "bundle-" + call.id() + ".zip",
        "application/zip",
        Buffer.buffer(stories.bundles().zip(call.id())));
  }

  private Reply medium(ApiCall call) {
    Media.Stored stored = stories.media().of(call.id());
    byte[] bytes = stories.media().bytes(stored, 0, Math.toIntExact(stored.size()));
    return Reply.inline(stored.medium().mediaType(), stored.tag(), Buffer.buffer(bytes), null);
  }

  private Reply voiceOver(ApiCall call) {
    VoiceFormat format = PublicName.constant(VoiceFormat.class, call.text("format").orElse("text"));
    return Reply.file(stories.bundles().voiceOver(call.id(), format));
  }

  private Reply film(ApiCall call) {
    return Reply.file(stories.bundles().film(call.id(), call.text("burnIn")));
  }

  private JsonObject content(ApiCall call) {
    return new JsonObject(stories.bundles().content(call.id()));
  }
}
