package io.haidang.gateway.web.campaign;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.campaign.Campaign;
import io.haidang.gateway.campaign.CampaignItem;
import io.haidang.gateway.campaign.CampaignReport;
import io.haidang.gateway.campaign.CampaignState;
import io.haidang.gateway.campaign.Campaigns;
import io.haidang.gateway.campaign.Campaigns.Details;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.terms.Terminology;
import io.haidang.gateway.web.kit.Pager;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.gateway.web.kit.WebRequest;
import io.haidang.gateway.web.terms.ConceptLink;
import io.haidang.glossary.ConceptId;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.UUID;

/** Rename campaigns to look at: the list, one of them, its report. */
final class CampaignPages {

  private static final String ADDRESS = "/glossary/campaigns";

  private static final int CAMPAIGNS_OF_A_PAGE = 50;

  /** Each place is up to two fields, and a form may have 256. */
  private static final int PLACES_OF_A_PAGE = 100;

  private final Campaigns campaigns;
  private final Terminology terms;
  private final Renderer renderer;

  CampaignPages(Campaigns campaigns, Terminology terms, Renderer renderer) {
    this.campaigns = campaigns;
    this.terms = terms;
    this.renderer = renderer;
  }

  /** Campaigns, the newest first. */
  record ListView(List<Row> rows, Pager pager) {}

  /** A campaign and the name that it is about. */
  record Row(Campaign campaign, ConceptLink concept) {

    String href() {
      return CampaignPages.href(campaign.id());
    }
  }

  /**
   * One campaign.
   *
   * @param places of this page
   * @param refusal why a step was refused; empty usually
   */
  record View(
      Row row,
      Details details,
      List<CampaignPlace> places,
      Pager pager,
      String comment,
      String notice,
      String refusal) {

    Campaign campaign() {
      return details.campaign();
    }

    boolean isOpen() {
      return campaign().state() == CampaignState.OPEN;
    }

    boolean isClosed() {
      return campaign().state() == CampaignState.CLOSED;
    }
  }

  static String href(UUID campaign) {
    return ADDRESS + "/" + campaign;
  }

  static UUID id(WebRequest request) {
    try {
      return UUID.fromString(request.parameter("campaign"));
    } catch (IllegalArgumentException e) {
      throw new GatewayException(ErrorCode.NOT_FOUND, "campaign: unknown (expected: a known one)");
    }
  }

  Reply list(Visit visit) {
    Pager pager = Pager.of(visit.request(), ADDRESS, campaigns.count(), CAMPAIGNS_OF_A_PAGE);
    List<Row> rows =
        campaigns.list(pager.offset(CAMPAIGNS_OF_A_PAGE), CAMPAIGNS_OF_A_PAGE).stream()
            .map(this::row)
            .toList();
    String title = visit.texts().get("campaigns.title");
    return Reply.html(
        renderer.page(visit, "campaign/campaigns", title, "glossary", new ListView(rows, pager)));
  }

  private Row row(Campaign campaign) {
    return new Row(campaign, link(campaign.concept()));
  }

  private ConceptLink link(ConceptId id) {
    return ConceptLink.to(id, terms);
  }

  Reply show(Visit visit) {
    return show(visit, 200, "");
  }

  Reply show(Visit visit, int status, String refusal) {
    Details details = campaigns.details(id(visit.request()), visit.account());
    Campaign campaign = details.campaign();
    Pager pager =
        Pager.of(visit.request(), href(campaign.id()), details.items().size(), PLACES_OF_A_PAGE);
    List<CampaignPlace> places =
        details.items().stream()
            .skip(pager.offset(PLACES_OF_A_PAGE))
            .limit(PLACES_OF_A_PAGE)
            .map(item -> CampaignPlace.of(item, campaign))
            .toList();
    View view =
        new View(
            row(campaign),
            details,
            places,
            pager,
            visit.request().field("comment"),
            notice(visit),
            refusal);
    return Reply.html(
        status,
        renderer.page(visit, "campaign/campaign", view.row().concept().name(), "glossary", view));
  }

  private static String notice(Visit visit) {
    String key = "campaigns.notice." + visit.request().parameter("notice");
    return visit.texts().has(key) ? visit.texts().get(key) : "";
  }

  /** Every place, for a file cabinet or a spreadsheet. */
  Reply report(Visit visit) {
    Details details = campaigns.details(id(visit.request()), visit.account());
    boolean csv = visit.request().parameter("format").equals("csv");
    String name = "campaign-" + details.campaign().openedAt().toString().substring(0, 10);
    return csv
        ? Reply.file(
            name + ".csv", "text/csv; charset=utf-8", Buffer.buffer(CampaignReport.csv(details)))
        : Reply.file(
            name + ".md",
            "text/markdown; charset=utf-8",
            Buffer.buffer(CampaignReport.markdown(details)));
  }

  /** A place as a box to tick names it. */
  static String name(CampaignItem item) {
    return item.target() + ":" + item.index();
  }
}
