package io.haidang.gateway.http;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.campaign.CampaignItem.Place;
import io.haidang.gateway.campaign.CampaignReport;
import io.haidang.gateway.campaign.Campaigns;
import io.haidang.gateway.campaign.Campaigns.Details;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.validation.ValidatedRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The operations of {@code openapi.yaml} about rename campaigns. */
final class CampaignRoutes {

  private final Campaigns campaigns;
  private final Blocking blocking;

  private CampaignRoutes(Campaigns campaigns, Blocking blocking) {
    this.campaigns = campaigns;
    this.blocking = blocking;
  }

  static void add(RouterBuilder builder, Campaigns campaigns, Blocking blocking) {
    CampaignRoutes routes = new CampaignRoutes(campaigns, blocking);
    ApiRoutes.operation(builder, "listCampaigns", routes::list);
    ApiRoutes.operation(builder, "openCampaign", routes::open);
    ApiRoutes.operation(builder, "getCampaign", routes::get);
    ApiRoutes.operation(builder, "selectInCampaign", routes::select);
    ApiRoutes.operation(builder, "prepareCampaign", routes::prepare);
    ApiRoutes.operation(builder, "closeCampaign", routes::close);
    ApiRoutes.operation(builder, "reportCampaign", routes::report);
  }

  private void list(RoutingContext request, ValidatedRequest valid) {
    int offset = GlossaryRequests.offset(request);
    int limit = GlossaryRequests.limit(request);
    blocking.answer(
        request,
        200,
        () ->
            new JsonObject()
                .put(
                    "campaigns",
                    ApiJson.array(campaigns.list(offset, limit), CampaignJson::campaign)));
  }

  private void open(RoutingContext request, ValidatedRequest valid) {
    JsonObject body = valid.getBody().getJsonObject();
    LocalDate changedOn = date(body.getString("changedOn"));
    Account account = ApiKeyAuthentication.account(request);
    blocking.answer(
        request,
        201,
        () -> CampaignJson.details(campaigns.open(GlossaryRequests.id(body), changedOn, account)));
  }

  private static @Nullable LocalDate date(@Nullable String text) {
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, "changedOn: no date (expected: such as 2025-03-01)");
    }
  }

  private void get(RoutingContext request, ValidatedRequest valid) {
    blocking.answer(
        request, 200, () -> CampaignJson.details(campaigns.details(ApiRequests.id(request))));
  }

  private void select(RoutingContext request, ValidatedRequest valid) {
    JsonObject body = valid.getBody().getJsonObject();
    Map<Place, Boolean> choices = new LinkedHashMap<>();
    for (Object choice : body.getJsonArray("places")) {
      JsonObject place = (JsonObject) choice;
      choices.put(
          new Place(target(place), place.getInteger("index")), place.getBoolean("selected"));
    }
    Account account = ApiKeyAuthentication.account(request);
    blocking.answer(
        request,
        200,
        () ->
            CampaignJson.details(
                campaigns.select(
                    ApiRequests.id(request), body.getInteger("version"), choices, account)));
  }

  private static UUID target(JsonObject place) {
    try {
      return UUID.fromString(place.getString("target"));
    } catch (IllegalArgumentException e) {
      throw new GatewayException(ErrorCode.NOT_FOUND, "target: unknown");
    }
  }

  private void prepare(RoutingContext request, ValidatedRequest valid) {
    JsonObject body = valid.getBody().getJsonObject();
    Account account = ApiKeyAuthentication.account(request);
    blocking.answer(
        request,
        200,
        () ->
            CampaignJson.details(
                campaigns.prepare(ApiRequests.id(request), body.getInteger("version"), account)));
  }

  private void close(RoutingContext request, ValidatedRequest valid) {
    JsonObject body = valid.getBody().getJsonObject();
    Account account = ApiKeyAuthentication.account(request);
    blocking.answer(
        request,
        200,
        () ->
            CampaignJson.details(
                campaigns.close(
                    ApiRequests.id(request),
                    body.getInteger("version"),
                    body.getString("comment", ""),
                    account)));
  }

  private void report(RoutingContext request, ValidatedRequest valid) {
    boolean csv = "csv".equals(request.queryParams().get("format"));
    blocking
        .run(
            () -> {
              Details details = campaigns.details(ApiRequests.id(request));
              return csv ? CampaignReport.csv(details) : CampaignReport.markdown(details);
            })
        .onFailure(request::fail)
        .onSuccess(
            text ->
                request
                    .response()
                    .putHeader(
                        "Content-Type", (csv ? "text/csv" : "text/markdown") + "; charset=utf-8")
                    .end(text));
  }
}
