package io.haidang.gateway.web.library;

import io.haidang.gateway.http.kit.HttpServices;
import io.haidang.gateway.web.kit.PageRouter;

/** The pages of the library. */
public final class LibraryRoutes {

  private LibraryRoutes() {}

  public static void add(PageRouter router) {
    HttpServices services = router.services();
    SearchPage search = new SearchPage(services.library().library(), router.renderer());
    EntryPage entry = new EntryPage(services, router.renderer());
    router.get("/library", search::show);
    router.get("/library/:id", entry::show);
    router.post("/library/:id/passages", entry::take);
    ReleaseForms release = new ReleaseForms(services.library());
    router.post("/library/:id/rule", release::rule);
    router.post("/library/:id/clearance", release::clear);
    router.post("/library/:id/withdrawal", release::withdraw);
    router.post("/library/:id/correction", release::correct);
  }
}
