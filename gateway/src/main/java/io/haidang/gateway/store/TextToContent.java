package io.haidang.gateway.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * Moves the texts of drafts out of their rows, each as the first revision of its asset, lets a
 * target differ from another by its form, and a segment move to another index. In Java, because the
 * two databases have no common words for bytes of a text, nor for a constraint without a name.
 */
final class TextToContent implements JavaMigration {

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("10");
  }

  @Override
  public String getDescription() {
    return "text to content";
  }

  @Override
  public @Nullable Integer getChecksum() {
    return null;
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) throws SQLException {
    Connection connection = context.getConnection();
    for (UUID asset : assets(connection)) {
      move(connection, asset);
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("alter table asset drop column content");
      statement.execute("alter table asset drop column format");
      for (Nameless constraint : nameless(connection)) {
        statement.execute(
            "alter table " + constraint.table() + " drop constraint \"" + constraint.name() + "\"");
      }
      statement.execute(
          "alter table target add constraint target_product unique (asset_id, form, language)");
    }
  }

  private static List<UUID> assets(Connection connection) throws SQLException {
    List<UUID> assets = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select id from asset")) {
      while (rows.next()) {
        assets.add(rows.getObject(1, UUID.class));
      }
    }
    return assets;
  }

  private static void move(Connection connection, UUID asset) throws SQLException {
    byte[] bytes = content(connection, asset).getBytes(StandardCharsets.UTF_8);
    ContentDigest digest = ContentDigest.of(bytes);
    if (!isStored(connection, digest)) {
      store(connection, digest, bytes);
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into asset_revision (asset_id, number, text_digest, text_format, text_name,"
                + " text_options, media_name, author_id, created_at, note)"
                + " select id, 1, ?, format, '', '', '', author_id, created_at, '' from asset"
                + " where id = ?")) {
      insert.setString(1, digest.hex());
      insert.setObject(2, asset);
      insert.executeUpdate();
    }
  }

  private static String content(Connection connection, UUID asset) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select content from asset where id = ?")) {
      select.setObject(1, asset);
      try (ResultSet rows = select.executeQuery()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }

  private static boolean isStored(Connection connection, ContentDigest digest) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select id from content where digest = ?")) {
      select.setString(1, digest.hex());
      try (ResultSet rows = select.executeQuery()) {
        return rows.next();
      }
    }
  }

  private static void store(Connection connection, ContentDigest digest, byte[] bytes)
      throws SQLException {
    UUID id = UUID.randomUUID();
    try (PreparedStatement content =
            connection.prepareStatement("insert into content (id, digest, size) values (?, ?, ?)");
        PreparedStatement piece =
            connection.prepareStatement(
                "insert into content_piece (content_id, ordinal, bytes) values (?, ?, ?)")) {
      content.setObject(1, id);
      content.setString(2, digest.hex());
      content.setLong(3, bytes.length);
      content.executeUpdate();
      for (int ordinal = 0; ordinal * SqlContentStore.PIECE < bytes.length; ordinal++) {
        int from = ordinal * SqlContentStore.PIECE;
        piece.setObject(1, id);
        piece.setInt(2, ordinal);
        piece.setBytes(
            3,
            Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + SqlContentStore.PIECE)));
        piece.executeUpdate();
      }
    }
  }

  private record Nameless(String table, String name) {}

  /**
   * That a target is known by its language; that uses of names and places of campaigns hold a
   * segment where it is. Nobody named them, so each database made something up.
   */
  private static List<Nameless> nameless(Connection connection) throws SQLException {
    List<Nameless> found = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select distinct c.table_name, c.constraint_name"
                    + " from information_schema.table_constraints c"
                    + " join information_schema.key_column_usage k"
                    + " on k.constraint_name = c.constraint_name"
                    + " and k.constraint_schema = c.constraint_schema"
                    + " where c.table_schema = current_schema()"
                    + " and (lower(c.table_name) = 'target' and c.constraint_type = 'UNIQUE'"
                    + " or lower(c.table_name) in ('term_use', 'campaign_item')"
                    + " and c.constraint_type = 'FOREIGN KEY' and lower(k.column_name) = 'idx')")) {
      while (rows.next()) {
        found.add(new Nameless(rows.getString(1), rows.getString(2)));
      }
    }
    return found;
  }
}
