package io.haidang.gateway.web.report;

import io.haidang.gateway.web.kit.PageRouter;

/** The pages of reports. */
public final class ReportRoutes {

  private ReportRoutes() {}

  public static void add(PageRouter router) {
    ReportPage page =
        new ReportPage(router.services().reports(), router.renderer(), router.services().clock());
    router.get("/reports", page::latest);
    router.get("/reports/:month", page::show);
    router.get("/reports/:month/csv", page::csv);
  }
}
