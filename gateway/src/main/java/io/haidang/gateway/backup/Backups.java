package io.haidang.gateway.backup;

import static java.util.stream.Collectors.toSet;

import io.haidang.gateway.store.Database;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Copies whole databases: into a file, out of one, and from one kind to another.
 *
 * <p><b>Thread-safety:</b> safe. <b>Blocking:</b> for as long as the database is large. Memory
 * stays bounded by the largest row.
 */
public final class Backups {

  private final Clock clock;

  public Backups(Clock clock) {
    this.clock = clock;
  }

  /**
   * What a backup says of itself.
   *
   * @param schema the last migration of its database
   * @param made an ISO instant
   */
  public record Contents(String schema, String made, List<TableCount> tables) {}

  /**
   * Writes the database as it is at this instant, while others may go on writing.
   *
   * @param out stays open
   */
  public List<TableCount> write(Database database, OutputStream out) throws IOException {
    try (Connection connection = database.dataSource().getConnection();
        Snapshot snapshot = Snapshot.take(connection)) {
      return BackupWriter.write(snapshot, clock.instant(), out);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /**
   * The same into a new file, which is there under its name only when it is whole and on disk.
   *
   * @throws BackupException when the file exists
   */
  public List<TableCount> write(Database database, Path file) throws IOException {
    if (Files.exists(file)) {
      throw new BackupException("file: exists already (expected: a new name)");
    }
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      List<TableCount> counts = writePart(database, part);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      return counts;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private List<TableCount> writePart(Database database, Path part) throws IOException {
    try (FileChannel channel =
            FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
      List<TableCount> counts = write(database, out);
      channel.force(true);
      return counts;
    }
  }

  /**
   * Reads all of a backup without a database.
   *
   * @throws BackupException when it is not what was written
   */
  public Contents verify(Path file) throws IOException {
    try (BackupReader reader = BackupReader.open(file)) {
      return new Contents(reader.head().schema(), reader.head().made(), reader.verify());
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /**
   * Puts a backup into an empty database of either kind: all of it or nothing.
   *
   * @throws BackupException when the file is broken or of another schema, or the database not empty
   */
  public List<TableCount> restore(Path file, DatabaseAddress target) throws IOException {
    try (BackupReader reader = BackupReader.open(file);
        Database database = target.openEmpty();
        Connection connection = database.dataSource().getConnection();
        Filling filling = Filling.begin(connection)) {
      requireSame(reader.head(), filling.schema());
      List<TableCount> counts = new ArrayList<>();
      for (BackupHead.TableHead head : reader.head().tables()) {
        Table table = named(head.name(), filling.schema());
        try (Filling.TableFilling rows = filling.table(table)) {
          counts.add(reader.table(table, rows::add));
          rows.flush();
        }
      }
      reader.requireEnd();
      filling.finish(counts);
      return counts;
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /**
   * Copies a database that nobody uses into an empty one: all of it or nothing. The source is only
   * read.
   *
   * @throws BackupException when the source is not up to date or the target not empty
   */
  public List<TableCount> move(DatabaseAddress source, DatabaseAddress target) throws IOException {
    try (Connection from = source.connect();
        Snapshot snapshot = Snapshot.take(from);
        Database database = target.openEmpty();
        Connection to = database.dataSource().getConnection();
        Filling filling = Filling.begin(to)) {
      requireSame(BackupHead.of(snapshot.schema(), ""), filling.schema());
      List<TableCount> counts = new ArrayList<>();
      for (Table table : snapshot.schema().tables()) {
        try (Filling.TableFilling rows = filling.table(table)) {
          counts.add(snapshot.read(table, rows::add));
          rows.flush();
        }
      }
      filling.finish(counts);
      return counts;
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static void requireSame(BackupHead head, Schema schema) {
    boolean same =
        head.schema().equals(schema.version())
            && schema.tables().stream()
                .map(BackupHead::head)
                .collect(toSet())
                .equals(Set.copyOf(head.tables()))
            && head.tables().size() == schema.tables().size();
    if (!same) {
      throw new BackupException(
          "schema: "
              + head.schema()
              + " (expected: "
              + schema.version()
              + "; restore with the version of Hải Đăng that made it, then start the new one on it)");
    }
  }

  private static Table named(String name, Schema schema) {
    return schema.tables().stream()
        .filter(table -> table.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Messages of databases may quote rows: only their code is told. */
  private static BackupException failed(SQLException failure) {
    return new BackupException("database: SQL state " + failure.getSQLState());
  }
}
