package io.haidang.gateway.http.campaign;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.campaign.Campaign;
import io.haidang.gateway.campaign.CampaignEvent;
import io.haidang.gateway.campaign.CampaignItem;
import io.haidang.gateway.campaign.Campaigns.Details;
import io.haidang.gateway.campaign.Progress;
import io.haidang.gateway.http.kit.ApiJson;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Rename campaigns as the API shows them. */
final class CampaignJson {

  private CampaignJson() {}

  static JsonObject details(Details details) {
    return campaign(details.campaign())
        .put("progress", progress(details.progress()))
        .put("places", ApiJson.array(details.items(), CampaignJson::item))
        .put("events", ApiJson.array(details.events(), CampaignJson::event));
  }

  static JsonObject campaign(Campaign campaign) {
    return new JsonObject()
        .put("id", campaign.id().toString())
        .put("concept", campaign.concept().value())
        .put(
            "renames",
            ApiJson.array(
                campaign.renames(),
                rename ->
                    new JsonObject()
                        .put("language", rename.language().toLanguageTag())
                        .put("oldName", rename.oldName())
                        .put("newName", rename.newName())))
        .put("release", campaign.release())
        .put("changedOn", campaign.changedOn().toString())
        .put("state", PublicName.of(campaign.state()))
        .put("version", campaign.version())
        .put("openedAt", campaign.openedAt().toString());
  }

  private static JsonObject progress(Progress progress) {
    return new JsonObject()
        .put("places", progress.places())
        .put("selected", progress.selected())
        .put("prepared", progress.prepared())
        .put("byHand", progress.byHand())
        .put("settled", progress.settled())
        .put("texts", progress.texts())
        .put("exported", progress.exported());
  }

  private static JsonObject item(CampaignItem item) {
    return new JsonObject()
        .put("target", item.target().toString())
        .put("draft", item.asset().toString())
        .put("title", item.title())
        .put("language", item.language().toLanguageTag())
        .put("textDate", item.textDate().toString())
        .put("targetState", PublicName.of(item.targetState()))
        .put("exports", new JsonArray(item.exports().stream().map(String::valueOf).toList()))
        .put("index", item.index())
        .put("text", item.text())
        .put("selected", item.selected())
        .put("state", PublicName.of(item.state()))
        .put("reason", item.reason());
  }

  private static JsonObject event(CampaignEvent event) {
    return new JsonObject()
        .put("type", event.type())
        .put("actor", event.actor())
        .put("at", event.at().toString())
        .put("data", new JsonObject(event.data()));
  }
}
