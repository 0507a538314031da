package io.haidang.gateway.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.gateway.config.GatewayConfig;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.testing.SettableClock;
import io.haidang.gateway.testing.TestDatabase;
import io.haidang.gateway.testing.TestDatabase.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is kept comes back, on and between both kinds of database. */
class BackupContractTest {

  private static final byte[] FILE = new byte[700_000];

  static {
    Arrays.fill(FILE, (byte) 7);
  }

  @TempDir private Path folder;
  private final Backups backups = new Backups(new SettableClock());

  static Stream<List<Kind>> pairs() {
    return Stream.of(Kind.values())
        .flatMap(from -> Stream.of(Kind.values()).map(to -> List.of(from, to)));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void backup_restored_isTheSameOnEitherKind(List<Kind> kinds) throws Exception {
    Path file = folder.resolve("desk.backup");
    try (TestDatabase from = TestDatabase.withNames(kinds.get(0));
        TestDatabase to = TestDatabase.open(kinds.get(1))) {
      fill(from.database());
      List<TableCount> written = backups.write(from.database(), file);
      assertThat(backups.verify(file).tables()).isEqualTo(written);

      List<TableCount> restored = backups.restore(file, address(to));

      assertThat(restored).isEqualTo(written);
      assertThat(to.database().contents().put(FILE))
          .isEqualTo(from.database().contents().put(FILE));
      assertThat(counts(to.database())).containsExactlyInAnyOrderElementsOf(written);
      assertThat(nextNumber(to.database())).isGreaterThan(1);
    }
  }

  @Test
  void embedded_moved_isTheSameInPostgresql() throws Exception {
    Path data = folder.resolve("data");
    DatabaseAddress source = new DatabaseAddress(GatewayConfig.embedded(data), "haidang", "");
    List<TableCount> before;
    try (Database database = Database.open(source.jdbcUrl(), source.user(), "")) {
      fill(database);
      before = counts(database);
    }
    try (TestDatabase to = TestDatabase.open(Kind.POSTGRESQL)) {
      assertThat(backups.move(source, address(to))).isEqualTo(before);
      assertThat(counts(to.database())).containsExactlyInAnyOrderElementsOf(before);
      assertThatThrownBy(() -> backups.move(source, address(to)))
          .isInstanceOf(BackupException.class)
          .hasMessageContaining("target: has rows");
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void snapshot_whileRowsCome_holdsWhatWasThere(Kind kind) throws Exception {
    try (TestDatabase from = TestDatabase.open(kind);
        Connection connection = from.database().dataSource().getConnection();
        Snapshot snapshot = Snapshot.take(connection)) {
      List<TableCount> before = snapshot.counts();
      fill(from.database());
      assertThat(snapshot.counts()).isEqualTo(before);
    }
  }

  @Test
  void file_changedOrCutAnywhere_isFound() throws Exception {
    byte[] whole;
    try (TestDatabase from = TestDatabase.open(Kind.H2_FILE)) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      backups.write(from.database(), out);
      whole = out.toByteArray();
    }
    for (int at = 0; at < whole.length; at += 1 + whole.length / 97) {
      byte[] changed = whole.clone();
      changed[at] ^= 1;
      refuse(changed);
      refuse(Arrays.copyOf(whole, at));
    }
  }

  private void refuse(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("broken"), bytes);
    assertThatThrownBy(() -> backups.verify(file)).isInstanceOf(BackupException.class);
  }

  @Test
  void disk_full_isTold() throws Exception {
    try (TestDatabase from = TestDatabase.open(Kind.H2_FILE)) {
      OutputStream full =
          new OutputStream() {
            @Override
            public void write(int b) throws IOException {
              throw new IOException("No space left on device");
            }
          };
      assertThatThrownBy(() -> backups.write(from.database(), full))
          .isInstanceOf(IOException.class);
    }
  }

  private static void fill(Database database) {
    database.contents().put(FILE);
    UUID account = UUID.randomUUID();
    database
        .jdbi()
        .useHandle(
            handle -> {
              handle.execute(
                  "insert into account (id, login, display_name, password_hash, roles, created_at,"
                      + " office) values (?, 'lan', 'Nguyễn Thị Lan', '', 'EDITOR',"
                      + " current_timestamp, 'Văn phòng')",
                  account);
              handle.execute(
                  "insert into account_event (account_id, type, actor, at, data)"
                      + " values (?, 'created', 'lan', current_timestamp, '{}')",
                  account);
            });
  }

  private static long nextNumber(Database database) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createUpdate(
                        "insert into account_event (account_id, type, actor, at, data)"
                            + " select id, 'seen', 'lan', current_timestamp, '{}' from account")
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one());
  }

  private static List<TableCount> counts(Database database) throws SQLException, IOException {
    try (Connection connection = database.dataSource().getConnection();
        Snapshot snapshot = Snapshot.take(connection)) {
      return snapshot.counts();
    }
  }

  private static DatabaseAddress address(TestDatabase database) throws SQLException {
    try (Connection connection = database.database().dataSource().getConnection()) {
      String url = connection.getMetaData().getURL();
      return new DatabaseAddress(url, connection.getMetaData().getUserName(), "");
    }
  }
}
