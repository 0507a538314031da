package io.haidang.gateway.http.audit;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.audit.Area;
import io.haidang.gateway.audit.AuditEntry;
import io.haidang.gateway.audit.AuditQuery;
import io.haidang.gateway.audit.AuditTrail;
import io.haidang.gateway.audit.AuditTrail.Found;
import io.haidang.gateway.http.kit.ApiCall;
import io.haidang.gateway.http.kit.ApiJson;
import io.haidang.gateway.http.kit.Operations;
import io.haidang.gateway.http.kit.Reply;
import io.vertx.core.json.JsonObject;

/** Who did what, when. */
public final class AuditOperations {

  private final AuditTrail audit;

  private AuditOperations(AuditTrail audit) {
    this.audit = audit;
  }

  public static void add(Operations operations) {
    AuditOperations room = new AuditOperations(operations.services().admin().audit());
    operations.json("searchAudit", room::search);
    operations.reply("getAuditCsv", room::csv);
  }

  private JsonObject search(ApiCall call) {
    Found found = audit.search(query(call), call.number("page", 1), call.account());
    return ApiJson.list("entries", found.entries(), AuditOperations::entry)
        .put("more", found.more());
  }

  private Reply csv(ApiCall call) {
    return Reply.text("text/csv", audit.csv(query(call), call.account()));
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
