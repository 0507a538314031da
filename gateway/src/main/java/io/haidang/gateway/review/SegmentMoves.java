package io.haidang.gateway.review;

import io.haidang.gateway.store.Json;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Carries segments over to another revision of what they were made from.
 *
 * <p><b>Thread-safety:</b> no state. <b>Blocking:</b> SQL.
 */
public final class SegmentMoves {

  private static final List<Rows> ROWS =
      List.of(
          new Rows("segment", ""),
          new Rows("term_use", ""),
          new Rows("campaign_item", ""),
          new Rows("change_request", ""),
          new Rows("working_copy", ""),
          // What has been decided about stays with the decision.
          new Rows("annotation", " and result_id is null"));

  /** What goes with a segment. */
  private record Rows(String table, String condition) {}

  private SegmentMoves() {}

  /**
   * Keeps some segments of a translation, as they are and with their past, at the places where
   * their sources stand now; the others are gone.
   *
   * @param places where each kept segment goes, by where it is
   * @param units the text unit of every segment of the new revision
   */
  public static void keep(
      Handle handle, UUID target, Map<Integer, Integer> places, List<Integer> units) {
    // By way of negative numbers, so that no two are ever in one place.
    for (Rows rows : ROWS) {
      move(handle, target, rows, places);
      handle.execute(
          "delete from " + rows.table() + " where target_id = ? and idx >= 0" + rows.condition(),
          target);
      handle.execute(
          "update " + rows.table() + " set idx = -1 - idx where target_id = ?" + rows.condition(),
          target);
    }
    places.values().forEach(place -> describe(handle, target, place, units.get(place)));
  }

  private static void move(Handle handle, UUID target, Rows rows, Map<Integer, Integer> places) {
    if (places.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            "update "
                + rows.table()
                + " set idx = -1 - :to where target_id = :target and idx = :from"
                + rows.condition());
    places.forEach(
        (from, to) -> batch.bind("from", from).bind("to", to).bind("target", target).add());
    batch.execute();
  }

  private static void describe(Handle handle, UUID target, int place, int unit) {
    handle
        .createUpdate(
            "update segment set unit = :unit, origins = :origins"
                + " where target_id = :target and idx = :place")
        .bind("unit", unit)
        .bind("origins", Json.write(List.of(place)))
        .bind("target", target)
        .bind("place", place)
        .execute();
  }

  /**
   * Tells segments of a form where the sentences stand now that they were made from.
   *
   * @param origins of each segment, by its index
   */
  public static void setOrigins(Handle handle, UUID target, Map<Integer, List<Integer>> origins) {
    origins.forEach(
        (index, places) ->
            handle
                .createUpdate(
                    "update segment set origins = :origins where target_id = :target and idx = :idx")
                .bind("origins", Json.write(places))
                .bind("target", target)
                .bind("idx", index)
                .execute());
  }

  /** Takes all segments of a product away; it is to be made anew. */
  public static void removeAll(Handle handle, UUID target) {
    ROWS.forEach(
        rows ->
            handle.execute(
                "delete from " + rows.table() + " where target_id = ?" + rows.condition(), target));
  }
}
