package io.haidang.gateway.privacy;

import java.util.List;

/**
 * One list of what is kept of a person.
 *
 * @param name of its file, without the ending
 * @param select what the person has made or said, or what was noted of them; never what others
 *     wrote, nor a secret. {@code :account} is the person's id
 * @param order of its rows, the same at each look
 */
record Section(String name, String select, String order) {

  static final List<Section> ALL =
      List.of(
          new Section(
              "profile",
              "select login, display_name, office, roles, created_at from account"
                  + " where id = :account",
              "login"),
          new Section(
              "profile-history",
              "select type, at, data from account_event where account_id = :account",
              "at, type"),
          new Section(
              "identities",
              "select issuer, subject, linked_at from account_identity where account_id = :account",
              "issuer, subject"),
          new Section(
              "mail-address",
              "select address, pace, language from mail_address where account_id = :account",
              "address"),
          new Section(
              "notification-choices",
              "select occasion, way from notification_choice where account_id = :account",
              "occasion"),
          new Section(
              "notifications",
              "select id, occasion, target_id, segment, at, read_at from notification"
                  + " where account_id = :account",
              "id"),
          new Section(
              "sessions",
              "select expires_at, seen_at from session where account_id = :account",
              "expires_at, seen_at"),
          new Section(
              "keys",
              "select name, scopes, created_at, expires_at, revoked_at, last_used_at from api_key"
                  + " where account_id = :account",
              "created_at, name"),
          new Section(
              "key-use",
              "select k.name, u.used_on, u.requests, u.characters, u.documents from key_use u"
                  + " join api_key k on k.id = u.key_id where k.account_id = :account",
              "used_on, name"),
          new Section(
              "webhooks",
              "select id, url, milestones, state, created_at from webhook where owner_id = :account",
              "id"),
          new Section(
              "stories",
              "select id, title, sensitivity, text_date, office, created_at from story"
                  + " where owner_id = :account",
              "created_at, id"),
          new Section(
              "drafts",
              "select id, story_id, title, kind, source_language, created_at from asset"
                  + " where author_id = :account",
              "created_at, id"),
          new Section(
              "revisions",
              "select asset_id, number, text_name, media_name, note, created_at"
                  + " from asset_revision where author_id = :account",
              "asset_id, number"),
          new Section(
              "working-copies",
              "select target_id, idx, text, saved_at from working_copy"
                  + " where account_id = :account and text is not null",
              "target_id, idx"),
          new Section(
              "decisions",
              "select id, target_id, outcome, round, at, language, form from quality_result"
                  + " where person_id = :account",
              "id"),
          new Section(
              "clearances",
              "select target_id, at from clearance where account_id = :account",
              "at, target_id"),
          new Section(
              "comments",
              "select c.id, t.target_id, t.segment, c.body, c.created_at, c.edited_at"
                  + " from thread_comment c join comment_thread t on t.id = c.thread_id"
                  + " where c.author_id = :account",
              "created_at, id"),
          new Section(
              "noted-errors",
              "select id, target_id, idx, category, severity, remark, at from annotation"
                  + " where maker_id = :account",
              "at, id"),
          new Section(
              "time",
              "select target_id, sum(seconds) as seconds from focus_time"
                  + " where account_id = :account group by target_id",
              "target_id"),
          new Section(
              "names-proposed",
              "select id, concept_id, kind, state, content, comment, proposed_at"
                  + " from term_proposal where proposer_id = :account",
              "proposed_at, id"),
          new Section(
              "names-decided",
              "select id, concept_id, state, answer, decided_at from term_proposal"
                  + " where decider_id = :account",
              "decided_at, id"),
          new Section(
              "saved-views",
              "select name, query, created_at from queue_view where account_id = :account",
              "name"),
          new Section(
              "audit-readings",
              "select id, at, question from audit_reading where account_id = :account",
              "id"),
          new Section(
              "word-lists",
              "select g.id, g.name, d.source_language, d.target_language, d.entries"
                  + " from client_glossary g join client_dictionary d on d.glossary_id = g.id"
                  + " where g.owner_id = :account",
              "id, source_language, target_language"),
          new Section(
              "style-rules",
              "select id, name, language, configured, instructions, created_at from style_rule"
                  + " where owner_id = :account",
              "id"));
}
