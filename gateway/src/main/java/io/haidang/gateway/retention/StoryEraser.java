package io.haidang.gateway.retention;

import io.haidang.gateway.draft.DeletedTargets;
import io.haidang.gateway.memory.MemoryFeed;
import io.haidang.gateway.store.ContentTable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Deletes a story with everything that was made of it, said about it and remembered from it, in the
 * caller's transaction. What it leaves are the ids of its products, for those who keep copies.
 */
final class StoryEraser {

  /**
   * A table and which of its rows go. In this order: what points at a row goes before the row.
   *
   * @param isOfTargets whether {@code condition} asks for {@code <targets>}; else for {@code
   *     :story}
   */
  record Step(String table, String condition, boolean isOfTargets) {

    private static Step ofTargets(String table) {
      return ofTargets(table, "target_id in (<targets>)");
    }

    private static Step ofTargets(String table, String condition) {
      return new Step(table, condition, true);
    }

    private static Step ofStory(String table, String condition) {
      return new Step(table, condition, false);
    }

    private void run(Handle handle, UUID story, List<UUID> targets) {
      String delete = "delete from " + table + " where " + condition;
      if (!isOfTargets) {
        handle.createUpdate(delete).bind("story", story).execute();
      } else if (!targets.isEmpty()) {
        handle.createUpdate(delete).bindList("targets", targets).execute();
      }
    }
  }

  private static final String ASSETS = "(select id from asset where story_id = :story)";

  static final List<Step> STEPS =
      List.of(
          Step.ofTargets(
              "webhook_try",
              "delivery_id in (select id from webhook_delivery where target_id in (<targets>))"),
          Step.ofTargets("webhook_delivery"),
          Step.ofTargets("notification"),
          Step.ofTargets(
              "thread_comment",
              "thread_id in (select id from comment_thread where target_id in (<targets>))"),
          Step.ofTargets("comment_thread"),
          Step.ofTargets("change_request"),
          Step.ofTargets("working_copy"),
          Step.ofTargets("target_claim"),
          Step.ofTargets("focus_time"),
          Step.ofTargets("annotation"),
          Step.ofTargets("sample_text"),
          Step.ofTargets("quality_result"),
          Step.ofTargets("term_use"),
          Step.ofTargets("campaign_item"),
          Step.ofTargets("heard"),
          Step.ofTargets("clearance"),
          Step.ofTargets("notice"),
          Step.ofTargets("published"),
          Step.ofTargets("publication"),
          Step.ofTargets("derivation", "target_id in (<targets>) or source_id in (<targets>)"),
          Step.ofTargets("stale_reason", "target_id in (<targets>) or source_id in (<targets>)"),
          Step.ofTargets("segment"),
          Step.ofTargets("event"),
          Step.ofTargets("work_under_way", "work in (<targets>)"),
          Step.ofTargets("target", "id in (<targets>)"),
          Step.ofStory("asset_revision", "asset_id in " + ASSETS),
          Step.ofStory("asset", "story_id = :story"),
          Step.ofStory("release_rule", "story_id = :story"),
          Step.ofStory("retention_hold", "story_id = :story"),
          Step.ofStory("story", "id = :story"));

  private StoryEraser() {}

  /**
   * What was deleted.
   *
   * @param files contents that nothing else names
   */
  record Erased(List<UUID> targets, int segments, int files) {

    Erased {
      targets = List.copyOf(targets);
    }
  }

  static Erased erase(Handle handle, UUID story, Instant now) {
    List<UUID> targets = targets(handle, story);
    int segments = segments(handle, targets);
    List<String> contents = contents(handle, story);
    targets.forEach(target -> MemoryFeed.retire(handle, target));
    STEPS.forEach(step -> step.run(handle, story, targets));
    unschedule(handle, targets);
    DeletedTargets.add(handle, targets, now);
    return new Erased(targets, segments, ContentTable.deleteUnused(handle, contents));
  }

  /** Locked, so that whoever is at work on one ends first, or finds it gone. */
  private static List<UUID> targets(Handle handle, UUID story) {
    return handle
        .createQuery(
            "select id from target where asset_id in " + ASSETS + " order by id for update")
        .bind("story", story)
        .mapTo(UUID.class)
        .list();
  }

  private static int segments(Handle handle, List<UUID> targets) {
    return targets.isEmpty()
        ? 0
        : handle
            .createQuery("select count(*) from segment where target_id in (<targets>)")
            .bindList("targets", targets)
            .mapTo(Integer.class)
            .one();
  }

  private static List<String> contents(Handle handle, UUID story) {
    return handle
        .createQuery(
            "select text_digest as digest from asset_revision where asset_id in "
                + ASSETS
                + " union select media_digest from asset_revision where asset_id in "
                + ASSETS
                + " union select p.digest from publication p join target t on t.id = p.target_id"
                + " where t.asset_id in "
                + ASSETS)
        .bind("story", story)
        .mapTo(String.class)
        .filter(digest -> digest != null)
        .list();
  }

  /** Jobs that nobody works on now; one that is worked on finds nothing to do. */
  private static void unschedule(Handle handle, List<UUID> targets) {
    if (!targets.isEmpty()) {
      handle
          .createUpdate(
              "delete from scheduled_tasks where picked = false and task_instance in (<targets>)")
          .bindList("targets", targets.stream().map(UUID::toString).toList())
          .execute();
    }
  }
}
