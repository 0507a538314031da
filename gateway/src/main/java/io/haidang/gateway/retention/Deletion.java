package io.haidang.gateway.retention;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.retention.StoryEraser.Erased;
import java.time.Instant;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** One story goes, and the audit says so. */
final class Deletion {

  private Deletion() {}

  /** Deletes a story that the caller has locked and found fit. */
  static void run(Handle handle, Keeping keeping, String actor, Instant now) {
    Erased erased = StoryEraser.erase(handle, keeping.story(), now);
    RetentionLog.append(
        handle,
        RetentionLog.DELETED,
        actor,
        now,
        keeping.story(),
        keeping.office(),
        Map.of(
            "label", PublicName.of(keeping.label()),
            "targets", erased.targets(),
            "texts", erased.targets().size(),
            "segments", erased.segments(),
            "files", erased.files()));
  }
}
