package io.haidang.gateway.web.release;

import io.haidang.gateway.http.kit.RequestBodies;
import io.haidang.gateway.terms.Terminology;
import io.haidang.gateway.web.kit.PageRouter;
import java.util.concurrent.Executors;

/** The pages about the official names as a whole: releases, and lists that come in and go out. */
public final class ReleaseRoutes {

  private ReleaseRoutes() {}

  public static void add(PageRouter router) {
    addReleases(router);
    addImport(router);
  }

  private static void addReleases(PageRouter router) {
    Terminology terms = router.services().terms();
    ReleasePages releases = new ReleasePages(terms, router.renderer());
    ReleaseExport export = new ReleaseExport(terms, router.renderer());
    router.get("/glossary/releases", releases::list);
    router.get("/glossary/diff", releases::diff);
    router.get("/glossary/releases/:number/rollback", releases::askBack);
    router.post("/glossary/releases/:number/rollback", releases::goBack);
    router.get("/glossary/releases/:number/export", export::choose);
    router.get("/glossary/releases/:number/file", export::download);
  }

  private static void addImport(PageRouter router) {
    ImportPages imports =
        new ImportPages(
            router.services().terms().files(),
            new ImportRuns(router.services().clock()),
            router.renderer(),
            step -> router.blocking().run(Executors.callable(step)));
    router.get("/glossary/import", imports::start);
    router.post(RequestBodies.LIST_FORM, imports::upload);
    router.get("/glossary/import/run", imports::run);
    router.get("/glossary/import/progress", imports::progress);
    router.post("/glossary/import/run", imports::decide);
  }
}
