package io.haidang.gateway.web.audit;

import io.haidang.gateway.web.kit.PageRouter;

/** The pages of the audit. */
public final class AuditRoutes {

  private AuditRoutes() {}

  public static void add(PageRouter router) {
    AuditPage page = new AuditPage(router.services().admin().audit(), router.renderer());
    router.get("/audit", page::show);
    router.get("/audit/csv", page::csv);
    ChainPage chain = new ChainPage(router.services().admin().chain(), router.renderer());
    router.get("/audit/chain", chain::show);
  }
}
