package io.haidang.gateway.web.queue;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.queue.Claim;
import io.haidang.gateway.queue.Person;
import io.haidang.gateway.queue.QueueItem;
import io.haidang.gateway.queue.QueueServices;
import io.haidang.gateway.review.Permission;
import io.haidang.gateway.web.kit.DayField;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.TargetLink;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.gateway.web.kit.WebRequest;
import io.haidang.translation.review.Role;
import io.haidang.translation.review.TargetAction;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who has a text in hand, for whom it is, and by when; a strip of the workbench, and a page. */
final class WorkPage {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  /** When a day ends at the office. */
  private static final String CLOSING = "17:00";

  private final QueueServices queue;
  private final Renderer renderer;
  private final Clock clock;

  WorkPage(QueueServices queue, Renderer renderer, Clock clock) {
    this.queue = queue;
    this.renderer = renderer;
    this.clock = clock;
  }

  /**
   * What is known of the work on a text, and what this account may do about it.
   *
   * @param isOwn whether the account has the text in hand
   * @param mayTake whether it may take it when nobody has it
   * @param mayTakeOver whether it may take it from somebody
   * @param mayRelease whether it may give it back for whoever has it
   * @param fresh whether the page has just been opened, so that the holder is back
   * @param people to assign it to; empty for those who may not
   * @param day of the deadline as it was typed, or as it is
   * @param time the same
   * @param problem what is wrong with the form, or empty
   */
  record View(
      QueueRow row,
      boolean isOwn,
      boolean mayTake,
      boolean mayTakeOver,
      boolean mayRelease,
      boolean mayAssign,
      boolean maySetDeadline,
      boolean fresh,
      List<Person> people,
      String day,
      String time,
      String problem) {

    @Nullable Claim claim() {
      return row.item().claim();
    }

    String href() {
      return row.href();
    }

    boolean isFor(Person person) {
      return person.equals(row.item().assignee());
    }
  }

  Reply show(Visit visit) {
    return visit.request().fragment() ? strip(visit, true) : page(visit, 200, "");
  }

  private Reply strip(Visit visit, boolean fresh) {
    View view = view(visit, fresh, "");
    return Reply.html(renderer.fragment(visit, "queue/claim", view));
  }

  private Reply page(Visit visit, int status, String problem) {
    View view = view(visit, false, problem);
    String title = view.row().target().asset().title();
    return Reply.html(status, renderer.page(visit, "queue/work", title, "queue", view));
  }

  private View view(Visit visit, boolean fresh, String problem) {
    Account account = visit.account();
    QueueItem item = queue.queue().item(visit.request().target());
    Target target = item.target();
    Claim claim = item.claim();
    boolean isOwn = claim != null && claim.holder().id().equals(account.id());
    boolean mayEdit = Permission.allows(TargetAction.EDIT, target, account);
    boolean isChief = account.has(Role.ADMIN);
    boolean mayAssign = account.hasAny(Role.REVIEWER, Role.ADMIN);
    boolean isTyped = !problem.isEmpty();
    return new View(
        QueueRow.of(item, visit.texts(), clock.instant()),
        isOwn,
        mayEdit && claim == null,
        mayEdit && claim != null && !isOwn && isChief,
        claim != null && (isOwn || isChief),
        mayAssign,
        mayAssign || target.asset().writers().contains(account.id()),
        fresh,
        mayAssign ? queue.assignments().people() : List.of(),
        isTyped ? visit.request().field("day") : day(item.deadline()),
        isTyped ? visit.request().field("time") : time(item.deadline()),
        problem);
  }

  private static String day(@Nullable Instant deadline) {
    return deadline == null ? "" : DayField.write(local(deadline).toLocalDate());
  }

  private static String time(@Nullable Instant deadline) {
    return deadline == null ? "" : TIME.format(local(deadline));
  }

  private static ZonedDateTime local(Instant instant) {
    return instant.atZone(Office.ZONE);
  }

  Reply take(Visit visit) {
    UUID target = visit.request().target();
    try {
      queue.claims().take(target, visit.account(), visit.request().field("over").equals("yes"));
    } catch (GatewayException e) {
      if (e.code() != ErrorCode.TARGET_CLAIMED) {
        throw e;
      }
    }
    return shown(visit);
  }

  Reply renew(Visit visit) {
    queue.claims().renew(visit.request().target(), visit.account());
    return shown(visit);
  }

  Reply leave(Visit visit) {
    queue.claims().leave(visit.request().target(), visit.account());
    return Reply.nothing();
  }

  Reply release(Visit visit) {
    queue.claims().release(visit.request().target(), visit.account());
    return shown(visit);
  }

  Reply assign(Visit visit) {
    WebRequest request = visit.request();
    return changed(
        visit,
        () -> queue.assignments().assign(request.target(), request.field("to"), visit.account()),
        "work.wrong-person");
  }

  Reply setDeadline(Visit visit) {
    WebRequest request = visit.request();
    Instant deadline;
    try {
      deadline = deadline(request.field("day"), request.field("time"));
    } catch (DateTimeException e) {
      return page(visit, 422, visit.texts().get("work.wrong-deadline"));
    }
    return changed(
        visit,
        () -> queue.assignments().setDeadline(request.target(), deadline, visit.account()),
        "work.wrong-deadline");
  }

  private Reply changed(Visit visit, Runnable change, String problem) {
    try {
      change.run();
    } catch (GatewayException e) {
      if (e.code() != ErrorCode.INVALID_REQUEST) {
        throw e;
      }
      return page(visit, 422, visit.texts().get(problem));
    }
    return Reply.redirect(TargetLink.href(visit.request().target()) + "/work");
  }

  /** A day without a time means the end of that day's work; no day means no deadline. */
  private static @Nullable Instant deadline(String day, String time) {
    if (day.isBlank()) {
      return null;
    }
    LocalDate date = DayField.read(day);
    LocalTime at = LocalTime.parse(time.isBlank() ? CLOSING : time.strip());
    return date.atTime(at).atZone(Office.ZONE).toInstant();
  }

  /** A script gets the strip; others go on to the text. */
  private Reply shown(Visit visit) {
    return visit.request().fragment()
        ? strip(visit, false)
        : Reply.redirect(TargetLink.href(visit.request().target()));
  }
}
