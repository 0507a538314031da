package io.haidang.gateway.web.queue;

import io.haidang.gateway.http.kit.HttpServices;
import io.haidang.gateway.web.kit.PageRouter;

/** The pages of the queue. */
public final class QueueRoutes {

  private QueueRoutes() {}

  public static void add(PageRouter router) {
    HttpServices services = router.services();
    QueuePage queue = new QueuePage(services, router.renderer());
    ViewForms views = new ViewForms(services.queue().views());
    WorkPage work = new WorkPage(services.queue(), router.renderer(), services.clock());
    router.get("/queue", queue::show);
    router.post("/queue/next", queue::takeNext);
    router.post("/queue/views", views::save);
    router.post("/queue/views/:id", views::rename);
    router.post("/queue/views/:id/delete", views::delete);
    router.get("/targets/:id/work", work::show);
    router.post("/targets/:id/claim", work::take);
    router.post("/targets/:id/claim/renew", work::renew);
    router.post("/targets/:id/claim/leave", work::leave);
    router.post("/targets/:id/claim/release", work::release);
    router.post("/targets/:id/assignment", work::assign);
    router.post("/targets/:id/deadline", work::setDeadline);
  }
}
