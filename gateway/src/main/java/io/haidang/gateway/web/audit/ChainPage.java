package io.haidang.gateway.web.audit;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.audit.AuditChain;
import io.haidang.gateway.audit.ChainHead;
import io.haidang.gateway.audit.ChainReport;
import io.haidang.gateway.audit.ChainReport.Flaw;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.Texts;
import io.haidang.gateway.web.kit.Visit;
import java.util.Optional;

/** Whether the audit is as it was written, for administrators and auditors. */
final class ChainPage {

  private final AuditChain chain;
  private final Renderer renderer;

  ChainPage(AuditChain chain, Renderer renderer) {
    this.chain = chain;
    this.renderer = renderer;
  }

  /**
   * What the reading found.
   *
   * @param typed the head that was asked for, right or wrong
   * @param isUnreadable whether it is no head
   */
  record View(ChainReport report, String typed, boolean isUnreadable) {

    /** A flaw in words. */
    String flaw(Flaw flaw, Texts texts) {
      String area = flaw.area() == null ? "" : texts.name("audit-area", flaw.area());
      return texts.get(
          "audit-flaw." + PublicName.of(flaw.kind()), flaw.position(), area, flaw.entry());
    }
  }

  Reply show(Visit visit) {
    String typed = visit.request().parameter("head").strip();
    Optional<ChainHead> noted = read(typed);
    boolean isUnreadable = noted.isEmpty() && !typed.isEmpty();
    View view = new View(chain.verify(noted, visit.account()), typed, isUnreadable);
    return Reply.html(
        isUnreadable ? 422 : 200,
        renderer.page(visit, "audit/chain", visit.texts().get("audit.chain"), "audit", view));
  }

  private static Optional<ChainHead> read(String typed) {
    try {
      return typed.isEmpty() ? Optional.empty() : Optional.of(ChainHead.parse(typed));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
