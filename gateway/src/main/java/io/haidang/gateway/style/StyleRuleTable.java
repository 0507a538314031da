package io.haidang.gateway.style;

import com.fasterxml.jackson.core.type.TypeReference;
import io.haidang.gateway.store.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Rows of style rules. */
final class StyleRuleTable {

  private static final TypeReference<Map<String, Map<String, String>>> CONFIGURED =
      new TypeReference<>() {};
  private static final TypeReference<List<CustomInstruction>> INSTRUCTIONS =
      new TypeReference<>() {};

  private StyleRuleTable() {}

  static int count(Handle handle, UUID owner) {
    return handle
        .createQuery("select count(*) from style_rule where owner_id = :owner")
        .bind("owner", owner)
        .mapTo(Integer.class)
        .one();
  }

  static void insert(Handle handle, StyleRule rule) {
    bind(
            handle.createUpdate(
                "insert into style_rule (id, owner_id, name, language, configured, instructions,"
                    + " version, created_at, updated_at) values (:id, cast(:owner as uuid), :name,"
                    + " :language, :configured, :instructions, :version, :created, :updated)"),
            rule)
        .bindByType("owner", rule.owner(), UUID.class)
        .bind("language", rule.language().toLanguageTag())
        .bind("created", rule.createdAt().atOffset(ZoneOffset.UTC))
        .execute();
  }

  static void update(Handle handle, StyleRule rule) {
    bind(
            handle.createUpdate(
                "update style_rule set name = :name, configured = :configured,"
                    + " instructions = :instructions, version = :version, updated_at = :updated"
                    + " where id = :id"),
            rule)
        .execute();
  }

  private static Update bind(Update update, StyleRule rule) {
    return update
        .bind("id", rule.id())
        .bind("name", rule.name())
        .bind("configured", Json.write(rule.configured()))
        .bind("instructions", Json.write(rule.instructions()))
        .bind("version", rule.version())
        .bind("updated", rule.updatedAt().atOffset(ZoneOffset.UTC));
  }

  static void delete(Handle handle, UUID id) {
    handle.createUpdate("delete from style_rule where id = :id").bind("id", id).execute();
  }

  /** Until the transaction ends nobody else changes the rule. */
  static void lock(Handle handle, UUID id) {
    handle
        .createQuery("select id from style_rule where id = :id for update")
        .bind("id", id)
        .mapTo(UUID.class)
        .list();
  }

  static Optional<StyleRule> find(Handle handle, UUID id) {
    return handle
        .createQuery("select * from style_rule where id = :id")
        .bind("id", id)
        .map((row, context) -> rule(row))
        .findOne();
  }

  static List<StyleRule> visible(Handle handle, UUID owner) {
    return handle
        .createQuery(
            "select * from style_rule where owner_id is null or owner_id = :owner"
                + " order by case when owner_id is null then 0 else 1 end, created_at, id")
        .bind("owner", owner)
        .map((row, context) -> rule(row))
        .list();
  }

  private static StyleRule rule(ResultSet row) throws SQLException {
    return new StyleRule(
        row.getObject("id", UUID.class),
        row.getObject("owner_id", UUID.class),
        row.getString("name"),
        Locale.forLanguageTag(row.getString("language")),
        Json.read(row.getString("configured"), CONFIGURED),
        Json.read(row.getString("instructions"), INSTRUCTIONS),
        row.getInt("version"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("updated_at", OffsetDateTime.class).toInstant());
  }
}
