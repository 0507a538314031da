package io.haidang.gateway.jobs;

import io.haidang.translation.review.TargetState;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Finds targets whose process died between storing and scheduling them. */
final class ForgottenTargets {

  private ForgottenTargets() {}

  /**
   * Targets that a worker has yet to finish and that no job is of, the oldest first. Those that
   * have one are not named: after a busy day that would be a hundred thousand.
   *
   * @param task name of the jobs
   */
  static List<UUID> of(Handle handle, String task) {
    return handle
        .createQuery(
            "select t.id from target t where t.state in (:draft, :machine) and not exists"
                + " (select 1 from scheduled_tasks s where s.task_name = :task"
                + " and s.task_instance = cast(t.id as varchar(100))) order by t.updated_at")
        .bind("draft", TargetState.DRAFT.name())
        .bind("machine", TargetState.MACHINE.name())
        .bind("task", task)
        .mapTo(UUID.class)
        .list();
  }
}
