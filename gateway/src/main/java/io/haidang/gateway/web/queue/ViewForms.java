package io.haidang.gateway.web.queue;

import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.queue.QueueFilter;
import io.haidang.gateway.queue.SavedView;
import io.haidang.gateway.queue.SavedViews;
import io.haidang.gateway.web.kit.Visit;

/** Filters are kept, renamed and forgotten. */
final class ViewForms {

  private final SavedViews views;

  ViewForms(SavedViews views) {
    this.views = views;
  }

  Reply save(Visit visit) {
    QueueFilter filter = QueueFilter.of(visit.request()::field);
    SavedView saved = views.save(visit.request().field("name"), filter, visit.account());
    return Reply.redirect("/queue?" + saved.query());
  }

  Reply rename(Visit visit) {
    views.rename(visit.request().id("id"), visit.request().field("name"), visit.account());
    return Reply.redirect("/queue");
  }

  Reply delete(Visit visit) {
    views.delete(visit.request().id("id"), visit.account());
    return Reply.redirect("/queue");
  }
}
