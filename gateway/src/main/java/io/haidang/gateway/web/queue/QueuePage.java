package io.haidang.gateway.web.queue;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.draft.ProductForm;
import io.haidang.gateway.http.kit.HttpServices;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.queue.Person;
import io.haidang.gateway.queue.Queue;
import io.haidang.gateway.queue.QueueFilter;
import io.haidang.gateway.queue.QueueServices;
import io.haidang.gateway.queue.SavedView;
import io.haidang.gateway.queue.Whose;
import io.haidang.gateway.web.kit.Pager;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.TargetLink;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.models.LanguagePair;
import io.haidang.summarization.Form;
import io.haidang.translation.review.Role;
import io.haidang.translation.review.TargetState;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What waits, that to be read first on top. */
final class QueuePage {

  private static final int SIZE = 50;

  private static final List<TargetState> TABS =
      List.of(
          TargetState.IN_REVIEW,
          TargetState.CHANGES_REQUESTED,
          TargetState.APPROVED,
          TargetState.PUBLISHED,
          TargetState.REJECTED,
          TargetState.MACHINE,
          TargetState.FAILED);

  private final HttpServices services;
  private final QueueServices queue;
  private final Renderer renderer;

  QueuePage(HttpServices services, Renderer renderer) {
    this.services = services;
    this.queue = services.queue();
    this.renderer = renderer;
  }

  /**
   * One page of the queue.
   *
   * @param narrow more to choose from
   * @param takes whether this account approves texts
   * @param nothing whether a text was asked for, and there was none
   */
  record View(
      Found found,
      List<Tab> tabs,
      List<Share> shares,
      Narrow narrow,
      List<SavedView> saved,
      boolean takes,
      boolean nothing) {

    QueueFilter filter() {
      return found.filter();
    }
  }

  /**
   * The part of the page that is read again while it is open.
   *
   * @param total texts that the filter lets through
   */
  record Found(QueueFilter filter, List<QueueRow> rows, Pager pager, long total) {

    /** The address of this very page. */
    String here() {
      return href(filter) + "&page=" + pager.page();
    }
  }

  /** A state and how many are in it. */
  record Tab(QueueFilter filter, boolean isOpen, long count) {
    String href() {
      return QueuePage.href(filter);
    }
  }

  /** All, one's own, or what is free. */
  record Share(QueueFilter filter, boolean isOpen) {
    String href() {
      return QueuePage.href(filter);
    }
  }

  /** What there is to choose from in the form of filters. */
  record Narrow(
      List<Locale> languages, List<ProductForm> forms, List<String> offices, List<Person> people) {}

  static String href(QueueFilter filter) {
    return "/queue?" + filter.query();
  }

  Reply show(Visit visit) {
    QueueFilter filter = filter(visit);
    int page = Pager.number(visit.request());
    Queue.Page read = queue.queue().page(filter, visit.account(), (page - 1) * SIZE, SIZE);
    Found found = found(visit, filter, read);
    if (visit.request().fragment()) {
      return Reply.html(renderer.fragment(visit, "queue/rows", found));
    }
    String title = visit.texts().get("queue.title");
    View view = view(visit, found, read.counts());
    return Reply.html(renderer.page(visit, "queue/queue", title, "queue", view));
  }

  /** A filter that somebody has sent; one that means nothing shows what waits. */
  private static QueueFilter filter(Visit visit) {
    try {
      return QueueFilter.of(visit.request()::parameter);
    } catch (GatewayException e) {
      if (e.code() != ErrorCode.INVALID_REQUEST) {
        throw e;
      }
      return QueueFilter.WAITING;
    }
  }

  private Found found(Visit visit, QueueFilter filter, Queue.Page read) {
    Instant now = services.clock().instant();
    return new Found(
        filter,
        read.items().stream().map(item -> QueueRow.of(item, visit.texts(), now)).toList(),
        Pager.of(visit.request(), href(filter), read.total(), SIZE),
        read.total());
  }

  private View view(Visit visit, Found found, Map<TargetState, Long> counts) {
    QueueFilter filter = found.filter();
    return new View(
        found,
        TABS.stream().map(state -> tab(filter, state, counts)).toList(),
        Arrays.stream(Whose.values())
            .map(whose -> new Share(filter.of(whose), filter.whose() == whose))
            .toList(),
        new Narrow(
            languages(), forms(), queue.assignments().offices(), queue.assignments().people()),
        queue.views().list(visit.account()),
        visit.account().has(Role.REVIEWER),
        visit.request().parameter("nothing").equals("true"));
  }

  private List<Locale> languages() {
    return services.drafts().pairs().stream()
        .flatMap((LanguagePair pair) -> Stream.of(pair.source(), pair.target()))
        .distinct()
        .sorted((one, other) -> one.toLanguageTag().compareTo(other.toLanguageTag()))
        .toList();
  }

  private static List<ProductForm> forms() {
    return Stream.concat(
            Stream.of(
                ProductForm.TRANSLATION,
                ProductForm.TRANSCRIPT,
                ProductForm.SUBTITLES,
                ProductForm.VOICE_OVER),
            Arrays.stream(Form.values()).map(form -> new ProductForm(form.id())))
        .toList();
  }

  private static Tab tab(QueueFilter filter, TargetState state, Map<TargetState, Long> counts) {
    long count = counts.getOrDefault(state, 0L);
    // Waiting for a worker and being worked on are one thing to a reader.
    long waiting = state == TargetState.MACHINE ? counts.getOrDefault(TargetState.DRAFT, 0L) : 0L;
    return new Tab(filter.in(state), filter.state() == state, count + waiting);
  }

  /** One click takes the first text that this reviewer may approve. */
  Reply takeNext(Visit visit) {
    QueueFilter filter = QueueFilter.of(visit.request()::field);
    return queue
        .queue()
        .takeNext(filter, visit.account())
        .map(item -> Reply.redirect(TargetLink.href(item.target().id()) + "?notice=taken"))
        .orElseGet(() -> Reply.redirect(href(filter) + "&nothing=true"));
  }
}
