package io.haidang.gateway.audit;

/**
 * What is sealed of each log. Of a text's entry that is who did what, when and to what, without the
 * words: nothing that stays when a text is deleted may tell of them, not even a digest.
 */
final class SealedLog {

  private SealedLog() {}

  /** A select of id, subject, type, actor, at and details from {@code e}, without a condition. */
  static String of(Area area) {
    return switch (area) {
      case TEXT -> log("event", "cast(target_id as varchar(40))", "type", "actor", "''");
      case NAME ->
          log(
              "term_event",
              "concept_id",
              "type",
              "actor",
              "coalesce(cast(proposal_id as varchar(40)), '') || ' ' ||"
                  + " cast(coalesce(release, 0) as varchar(20)) || ' ' || comment");
      case CAMPAIGN ->
          log("campaign_event", "cast(campaign_id as varchar(40))", "type", "actor", "data");
      case ACCOUNT ->
          log("account_event", "cast(account_id as varchar(40))", "type", "actor", "data");
      case RETENTION ->
          log(
              "retention_event",
              "coalesce(cast(story_id as varchar(40)), '')",
              "type",
              "actor",
              "data");
      case OFFICE -> log("office_change", "to_name", "'office-renamed'", "actor", "from_name");
      case ENGINE -> log("engine_event", "subject", "type", "actor", "''");
      case AUDIT ->
          log("audit_reading", "cast(account_id as varchar(40))", "'audit-read'", "''", "question");
    };
  }

  private static String log(
      String table, String subject, String type, String actor, String details) {
    return "select id, %s as subject, %s as type, %s as actor, at, %s as details from %s e"
        .formatted(subject, type, actor, details, table);
  }
}
