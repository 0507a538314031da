package io.haidang.gateway.privacy;

import io.haidang.gateway.store.Database;
import io.haidang.gateway.store.Json;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a section as a file with one JSON object a line, some rows at a step. */
final class SectionSteps extends EntrySteps {

  private static final int ROWS = 500;

  private final Database database;
  private final Section section;
  private final UUID account;
  private int offset;

  SectionSteps(Database database, Section section, UUID account) {
    super(section.name() + ".jsonl");
    this.database = database;
    this.section = section;
    this.account = account;
  }

  @Override
  Piece read() {
    List<String> rows = rows();
    offset += rows.size();
    String lines = rows.stream().map(row -> row + "\n").collect(Collectors.joining());
    return new Piece(lines.getBytes(StandardCharsets.UTF_8), rows.size() < ROWS);
  }

  private List<String> rows() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select s.* from ("
                            + section.select()
                            + ") s order by "
                            + section.order()
                            + " limit :limit offset :offset")
                    .bind("account", account)
                    .bind("limit", ROWS)
                    .bind("offset", offset)
                    .map((row, context) -> Json.write(values(row)))
                    .list());
  }

  private static Map<String, @Nullable Object> values(ResultSet row) throws SQLException {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      values.put(row.getMetaData().getColumnLabel(i), value(row, i));
    }
    return values;
  }

  /** As JSON has it; both databases give a time only as they are asked to. */
  private static @Nullable Object value(ResultSet row, int column) throws SQLException {
    String type = row.getMetaData().getColumnTypeName(column).toLowerCase(Locale.ROOT);
    if (type.startsWith("timestamp")) {
      OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
      return time == null ? null : time.toInstant().toString();
    }
    Object value = row.getObject(column);
    return value instanceof Number || value instanceof Boolean
        ? value
        : value == null ? null : row.getString(column);
  }
}
