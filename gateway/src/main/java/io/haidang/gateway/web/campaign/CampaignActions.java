package io.haidang.gateway.web.campaign;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.campaign.CampaignItem.Place;
import io.haidang.gateway.campaign.Campaigns;
import io.haidang.gateway.campaign.Campaigns.Details;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.web.kit.DayField;
import io.haidang.gateway.web.kit.Pager;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.gateway.web.kit.WebRequest;
import io.haidang.gateway.web.terms.ConceptPage;
import io.haidang.gateway.web.terms.ConceptPage.Refusal;
import io.haidang.gateway.web.terms.ProposalsPage;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The steps of a rename campaign. */
final class CampaignActions {

  /** Failures that are told on the page. */
  private static final Set<ErrorCode> TOLD =
      EnumSet.of(ErrorCode.INVALID_REQUEST, ErrorCode.STALE_VERSION, ErrorCode.WRONG_STATE);

  private final Campaigns campaigns;
  private final CampaignPages pages;
  private final ConceptPage concept;

  CampaignActions(Campaigns campaigns, CampaignPages pages, ConceptPage concept) {
    this.campaigns = campaigns;
    this.pages = pages;
    this.concept = concept;
  }

  /** From the page of a concept. */
  Reply open(Visit visit) {
    try {
      LocalDate changedOn = date(visit.request().field("changedOn"));
      Details opened = campaigns.open(ConceptPage.id(visit.request()), changedOn, visit.account());
      return Reply.redirect(CampaignPages.href(opened.campaign().id()) + "?notice=opened");
    } catch (GatewayException e) {
      if (!TOLD.contains(e.code())) {
        throw e;
      }
      boolean noDate = e.code() == ErrorCode.INVALID_REQUEST;
      String message = visit.texts().get(noDate ? "concept.no-date" : "concept.campaign.refused");
      String typed = visit.request().field("changedOn");
      return concept.show(visit, new Refusal(noDate ? 422 : 409, "campaign", message, typed));
    }
  }

  private static @Nullable LocalDate date(String text) {
    try {
      return text.isBlank() ? null : DayField.read(text);
    } catch (DateTimeException e) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, "changedOn: no date (expected: such as 2025-03-01)");
    }
  }

  Reply decide(Visit visit) {
    WebRequest request = visit.request();
    UUID id = CampaignPages.id(request);
    try {
      String notice = take(request, id, visit);
      return Reply.redirect(
          CampaignPages.href(id) + "?notice=" + notice + "&page=" + Pager.number(request));
    } catch (GatewayException e) {
      if (!TOLD.contains(e.code())) {
        throw e;
      }
      int status = e.code() == ErrorCode.INVALID_REQUEST ? 422 : 409;
      return pages.show(visit, status, visit.texts().get("campaigns." + e.code().id()));
    }
  }

  /** Preparing keeps what is ticked on the page, so that nobody has to save it first. */
  private String take(WebRequest request, UUID id, Visit visit) {
    int version = request.number("version");
    switch (request.field("decision")) {
      case "select" -> campaigns.select(id, version, choices(request), visit.account());
      case "prepare" -> {
        Details chosen = campaigns.select(id, version, choices(request), visit.account());
        campaigns.prepare(id, chosen.campaign().version(), visit.account());
      }
      case "close" ->
          campaigns.close(id, version, request.field("comment").strip(), visit.account());
      default ->
          throw new GatewayException(
              ErrorCode.INVALID_REQUEST, "decision: unknown (expected: one of the form)");
    }
    return request.field("decision");
  }

  /** What was on the page, ticked or not. */
  private static Map<Place, Boolean> choices(WebRequest request) {
    List<String> ticked = request.fields("place");
    Map<Place, Boolean> choices = new LinkedHashMap<>();
    for (String name : request.fields("shown")) {
      choices.put(place(name), ticked.contains(name));
    }
    return choices;
  }

  private static Place place(String name) {
    String[] parts = name.split(":", 2);
    if (parts.length < 2 || !parts[1].matches("[0-9]{1,7}")) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, "place: malformed (expected: one of the form)");
    }
    return new Place(ProposalsPage.uuid(parts[0]), Integer.parseInt(parts[1]));
  }
}
