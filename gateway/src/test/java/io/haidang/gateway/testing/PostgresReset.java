package io.haidang.gateway.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Gives a PostgreSQL database back the rows that it began with, which takes a fiftieth of the time
 * of a new one.
 */
final class PostgresReset {

  private static final String TABLES =
      "select tablename as name from pg_tables where schemaname = 'public'";

  /** Columns and constraints; a table that was renamed and has its name again is the same. */
  private static final String SHAPE =
      "(select md5(string_agg(part, ',' order by part)) from ("
          + "select concat_ws(' ', c.relname, a.attname, a.attnum, a.atttypid, a.attnotnull) part"
          + " from pg_attribute a join pg_class c on c.oid = a.attrelid"
          + " where c.relnamespace = 'public'::regnamespace union all"
          + " select conname || ' ' || pg_get_constraintdef(oid) from pg_constraint"
          + " where connamespace = 'public'::regnamespace) parts)";

  private static final String KEEP =
      "create schema original;"
          + " create table original.\"its shape\" as select "
          + SHAPE
          + " as shape;"
          + " create table original.\"its numbers\" as select sequencename as name, start_value,"
          + " last_value from pg_sequences where schemaname = 'public';"
          + " do $$ declare t record; begin for t in "
          + TABLES
          + " loop execute format('create table original.%I as table public.%I', t.name, t.name);"
          + " end loop; end $$";

  /** As a replica, which checks no reference and runs no trigger. */
  private static final String UNDO =
      "do $$ declare t record; begin set local session_replication_role = replica;"
          + " set local lock_timeout = '5s'; for t in "
          + TABLES
          + " loop execute format('delete from public.%I', t.name);"
          + " execute format('insert into public.%I overriding system value"
          + " select * from original.%I', t.name, t.name); end loop;"
          + " perform setval(format('public.%I', name)::regclass,"
          + " coalesce(last_value, start_value), last_value is not null)"
          + " from original.\"its numbers\"; end $$";

  private PostgresReset() {}

  /** Keeps what a database begins with, beside its tables, where copies of it have it too. */
  static void keep(Connection connection) throws SQLException {
    execute(connection, KEEP);
  }

  /** Undoes what was done to the rows; false when a test has left other tables. */
  static boolean undo(Connection connection) throws SQLException {
    if (!hasItsShape(connection)) {
      return false;
    }
    execute(connection, UNDO);
    return true;
  }

  private static boolean hasItsShape(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select shape = " + SHAPE + " from original.\"its shape\"")) {
      return row.next() && row.getBoolean(1);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
