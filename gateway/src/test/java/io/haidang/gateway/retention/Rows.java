package io.haidang.gateway.retention;

import io.haidang.gateway.draft.Target;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;

/** Rows of a text in the tables that a day's work fills seldom. */
final class Rows {

  private static final List<String> OF_TARGET =
      List.of(
          "update published set withdrawn_at = current_timestamp where target_id = :target",
          "insert into webhook (id, owner_id, url, milestones, scope, state, secret, failures,"
              + " created_at) values (:one, :person, 'https://a.example', ' ', 'OWN', 'ACTIVE', '',"
              + " 0, current_timestamp)",
          "insert into webhook_delivery (webhook_id, event_id, target_id, state, tries, due_at,"
              + " created_at) select :one, max(id), :target, 'WAITING', 0, current_timestamp,"
              + " current_timestamp from event where target_id = :target",
          "insert into webhook_try (delivery_id, number, at, millis, outcome)"
              + " select max(id), 1, current_timestamp, 1, 'OK' from webhook_delivery",
          "insert into change_request (target_id, idx, reason, person, at)"
              + " values (:target, 0, :word, 'Bình', current_timestamp)",
          "insert into target_claim (target_id, account_id, since, until)"
              + " values (:target, :person, current_timestamp, current_timestamp)",
          "insert into focus_time (target_id, idx, account_id, seconds, beat_at)"
              + " values (:target, 0, :person, 9, current_timestamp)",
          "insert into quality_result (target_id, outcome, round, at, person_id, person, language,"
              + " office, form, engine, words, points, points_limit, segments, changed_segments,"
              + " edits, edited_words, seconds) values (:target, 'APPROVED', 1, current_timestamp,"
              + " :person, 'Bình', 'en', 'Văn phòng', 'translation', 'e', 1, 0, 8, 1, 0, 0, 0, 0)",
          "insert into sample (id, first_month, last_month, seed, population, person_id, person, at)"
              + " values (:one, '2026-03', '2026-03', 1, 1, :person, 'Bình', current_timestamp)",
          "insert into sample_text (sample_id, target_id, ordinal, risk, probability, result_id)"
              + " select :one, :target, 1, 1, 1, max(id) from quality_result",
          "update annotation set result_id = (select max(id) from quality_result)",
          "insert into term_use (target_id, idx, ordinal, concept_id, wording, rendering, release)"
              + " select :target, 0, 99, min(id), :word, :word, '1' from concept",
          "insert into campaign (id, concept_id, release, changed_on, state, version, opened_at)"
              + " select :one, min(id), 1, current_date, 'OPEN', 1, current_timestamp from concept",
          "insert into campaign_item (campaign_id, target_id, idx, selected, state, reason)"
              + " values (:one, :target, 0, true, 'OPEN', '')",
          "insert into heard (target_id, pieces, engine, version, at)"
              + " values (:target, :word, 'e', '1', current_timestamp)",
          "insert into clearance (target_id, digest, account_id, at)"
              + " values (:target, 'd', :person, current_timestamp)",
          "insert into stale_reason (target_id, ordinal, kind, revision, before_text, after_text,"
              + " source_id, at) select target_id, 1, 'SOURCE', 1, :word, :word, :target,"
              + " current_timestamp from segment where target_id <> :target limit 1",
          "insert into derivation (target_id, source_id) select distinct target_id, :target"
              + " from segment where target_id <> :target",
          "insert into work_under_way (work, starts, begun_at)"
              + " values (:target, 1, current_timestamp)",
          "insert into release_rule (story_id, ordinal, actor_id, at)"
              + " select a.story_id, 1, :person, a.created_at from asset a join target t"
              + " on t.asset_id = a.id where t.id = :target",
          "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
              + " select 'translate', cast(id as varchar(40)), current_timestamp, false, 1"
              + " from target where id = :target");

  private Rows() {}

  static void fill(Handle handle, Target target, UUID person, String word) {
    UUID one = UUID.randomUUID();
    handle.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
    for (String insert : OF_TARGET) {
      handle
          .createUpdate(insert)
          .bind("target", target.id())
          .bind("person", person)
          .bind("one", one)
          .bind("word", word)
          .execute();
    }
  }
}
