package io.haidang.gateway.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a column can hold, with the one binary form of its values whatever the database. */
enum ColumnKind {
  TEXT("varchar", "character varying", "text", "character large object") {
    @Override
    void copy(ResultSet from, int column, DataOutputStream to) throws SQLException, IOException {
      String text = from.getString(column);
      writeBytes(text == null ? null : text.getBytes(UTF_8), to);
    }

    @Override
    void bind(DataInputStream from, PreparedStatement to, int column)
        throws IOException, SQLException {
      to.setString(column, new String(readBytes(from), UTF_8));
    }
  },
  BYTES("bytea", "binary varying", "binary large object") {
    @Override
    void copy(ResultSet from, int column, DataOutputStream to) throws SQLException, IOException {
      writeBytes(from.getBytes(column), to);
    }

    @Override
    void bind(DataInputStream from, PreparedStatement to, int column)
        throws IOException, SQLException {
      to.setBytes(column, readBytes(from));
    }
  },
  INTEGER("smallint", "int2", "integer", "int4", "serial", "bigint", "int8", "bigserial") {
    @Override
    void copy(ResultSet from, int column, DataOutputStream to) throws SQLException, IOException {
      long number = from.getLong(column);
      if (isThere(!from.wasNull(), to)) {
        to.writeLong(number);
      }
    }

    @Override
    void bind(DataInputStream from, PreparedStatement to, int column)
        throws IOException, SQLException {
      to.setLong(column, from.readLong());
    }
  },
  BOOLEAN("boolean", "bool") {
    @Override
    void copy(ResultSet from, int column, DataOutputStream to) throws SQLException, IOException {
      boolean is = from.getBoolean(column);
      if (isThere(!from.wasNull(), to)) {
        to.writeBoolean(is);
      }
    }

    @Override
    void bind(DataInputStream from, PreparedStatement to, int column)
        throws IOException, SQLException {
      to.setBoolean(column, from.readBoolean());
    }
  },
  DOUBLE("double precision", "float8") {
    @Override
    void copy(ResultSet from, int column, DataOutputStream to) throws SQLException, IOException {
      double number = from.getDouble(column);
      if (isThere(!from.wasNull(), to)) {
        to.writeDouble(number);
      }
    }

    @Override
    void bind(DataInputStream from, PreparedStatement to, int column)
        throws IOException, SQLException {
      to.setDouble(column, from.readDouble());
    }
  },
  INSTANT("timestamp with time zone", "timestamptz") {
    @Override
    void copy(ResultSet from, int column, DataOutputStream to) throws SQLException, IOException {
      OffsetDateTime at = from.getObject(column, OffsetDateTime.class);
      if (isThere(at != null, to) && at != null) {
        to.writeLong(at.toEpochSecond());
        to.writeInt(at.getNano());
      }
    }

    @Override
    void bind(DataInputStream from, PreparedStatement to, int column)
        throws IOException, SQLException {
      Instant at = Instant.ofEpochSecond(from.readLong(), from.readInt());
      to.setObject(column, at.atOffset(ZoneOffset.UTC));
    }
  },
  DATE("date") {
    @Override
    void copy(ResultSet from, int column, DataOutputStream to) throws SQLException, IOException {
      LocalDate day = from.getObject(column, LocalDate.class);
      if (isThere(day != null, to) && day != null) {
        to.writeLong(day.toEpochDay());
      }
    }

    @Override
    void bind(DataInputStream from, PreparedStatement to, int column)
        throws IOException, SQLException {
      to.setObject(column, LocalDate.ofEpochDay(from.readLong()));
    }
  },
  ID("uuid") {
    @Override
    void copy(ResultSet from, int column, DataOutputStream to) throws SQLException, IOException {
      UUID id = from.getObject(column, UUID.class);
      if (isThere(id != null, to) && id != null) {
        to.writeLong(id.getMostSignificantBits());
        to.writeLong(id.getLeastSignificantBits());
      }
    }

    @Override
    void bind(DataInputStream from, PreparedStatement to, int column)
        throws IOException, SQLException {
      to.setObject(column, new UUID(from.readLong(), from.readLong()));
    }
  };

  @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable.
  private final Set<String> sqlNames;

  ColumnKind(String... sqlNames) {
    this.sqlNames = Set.of(sqlNames);
  }

  /** The kind of a column of that SQL type, as the driver calls it. */
  static ColumnKind of(String table, String column, String sqlName) {
    String name = sqlName.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(kind -> kind.sqlNames.contains(name))
        .findFirst()
        .orElseThrow(
            () ->
                new BackupException(
                    table + "." + column + ": " + name + " (expected: a type of ColumnKind)"));
  }

  /** Writes the value of a column of the current row, with a mark of whether there is one. */
  abstract void copy(ResultSet from, int column, DataOutputStream to)
      throws SQLException, IOException;

  /** Sets what follows the mark of a value that is there. */
  abstract void bind(DataInputStream from, PreparedStatement to, int column)
      throws IOException, SQLException;

  /** Sets what {@link #copy} has written. */
  final void restore(DataInputStream from, PreparedStatement to, int column)
      throws IOException, SQLException {
    if (from.readBoolean()) {
      bind(from, to, column);
    } else {
      to.setNull(column, sqlType());
    }
  }

  private int sqlType() {
    return switch (this) {
      case TEXT -> Types.VARCHAR;
      case BYTES -> Types.VARBINARY;
      case INTEGER -> Types.BIGINT;
      case BOOLEAN -> Types.BOOLEAN;
      case DOUBLE -> Types.DOUBLE;
      case INSTANT -> Types.TIMESTAMP_WITH_TIMEZONE;
      case DATE -> Types.DATE;
      case ID -> Types.OTHER;
    };
  }

  private static boolean isThere(boolean there, DataOutputStream to) throws IOException {
    to.writeBoolean(there);
    return there;
  }

  private static void writeBytes(byte @Nullable [] bytes, DataOutputStream to) throws IOException {
    if (isThere(bytes != null, to) && bytes != null) {
      to.writeInt(bytes.length);
      to.write(bytes);
    }
  }

  private static byte[] readBytes(DataInputStream from) throws IOException {
    int length = from.readInt();
    if (length < 0 || length > from.available()) {
      throw new BackupException("value: " + length + " bytes (expected: at most what its row has)");
    }
    return from.readNBytes(length);
  }
}
