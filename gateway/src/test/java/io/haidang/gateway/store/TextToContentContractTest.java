package io.haidang.gateway.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.gateway.draft.Originals;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.TargetTable;
import io.haidang.gateway.testing.OnEveryDatabase;
import io.haidang.gateway.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A database from before stories keeps every draft, on every database. */
@OnEveryDatabase
class TextToContentContractTest {

  private static final UUID FIRST = UUID.randomUUID();
  private static final UUID TWIN = UUID.randomUUID();
  private static final UUID LONG = UUID.randomUUID();

  /** Of several pieces, with characters of one to four bytes. */
  private static final String LONG_TEXT = "Hải Phòng \uD83D\uDE00. ".repeat(60_000);

  private final TestDatabase database;

  TextToContentContractTest(TestDatabase.Kind kind) {
    database = TestDatabase.after(kind, TextToContentContractTest::withDrafts);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void draft_fromBefore_isAStoryWithOneArticle() {
    Target target = target(FIRST);

    assertThat(target.asset().title()).isEqualTo("Tin");
    assertThat(target.form().isTranslation()).isTrue();
    assertThat(target.asset().text().revision()).isEqualTo(1);
    assertThat(content(target)).isEqualTo("Xin chào Đà Nẵng.");
    assertThat(content(target(LONG))).isEqualTo(LONG_TEXT);
  }

  @Test
  void text_ofTwoDrafts_isStoredOnce() {
    assertThat(target(TWIN).asset().text()).isEqualTo(target(FIRST).asset().text());
    assertThat(count("content")).isEqualTo(2);
  }

  @Test
  void target_ofAnotherForm_mayHaveTheSameLanguage_ofTheSameNot() {
    assertThat(insert("headline")).isEqualTo(1);
    assertThatThrownBy(() -> insert("headline"))
        .isInstanceOf(UnableToExecuteStatementException.class);
  }

  @Test
  void segment_thatIsNamedElsewhere_mayMove() {
    int moved =
        database
            .database()
            .jdbi()
            .withHandle(handle -> handle.execute("update segment set idx = 7 where idx = 0"));

    assertThat(moved).isEqualTo(1);
  }

  private int insert(String form) {
    return database
        .database()
        .jdbi()
        .withHandle(
            handle ->
                handle.execute(
                    "insert into target (id, asset_id, form, language, state, version,"
                        + " segments_total, updated_at, state_since, read_by)"
                        + " values (?, ?, ?, 'en', 'DRAFT', 1, 0, now(), now(), now())",
                    UUID.randomUUID(),
                    FIRST,
                    form));
  }

  private Target target(UUID id) {
    TargetTable targets = new TargetTable(Clock.systemUTC());
    return database.database().jdbi().withHandle(handle -> targets.require(handle, id));
  }

  private String content(Target target) {
    byte[] bytes = new Originals(database.database().contents()).bytes(target.asset());
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private int count(String table) {
    return database
        .database()
        .jdbi()
        .withHandle(
            handle ->
                handle.createQuery("select count(*) from " + table).mapTo(Integer.class).one());
  }

  /** The schema from before stories, with three drafts; each target has the id of its asset. */
  private static void withDrafts(String url, String user) {
    Flyway.configure()
        .dataSource(url, user, "")
        .placeholders(Map.of("numbers-at-a-time", "1"))
        .target("8")
        .load()
        .migrate();
    Jdbi jdbi = Jdbi.create(url, user, "");
    UUID author = UUID.randomUUID();
    jdbi.useHandle(
        handle -> {
          handle.execute(
              "insert into account values (?, 'lan', 'Lan', 'pbkdf2', 'EDITOR', now())", author);
          Map.of(FIRST, "Xin chào Đà Nẵng.", TWIN, "Xin chào Đà Nẵng.", LONG, LONG_TEXT)
              .forEach(
                  (id, text) -> {
                    handle.execute(
                        "insert into asset values"
                            + " (?, 'Tin', 'PLAIN', ?, 'vi', 'PUBLIC', date '2026-03-02', ?, now())",
                        id,
                        text,
                        author);
                    handle.execute(
                        "insert into target (id, asset_id, language, state, version,"
                            + " segments_total, updated_at)"
                            + " values (?, ?, 'en', 'IN_REVIEW', 1, 0, now())",
                        id,
                        id);
                  });
          handle.execute(
              "insert into segment (target_id, idx, unit, source, machine, target, state, version,"
                  + " errors, warnings, findings, provenance) values"
                  + " (?, 0, 0, 'a', 'b', 'b', 'MACHINE', 1, 0, 0, '[]', '{}')",
              FIRST);
          handle.execute("insert into term_use values (?, 0, 0, 'c', 'a', 'b', '1')", FIRST);
        });
  }
}
