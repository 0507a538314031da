package io.haidang.gateway.http.audit;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.audit.Area;
import io.haidang.gateway.audit.AuditChain;
import io.haidang.gateway.audit.AuditEntry;
import io.haidang.gateway.audit.AuditQuery;
import io.haidang.gateway.audit.AuditTrail;
import io.haidang.gateway.audit.AuditTrail.Found;
import io.haidang.gateway.audit.ChainHead;
import io.haidang.gateway.audit.ChainReport;
import io.haidang.gateway.audit.ChainReport.Flaw;
import io.haidang.gateway.http.kit.ApiCall;
import io.haidang.gateway.http.kit.ApiJson;
import io.haidang.gateway.http.kit.Operations;
import io.haidang.gateway.http.kit.Reply;
import io.vertx.core.json.JsonObject;

/** Who did what, when. */
public final class AuditOperations {

  private final AuditTrail audit;
  private final AuditChain chain;

  private AuditOperations(AuditTrail audit, AuditChain chain) {
    this.audit = audit;
    this.chain = chain;
  }

  public static void add(Operations operations) {
    AuditOperations room =
        new AuditOperations(
            operations.services().admin().audit(), operations.services().admin().chain());
    operations.json("searchAudit", room::search);
    operations.reply("getAuditCsv", room::csv);
    operations.json("verifyAuditChain", room::verify);
  }

  private JsonObject search(ApiCall call) {
    Found found = audit.search(query(call), call.number("page", 1), call.account());
    return ApiJson.list("entries", found.entries(), AuditOperations::entry)
        .put("more", found.more());
  }

  private Reply csv(ApiCall call) {
    return Reply.text("text/csv", audit.csv(query(call), call.account()));
  }

  private JsonObject verify(ApiCall call) {
    ChainReport report = chain.verify(call.text("head").map(ChainHead::parse), call.account());
    return ApiJson.list("flaws", report.flaws(), AuditOperations::flaw)
        .put("intact", report.isIntact())
        .put("entries", report.head().position())
        .put("erased", report.erased())
        .put("head", report.head().toString())
        .put("sealedAt", report.sealedAt() == null ? null : report.sealedAt().toString());
  }

  private static JsonObject flaw(Flaw flaw) {
    return new JsonObject()
        .put("kind", PublicName.of(flaw.kind()))
        .put("link", flaw.position())
        .put("area", flaw.area() == null ? null : PublicName.of(flaw.area()))
        .put("entry", flaw.entry());
  }

  private static AuditQuery query(ApiCall call) {
    return new AuditQuery(
        call.text("actor").orElse(""),
        call.text("area").map(name -> PublicName.constant(Area.class, name)).orElse(null),
        call.text("subject").orElse(""),
        call.text("from").map(day -> ApiCall.day("from", day)).orElse(null),
        call.text("until").map(day -> ApiCall.day("until", day)).orElse(null),
        call.text("machine").orElse("").equals("true"));
  }

  private static JsonObject entry(AuditEntry entry) {
    return new JsonObject()
        .put("at", entry.at().toString())
        .put("area", PublicName.of(entry.area()))
        .put("type", entry.type())
        .put("actor", entry.actor())
        .put("subject", entry.subject())
        .put("title", entry.title())
        .put("office", entry.office());
  }
}
