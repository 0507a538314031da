package io.haidang.gateway.web.review;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.events.EventLog;
import io.haidang.gateway.http.kit.HttpServices;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.review.Permission;
import io.haidang.gateway.review.SegmentView;
import io.haidang.gateway.review.WorkingCopy;
import io.haidang.gateway.web.kit.Pager;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.TargetLink;
import io.haidang.gateway.web.kit.Texts;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.gateway.web.kit.WebRequest;
import io.haidang.gateway.web.quality.DecisionNote;
import io.haidang.gateway.web.quality.NotesReader;
import io.haidang.gateway.web.review.SegmentCard.Unsaved;
import io.haidang.translation.review.TargetAction;
import io.haidang.translation.review.TargetState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Source and translation side by side. */
final class Workbench {

  private static final Set<String> FILTERS = Set.of("findings", "requested");

  private final HttpServices services;
  private final Renderer renderer;

  Workbench(HttpServices services, Renderer renderer) {
    this.services = services;
    this.renderer = renderer;
  }

  /**
   * One page of segments.
   *
   * @param filter which segments are shown: {@code findings}, {@code requested}; empty for all
   * @param withFindings how many segments have findings, on all pages
   * @param editable whether this account may edit in this state
   * @param matched versions of the segments that can be confirmed together, by index
   * @param page from 1
   * @param wish why the reviewer sent the text back or turned it down; empty otherwise
   * @param note what its author says to the reviewer; empty for nothing
   * @param threads how many open threads of comments a segment has, for those that have some
   * @param notice to say what has just happened; empty for nothing
   * @param notes what people say about the segments
   */
  record View(
      TargetBar bar,
      List<SegmentCard> cards,
      String filter,
      long withFindings,
      boolean editable,
      Map<Integer, Integer> matched,
      int page,
      int pages,
      String wish,
      String note,
      String notice,
      Map<Integer, Integer> threads,
      NotesReader notes) {

    /** What the keyboard does. */
    KeyBinding[] keys() {
      return KeyBinding.values();
    }

    List<Integer> pageNumbers() {
      return IntStream.rangeClosed(1, pages).boxed().toList();
    }

    /** As the form of {@link MatchedConfirmation} has them. */
    String matchedVersions() {
      return SegmentVersions.write(matched);
    }

    boolean onlyFindings() {
      return filter.equals("findings");
    }

    boolean onlyRequested() {
      return filter.equals("requested");
    }
  }

  /** What came of a change, for the page that follows it. */
  record Outcome(
      int status,
      TargetBar.@Nullable Refused decision,
      int segment,
      SegmentCard.@Nullable Unsaved unsaved) {

    static final Outcome NONE = new Outcome(200, null, -1, null);
  }

  Reply show(Visit visit) {
    return show(visit, Outcome.NONE);
  }

  Reply show(Visit visit, Outcome outcome) {
    Target target = services.desk().target(visit.request().target());
    NotesReader notes = NotesReader.of(target, services, visit);
    String filter = filter(visit.request());
    List<Integer> withFindings = services.desk().places(target.id(), true);
    List<Integer> chosen = chosen(filter, target, withFindings, notes);
    Map<Integer, WorkingCopy> copies =
        isEditable(visit, target)
            ? services.desk().copies().of(target.id(), visit.account())
            : Map.of();
    int pages = Math.max(1, (chosen.size() + TargetLink.PAGE_SIZE - 1) / TargetLink.PAGE_SIZE);
    int page = Math.min(pages, Pager.number(visit.request()));
    Cards cards = Cards.of(target, services, visit.texts());
    View view =
        new View(
            TargetBar.of(target, "text", services.desk(), outcome.decision(), visit),
            shown(target, chosen, page).stream()
                .map(
                    segment ->
                        cards.card(segment, unsaved(segment, outcome, copies, visit.texts())))
                .toList(),
            filter,
            withFindings.size(),
            isEditable(visit, target),
            isEditable(visit, target) ? services.desk().matched().of(target.id()) : Map.of(),
            page,
            pages,
            wish(target, visit),
            note(target),
            notice(visit),
            services.discussions().open(target.id()),
            notes);
    return Reply.html(
        outcome.status(),
        renderer.page(visit, "review/workbench", target.asset().title(), "queue", view));
  }

  private List<Integer> chosen(
      String filter, Target target, List<Integer> withFindings, NotesReader notes) {
    return switch (filter) {
      case "findings" -> withFindings;
      case "requested" -> notes.requested().stream().sorted().toList();
      default -> services.desk().places(target.id(), false);
    };
  }

  private List<SegmentView> shown(Target target, List<Integer> chosen, int page) {
    int from = Math.min(chosen.size(), (page - 1) * TargetLink.PAGE_SIZE);
    int to = Math.min(chosen.size(), from + TargetLink.PAGE_SIZE);
    return services.desk().segments(target.id(), chosen.subList(from, to));
  }

  private static @Nullable Unsaved unsaved(
      SegmentView segment, Outcome outcome, Map<Integer, WorkingCopy> copies, Texts texts) {
    return segment.index() == outcome.segment()
        ? outcome.unsaved()
        : TypedCopies.unsaved(copies.get(segment.index()), segment.version(), texts);
  }

  static boolean isEditable(Visit visit, Target target) {
    return Permission.allows(TargetAction.EDIT, target, visit.account());
  }

  static String filter(WebRequest request) {
    String filter = request.isPost() ? request.field("filter") : request.parameter("filter");
    return FILTERS.contains(filter) ? filter : "";
  }

  /** What whoever handed the text in says to its reviewer. */
  private String note(Target target) {
    return target.state() != TargetState.IN_REVIEW
        ? ""
        : services.desk().events(target.id()).stream()
            .filter(event -> event.type().equals(EventLog.CREATED))
            .findFirst()
            .map(event -> String.valueOf(event.data().getOrDefault("comment", "")))
            .orElse("");
  }

  private String wish(Target target, Visit visit) {
    if (target.state() != TargetState.CHANGES_REQUESTED && target.state() != TargetState.REJECTED) {
      return "";
    }
    String type = "target-" + PublicName.of(target.state());
    return services.desk().events(target.id()).stream()
        .filter(event -> event.type().equals(type))
        .reduce((earlier, later) -> later)
        .map(event -> event.actor() + ": " + DecisionNote.said(event, visit.texts()))
        .orElse("");
  }

  private static String notice(Visit visit) {
    String key = "notice." + visit.request().parameter("notice");
    return visit.texts().has(key) ? visit.texts().get(key) : "";
  }
}
