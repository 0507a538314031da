package io.haidang.gateway.draft;

import io.haidang.gateway.auth.Account;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.review.Role;
import io.haidang.translation.review.TargetState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A target with its asset and author as one query reads them. */
final class TargetRow {

  /** Counts are read, not kept, so that they cannot go wrong. */
  static final String SELECT =
      "select t.*, a.title, a.format, a.source_language, a.sensitivity, a.text_date, a.created_at,"
          + " u.id as author, u.login, u.display_name, u.roles, p.display_name as approver,"
          + " (select count(*) from segment s where s.target_id = t.id) as done,"
          + " (select count(*) from segment s where s.target_id = t.id and s.errors > 0) as errors,"
          + " (select count(*) from segment s where s.target_id = t.id and s.warnings > 0)"
          + " as warnings"
          + " from target t join asset a on a.id = t.asset_id join account u on u.id = a.author_id"
          + " left join account p on p.id = t.approver_id ";

  private TargetRow() {}

  static Target target(ResultSet row) throws SQLException {
    return new Target(
        row.getObject("id", UUID.class),
        asset(row),
        Locale.forLanguageTag(row.getString("language")),
        TargetState.valueOf(row.getString("state")),
        row.getInt("version"),
        row.getInt("done"),
        row.getInt("segments_total"),
        row.getInt("errors"),
        row.getInt("warnings"),
        row.getString("failure"),
        waiting(row),
        row.getString("approver"),
        row.getObject("updated_at", OffsetDateTime.class).toInstant());
  }

  private static @Nullable Waiting waiting(ResultSet row) throws SQLException {
    OffsetDateTime next = row.getObject("next_attempt_at", OffsetDateTime.class);
    return next == null
        ? null
        : new Waiting(
            row.getString("waiting_for"),
            row.getObject("waiting_since", OffsetDateTime.class).toInstant(),
            next.toInstant());
  }

  private static Asset asset(ResultSet row) throws SQLException {
    return new Asset(
        row.getObject("asset_id", UUID.class),
        row.getString("title"),
        DocumentFormat.valueOf(row.getString("format")),
        Locale.forLanguageTag(row.getString("source_language")),
        Sensitivity.valueOf(row.getString("sensitivity")),
        row.getObject("text_date", LocalDate.class),
        author(row),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  private static Account author(ResultSet row) throws SQLException {
    Set<Role> roles =
        Arrays.stream(row.getString("roles").split(",", -1))
            .map(Role::valueOf)
            .collect(Collectors.toSet());
    return new Account(
        row.getObject("author", UUID.class),
        row.getString("login"),
        row.getString("display_name"),
        roles);
  }
}
