package io.haidang.gateway.draft;

import io.haidang.gateway.draft.StaleReason.Kind;
import io.haidang.translation.review.TargetState;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Tells products that one that they were made from is not as it was.
 *
 * <p><b>Thread-safety:</b> no state. <b>Blocking:</b> SQL.
 */
public final class SourceChanges {

  private SourceChanges() {}

  /**
   * Marks everything that is made from {@code source}, by whatever way, as stale; what is still to
   * be made will be made from the new text, and what knows already is not told twice.
   *
   * @param revision of the asset that they belong to
   * @param before what the source said; empty when it is stale itself
   * @param after what it says; empty when it is stale itself
   */
  public static void mark(
      Handle handle, UUID source, int revision, String before, String after, Instant now) {
    for (UUID target : DerivationTable.descendants(handle, source)) {
      if (!isUnfinished(handle, target) && !isKnown(handle, target, source)) {
        StaleTable.add(
            handle,
            target,
            new StaleReason(Kind.SOURCE_CHANGED, null, revision, before, after, source, now));
      }
    }
  }

  private static boolean isUnfinished(Handle handle, UUID target) {
    TargetState state =
        handle
            .createQuery("select state from target where id = :id")
            .bind("id", target)
            .mapTo(TargetState.class)
            .one();
    return state == TargetState.DRAFT || state == TargetState.MACHINE;
  }

  private static boolean isKnown(Handle handle, UUID target, UUID source) {
    return StaleTable.of(handle, target).stream()
        .anyMatch(reason -> source.equals(reason.source()));
  }
}
