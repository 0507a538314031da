package io.haidang.gateway.http.campaign;

import io.haidang.gateway.campaign.CampaignItem.Place;
import io.haidang.gateway.campaign.CampaignReport;
import io.haidang.gateway.campaign.Campaigns;
import io.haidang.gateway.campaign.Campaigns.Details;
import io.haidang.gateway.http.kit.ApiCall;
import io.haidang.gateway.http.kit.ApiJson;
import io.haidang.gateway.http.kit.Operations;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.http.terms.GlossaryRequests;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** Rename campaigns. */
public final class CampaignOperations {

  private final Campaigns campaigns;

  private CampaignOperations(Campaigns campaigns) {
    this.campaigns = campaigns;
  }

  public static void add(Operations operations) {
    CampaignOperations campaigns = new CampaignOperations(operations.services().campaigns());
    operations.json("listCampaigns", campaigns::list);
    operations.created("openCampaign", call -> CampaignJson.details(campaigns.open(call)));
    operations.json("getCampaign", call -> CampaignJson.details(campaigns.get(call)));
    operations.json("selectInCampaign", call -> CampaignJson.details(campaigns.select(call)));
    operations.json("prepareCampaign", call -> CampaignJson.details(campaigns.prepare(call)));
    operations.json("closeCampaign", call -> CampaignJson.details(campaigns.close(call)));
    operations.reply("reportCampaign", campaigns::report);
  }

  private JsonObject list(ApiCall call) {
    return ApiJson.list(
        "campaigns", campaigns.list(call.offset(), call.limit()), CampaignJson::campaign);
  }

  private Details open(ApiCall call) {
    String changedOn = call.body().getString("changedOn");
    LocalDate day = changedOn == null ? null : ApiCall.day("changedOn", changedOn);
    return campaigns.open(GlossaryRequests.id(call.body()), day, call.account());
  }

  private Details get(ApiCall call) {
    return campaigns.details(call.id(), call.account());
  }

  private Details select(ApiCall call) {
    Map<Place, Boolean> choices = choices(call.body().getJsonArray("places"));
    return campaigns.select(call.id(), version(call), choices, call.account());
  }

  private static Map<Place, Boolean> choices(JsonArray places) {
    Map<Place, Boolean> choices = new LinkedHashMap<>();
    for (Object choice : places) {
      JsonObject place = (JsonObject) choice;
      choices.put(
          new Place(ApiCall.id(place.getString("target")), place.getInteger("index")),
          place.getBoolean("selected"));
    }
    return choices;
  }

  private static int version(ApiCall call) {
    return call.body().getInteger("version");
  }

  private Details prepare(ApiCall call) {
    return campaigns.prepare(call.id(), version(call), call.account());
  }

  private Details close(ApiCall call) {
    String comment = call.body().getString("comment", "");
    return campaigns.close(call.id(), version(call), comment, call.account());
  }

  private Reply report(ApiCall call) {
    boolean csv = call.text("format").filter("csv"::equals).isPresent();
    Details details = get(call);
    return csv
        ? Reply.text("text/csv", CampaignReport.csv(details))
        : Reply.text("text/markdown", CampaignReport.markdown(details));
  }
}
