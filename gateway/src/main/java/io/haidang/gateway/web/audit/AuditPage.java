package io.haidang.gateway.web.audit;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.audit.Area;
import io.haidang.gateway.audit.AuditEntry;
import io.haidang.gateway.audit.AuditQuery;
import io.haidang.gateway.audit.AuditTrail;
import io.haidang.gateway.audit.AuditTrail.Found;
import io.haidang.gateway.events.EventLog;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.web.kit.Pager;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.Texts;
import io.haidang.gateway.web.kit.Visit;
import io.vertx.core.buffer.Buffer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Who did what, when, for administrators and auditors. */
final class AuditPage {

  private final AuditTrail audit;
  private final Renderer renderer;

  AuditPage(AuditTrail audit, Renderer renderer) {
    this.audit = audit;
    this.renderer = renderer;
  }

  /**
   * What was found.
   *
   * @param problem in words; empty for none
   */
  record View(TypedAudit typed, Found found, int page, String problem) {

    List<Area> areas() {
      return List.of(Area.values());
    }

    String actor(AuditEntry entry, Texts texts) {
      return entry.actor().equals(EventLog.WORKER) ? texts.get("event.by-machine") : entry.actor();
    }

    /** What was done, in words. */
    String what(AuditEntry entry, Texts texts) {
      String key = prefix(entry.area()) + entry.type();
      return texts.has(key)
          ? texts.get(key, place(entry, "index"), place(entry, "from"), place(entry, "to"))
          : entry.type();
    }

    private static String prefix(Area area) {
      return switch (area) {
        case TEXT -> "event.";
        case NAME -> "term-event.";
        case CAMPAIGN -> "campaign-event.";
        case ACCOUNT -> "account-event.";
        case RETENTION -> "retention-event.";
        case OFFICE -> "office-event.";
        case ENGINE -> "engine-event.";
        case AUDIT -> "audit-event.";
      };
    }

    /** Segments count from 0 in the log and from 1 for people. */
    private static int place(AuditEntry entry, String name) {
      return entry.places().getOrDefault(name, -1) + 1;
    }

    /** The page about what it was done to; accounts have one for administrators only. */
    Optional<String> href(AuditEntry entry, boolean administers) {
      return switch (entry.area()) {
        case TEXT -> Optional.of("/targets/" + entry.subject() + "/history");
        case NAME ->
            Optional.of(
                "/glossary/concepts/"
                    + URLEncoder.encode(entry.subject(), StandardCharsets.UTF_8)
                        .replace("+", "%20"));
        case CAMPAIGN -> Optional.of("/glossary/campaigns/" + entry.subject());
        case RETENTION -> Optional.of("/retention");
        case OFFICE -> administers ? Optional.of("/offices") : Optional.empty();
        case ENGINE -> administers ? Optional.of("/engines") : Optional.empty();
        case ACCOUNT, AUDIT ->
            administers ? Optional.of("/accounts/" + entry.subject()) : Optional.empty();
      };
    }

    String area(AuditEntry entry) {
      return PublicName.of(entry.area());
    }
  }

  Reply show(Visit visit) {
    TypedAudit typed = TypedAudit.of(visit.request());
    int page = Pager.number(visit.request());
    Optional<AuditQuery> query = typed.query();
    if (query.isEmpty()) {
      String problem = visit.texts().get("audit.unfit");
      return page(visit, 422, new View(typed, nothing(visit), 1, problem));
    }
    return page(
        visit, 200, new View(typed, audit.search(query.get(), page, visit.account()), page, ""));
  }

  /** Not even that for whoever may not read the audit. */
  private static Found nothing(Visit visit) {
    AuditTrail.requireReader(visit.account());
    return new Found(List.of(), false);
  }

  private Reply page(Visit visit, int status, View view) {
    String title = visit.texts().get("audit.title");
    return Reply.html(status, renderer.page(visit, "audit/audit", title, "audit", view));
  }

  Reply csv(Visit visit) {
    AuditQuery query = TypedAudit.of(visit.request()).query().orElse(AuditQuery.ALL);
    return Reply.file(
        "audit.csv", "text/csv; charset=utf-8", Buffer.buffer(audit.csv(query, visit.account())));
  }
}
