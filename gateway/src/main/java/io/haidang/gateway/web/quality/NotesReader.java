package io.haidang.gateway.web.quality;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.http.kit.HttpServices;
import io.haidang.gateway.quality.Annotation;
import io.haidang.gateway.quality.Annotations;
import io.haidang.gateway.review.ChangeRequest;
import io.haidang.gateway.review.Permission;
import io.haidang.gateway.web.kit.TargetLink;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.translation.review.TargetAction;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What people say about the segments of one product, read once for a page. */
public final class NotesReader {

  private final Target target;
  private final Account reader;
  private final Map<Integer, ChangeRequest> requests;
  private final Map<Integer, List<Annotation>> annotations;

  private NotesReader(
      Target target, Account reader, List<ChangeRequest> requests, List<Annotation> annotations) {
    this.target = target;
    this.reader = reader;
    this.requests =
        requests.stream().collect(Collectors.toMap(ChangeRequest::segment, Function.identity()));
    this.annotations =
        annotations.stream()
            .filter(annotation -> !annotation.isDecided())
            .collect(Collectors.groupingBy(Annotation::segment));
  }

  public static NotesReader of(Target target, HttpServices services, Visit visit) {
    return new NotesReader(
        target,
        visit.account(),
        services.desk().changeRequests(target.id()),
        services.quality().annotations().of(target.id()));
  }

  public SegmentNotes of(int segment) {
    return new SegmentNotes(
        TargetLink.href(target.id()) + "/segments/" + segment,
        segment,
        requests.get(segment),
        Permission.allows(TargetAction.REQUEST_CHANGES, target, reader),
        annotations.getOrDefault(segment, List.of()),
        Annotations.mayAnnotate(target, reader),
        reader.id());
  }

  /** The segments that are to be changed, answered or not. */
  public Set<Integer> requested() {
    return requests.keySet();
  }
}
