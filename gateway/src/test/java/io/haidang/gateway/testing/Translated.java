package io.haidang.gateway.testing;

import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.TargetTable;
import io.haidang.gateway.review.SegmentTable;
import io.haidang.gateway.store.Database;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.review.TargetAction;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** What a machine has made of drafts, without a machine. */
public final class Translated {

  private Translated() {}

  /** Hands in a text of these sentences, one to a line, which waits for review. */
  public static UUID inReview(
      Drafted drafted, List<TranslatedSegment> made, Database database, Clock clock) {
    String text = String.join("\n", made.stream().map(TranslatedSegment::source).toList());
    return inReview(drafted.submit("Tin", text, "en").get(0), made, database, clock);
  }

  /** Brings a draft before its reviewers, its first segments as they were made. */
  public static UUID inReview(
      Target draft, List<TranslatedSegment> made, Database database, Clock clock) {
    TargetTable targets = new TargetTable(clock);
    List<Integer> units = IntStream.range(0, made.size()).boxed().toList();
    database
        .jdbi()
        .useTransaction(
            handle -> {
              Target machine = targets.move(handle, draft, TargetAction.TRANSLATE, null, null);
              SegmentTable.insert(handle, draft.id(), 0, units, made);
              targets.setTotal(handle, draft.id(), made.size());
              targets.move(handle, machine, TargetAction.SUBMIT_FOR_REVIEW, null, null);
            });
    return draft.id();
  }
}
