package io.haidang.gateway.web.quality;

import io.haidang.gateway.draft.Target;
import io.haidang.gateway.http.kit.HttpServices;
import io.haidang.gateway.review.ChangeRequest;
import io.haidang.gateway.web.kit.TargetLink;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.translation.review.ReviewPolicy;
import io.haidang.translation.review.ReviewPolicy.Verdict;
import io.haidang.translation.review.TargetAction;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What people say about the segments of one product, read once for a page. */
public final class NotesReader {

  private final Target target;
  private final Map<Integer, ChangeRequest> requests;
  private final boolean mayRequest;

  private NotesReader(Target target, Map<Integer, ChangeRequest> requests, boolean mayRequest) {
    this.target = target;
    this.requests = requests;
    this.mayRequest = mayRequest;
  }

  public static NotesReader of(Target target, HttpServices services, Visit visit) {
    Verdict verdict =
        ReviewPolicy.judge(
            TargetAction.REQUEST_CHANGES,
            target.state(),
            visit.account().roles(),
            target.isOf(visit.account().id()));
    return new NotesReader(
        target,
        services.desk().changeRequests(target.id()).stream()
            .collect(Collectors.toMap(ChangeRequest::segment, Function.identity())),
        verdict == Verdict.ALLOWED);
  }

  public SegmentNotes of(int segment) {
    String href = TargetLink.href(target.id()) + "/segments/" + segment;
    return new SegmentNotes(href, requests.get(segment), mayRequest);
  }

  /** The segments that are to be changed, answered or not. */
  public Set<Integer> requested() {
    return requests.keySet();
  }

  /** How many still wait for somebody. */
  public long open() {
    return requests.values().stream().filter(ChangeRequest::isOpen).count();
  }
}
