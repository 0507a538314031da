package io.haidang.gateway.crash;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Starts of work that has not ended, in SQL. */
final class StartTable {

  private final Clock clock;

  StartTable(Clock clock) {
    this.clock = clock;
  }

  /** How often it was begun since it last got on; 0 when nobody is at it and nobody died of it. */
  int count(Handle handle, UUID work) {
    return handle
        .createQuery("select starts from work_under_way where work = :work")
        .bind("work", work)
        .mapTo(int.class)
        .findOne()
        .orElse(0);
  }

  void put(Handle handle, UUID work, int starts) {
    if (update(handle, work, starts) == 0) {
      handle
          .createUpdate(
              "insert into work_under_way (work, starts, begun_at) values (:work, :starts, :now)"
                  + " on conflict do nothing")
          .bind("work", work)
          .bind("starts", starts)
          .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
          .execute();
    }
  }

  private int update(Handle handle, UUID work, int starts) {
    return handle
        .createUpdate(
            "update work_under_way set starts = :starts, begun_at = :now where work = :work")
        .bind("work", work)
        .bind("starts", starts)
        .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** The present start is the first since it got on. */
  void reset(Handle handle, UUID work) {
    handle.execute("update work_under_way set starts = 1 where work = ? and starts > 1", work);
  }

  static void delete(Handle handle, UUID work) {
    handle.execute("delete from work_under_way where work = ?", work);
  }
}
