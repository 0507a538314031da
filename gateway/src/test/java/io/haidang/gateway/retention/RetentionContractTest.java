package io.haidang.gateway.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.audit.Area;
import io.haidang.gateway.audit.AuditEntry;
import io.haidang.gateway.audit.AuditQuery;
import io.haidang.gateway.audit.AuditTrail;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.discussion.Discussions;
import io.haidang.gateway.draft.ProductForm;
import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.library.LibraryQuery;
import io.haidang.gateway.library.Newsroom;
import io.haidang.gateway.memory.DeskMemory;
import io.haidang.gateway.quality.Annotation;
import io.haidang.gateway.quality.ErrorCategory;
import io.haidang.gateway.quality.ErrorSeverity;
import io.haidang.gateway.quality.Quality;
import io.haidang.gateway.repeat.GivenAnswer;
import io.haidang.gateway.repeat.RepeatableRequest;
import io.haidang.gateway.repeat.RepeatedRequests;
import io.haidang.gateway.retention.RetentionPolicy.Rule;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.testing.OnEveryDatabase;
import io.haidang.gateway.testing.Provoked;
import io.haidang.gateway.testing.SettableClock;
import io.haidang.gateway.testing.TestAccount;
import io.haidang.gateway.testing.TestDatabase;
import io.haidang.translation.review.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept, what goes, and that nothing is left of it; on every database. */
@OnEveryDatabase
class RetentionContractTest {

  private static final String WORD = "zzbinhminhzz";
  private static final String TEXT = "Cảng " + WORD + " mở cửa.\nTàu " + WORD + " cập bến.";

  private final SettableClock clock = new SettableClock();
  private final TestDatabase store;
  private final Database database;
  private final Newsroom newsroom;
  private final Retention retention;
  private final NightlyRun night;
  private final EveryTable tables;
  private final Account admin;
  private final Account auditor;

  RetentionContractTest(TestDatabase.Kind kind) {
    store = TestDatabase.withNames(kind);
    database = store.database();
    newsroom = new Newsroom(database, clock);
    retention = new Retention(database, clock);
    night = new NightlyRun(database, clock);
    tables = new EveryTable(database);
    admin = TestAccount.in(database, "admin", "Quản trị", Role.ADMIN);
    auditor = TestAccount.in(database, "auditor", "Kiểm tra", Role.AUDITOR);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void keepUnpublished(Sensitivity label, int days) {
    retention.change(
        RetentionPolicy.USUAL.with(label, new Rule(new Period(days), Period.FOR_EVER)), admin);
  }

  private UUID story(Target target) {
    return target.asset().story();
  }

  private boolean isThere(UUID story) {
    return database
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery("select count(*) from story where id = :id")
                        .bind("id", story)
                        .mapTo(Integer.class)
                        .one())
        == 1;
  }

  private List<String> audited() {
    return new AuditTrail(database, clock)
            .search(new AuditQuery("", Area.RETENTION, "", null, null, true), 1, admin)
            .entries()
            .stream()
            .map(AuditEntry::type)
            .toList();
  }

  @Test
  void everything_withoutAPolicy_staysForEver() {
    Target target = newsroom.translation(TEXT);
    clock.tick(Duration.ofDays(40_000));

    night.run();

    assertThat(isThere(story(target))).isTrue();
    assertThat(retention.outlook(admin).stories()).isZero();
    assertThat(retention.keeping(story(target)).goesAt()).isNull();
  }

  @Test
  void story_pastItsPeriod_goesAtNightAndTheAuditSaysSoWithoutAWord() {
    Target target = newsroom.translation(TEXT);
    keepUnpublished(Sensitivity.PUBLIC, 30);

    clock.tick(Duration.ofDays(29));
    night.run();
    assertThat(isThere(story(target))).isTrue();

    clock.tick(Duration.ofDays(1));
    assertThat(retention.outlook(admin).first())
        .extracting(Keeping::story)
        .containsExactly(story(target));
    night.run();

    assertThat(isThere(story(target))).isFalse();
    assertThat(audited()).containsExactly("story-deleted", "retention-changed");
    assertThat(retention.runs(admin))
        .extracting(RetentionRun::stories, RetentionRun::texts, RetentionRun::failed)
        .containsExactly(tuple(1, 1, 0), tuple(0, 0, 0));
  }

  @Test
  void change_beginsThePeriodAnew() {
    Target target = newsroom.translation(TEXT);
    keepUnpublished(Sensitivity.PUBLIC, 30);
    clock.tick(Duration.ofDays(20));
    new Discussions(database, clock).begin(target.id(), null, "Chờ.", newsroom.reviewer);
    clock.tick(Duration.ofDays(20));

    night.run();

    assertThat(isThere(story(target))).isTrue();
  }

  @Test
  void published_hasAPeriodOfItsOwn_untilItIsWithdrawn() {
    Target target = newsroom.translation(TEXT);
    newsroom.approveAndPublish(target);
    keepUnpublished(Sensitivity.PUBLIC, 30);
    clock.tick(Duration.ofDays(300));
    night.run();
    assertThat(isThere(story(target))).isTrue();

    newsroom.library.notices().withdraw(target.id(), "Đã thu hồi.", newsroom.reviewer);
    clock.tick(Duration.ofDays(29));
    night.run();
    assertThat(isThere(story(target))).isTrue();

    clock.tick(Duration.ofDays(1));
    night.run();
    assertThat(isThere(story(target))).isFalse();
  }

  @Test
  void hold_keepsAStoryFromTheNightAndFromHands() {
    Target target = newsroom.translation(TEXT);
    UUID story = story(target);
    keepUnpublished(Sensitivity.PUBLIC, 1);
    retention.hold(story, "Thanh tra đang xem.", newsroom.editor);
    clock.tick(Duration.ofDays(9));

    night.run();

    assertThat(retention.keeping(story).heldBy().map(Hold::actor)).hasValue("Biên tập viên");
    assertThat(Provoked.by(() -> retention.delete(story, target.asset().title(), admin)).code())
        .isEqualTo(ErrorCode.WRONG_STATE);
    assertThat(Provoked.by(() -> retention.lift(story, newsroom.editor)).code())
        .isEqualTo(ErrorCode.NOT_PERMITTED);

    retention.lift(story, admin);
    night.run();

    assertThat(isThere(story)).isFalse();
    assertThat(audited())
        .containsExactly("story-deleted", "hold-lifted", "story-held", "retention-changed");
  }

  @Test
  void hold_thatIsNotThere_isNotSaidToBeLifted() {
    UUID story = story(newsroom.translation(TEXT));

    retention.lift(story, admin);

    assertThat(audited()).isEmpty();
  }

  @Test
  void hand_deletesOnlyWhatItsTitleWasTypedForAndNothingPublished() {
    Target target = newsroom.translation(TEXT);
    UUID story = story(target);
    String title = target.asset().title();

    assertThat(Provoked.by(() -> retention.delete(story, "khác", admin)).code())
        .isEqualTo(ErrorCode.INVALID_REQUEST);
    assertThat(Provoked.by(() -> retention.delete(story, title, newsroom.editor)).code())
        .isEqualTo(ErrorCode.NOT_PERMITTED);
    newsroom.approveAndPublish(target);
    assertThat(Provoked.by(() -> retention.delete(story, title, admin)).code())
        .isEqualTo(ErrorCode.WRONG_STATE);
    newsroom.library.notices().withdraw(target.id(), "Đã thu hồi.", newsroom.reviewer);

    retention.delete(story, title, admin);

    assertThat(isThere(story)).isFalse();
    assertThat(audited()).containsExactly("story-deleted");
  }

  @Test
  void outlook_countsWhatIsHiddenFromAReaderButNamesItNot() {
    Account stranger =
        new Account(auditor.id(), "hue", "Huệ", new Office("Sở Du lịch"), Set.of(Role.AUDITOR));
    newsroom.products(TEXT, Sensitivity.SECRET, List.of(ProductForm.TRANSLATION), "en");
    keepUnpublished(Sensitivity.SECRET, 1);
    clock.tick(Duration.ofDays(2));

    assertThat(retention.outlook(stranger).stories()).isEqualTo(1);
    assertThat(retention.outlook(stranger).first()).isEmpty();
    assertThat(retention.outlook(admin).first()).hasSize(1);
    assertThat(Provoked.by(() -> retention.outlook(newsroom.editor)).code())
        .isEqualTo(ErrorCode.NOT_PERMITTED);
  }

  @Test
  void policy_fromAnybodyElse_isRefused() {
    assertThat(Provoked.by(() -> retention.change(RetentionPolicy.USUAL, auditor)).code())
        .isEqualTo(ErrorCode.NOT_PERMITTED);
    assertThat(Provoked.by(() -> new Period(0)).code()).isEqualTo(ErrorCode.INVALID_REQUEST);
  }

  @Test
  void jobs_afterTheHourOfTheNight_runOnceOnWhicheverNode() {
    try (RetentionJobs one = new RetentionJobs(database, clock, Duration.ofMillis(50));
        RetentionJobs other = new RetentionJobs(database, clock, Duration.ofMillis(50))) {
      one.start();
      other.start();
      await().until(this::isScheduled);
      clock.tick(Duration.ofDays(1));

      await().until(() -> !retention.runs(admin).isEmpty());
    }
    assertThat(retention.runs(admin)).hasSize(1).allMatch(run -> run.endedAt() != null);
  }

  private boolean isScheduled() {
    return database
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery("select count(*) from retention_tasks")
                        .mapTo(Integer.class)
                        .one())
        == 1;
  }

  @Test
  void answers_toRepeatableRequests_goAfterADay() throws SQLException {
    RepeatedRequests requests = new RepeatedRequests(database, clock);
    RepeatableRequest request = new RepeatableRequest(admin.id(), "once", "d");
    requests.begin(request);
    requests.finish(request, new GivenAnswer(200, Map.of(), WORD.getBytes(StandardCharsets.UTF_8)));
    clock.tick(Duration.ofHours(25));

    night.run();

    assertThat(tables.columnsWith(WORD)).isEmpty();
  }

  @Test
  void bytes_thatAnotherStoryNamesToo_stayForIt() {
    Target going = newsroom.translation(TEXT);
    Target staying = newsroom.translation(TEXT);

    retention.delete(story(going), going.asset().title(), admin);

    assertThat(database.contents().bytes(staying.asset().text().digest())).isNotEmpty();
  }

  @Test
  void eraser_knowsEveryTableThatPointsAtAStory() throws SQLException {
    assertThat(StoryEraser.STEPS.stream().map(StoryEraser.Step::table).collect(Collectors.toSet()))
        .containsAll(tables.pointingAt("story"));
  }

  @Test
  void deletion_leavesNoWordInAnyTableOrIndex(@TempDir Path folder)
      throws IOException, SQLException {
    try (DeskMemory memory = DeskMemory.open(database, folder.resolve("index"), clock)) {
      Target target = fullStory();
      memory.follow();
      assertThat(hits()).isEqualTo(1);
      assertThat(memory.index().size()).isPositive();
      assertThat(tables.columnsWith(WORD))
          .contains("segment.source", "content_piece.bytes", "memory_entry.target", "event.data");
      assertThat(empty()).as("tables of a story without a row").isEmpty();

      retention.delete(story(target), target.asset().title(), admin);
      newsroom.library.library().forget();
      memory.forget();

      assertThat(tables.columnsWith(WORD)).isEmpty();
      assertThat(hits()).isZero();
      assertThat(memory.index().size()).isZero();
      assertThat(filesWith(folder)).isEmpty();
    }
  }

  /** How many entries of the library have the word. */
  private long hits() {
    LibraryQuery query = new LibraryQuery(WORD, Map.of());
    return newsroom.library.library().search(query, newsroom.editor, 0, 10).total();
  }

  private static List<Path> filesWith(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).filter(RetentionContractTest::hasWord).toList();
    }
  }

  private static boolean hasWord(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(WORD);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tables of the eraser that have no row, so that the scan would prove nothing about them. */
  private List<String> empty() {
    return StoryEraser.STEPS.stream()
        .map(StoryEraser.Step::table)
        .filter(table -> !table.equals("retention_hold"))
        .filter(
            table ->
                database
                        .jdbi()
                        .withHandle(
                            handle ->
                                handle
                                    .createQuery("select count(*) from " + table)
                                    .mapTo(Integer.class)
                                    .one())
                    == 0)
        .toList();
  }

  /** A story with a row in every table that can have one, the word wherever there is text. */
  private Target fullStory() {
    List<Target> made =
        newsroom.products(
            TEXT,
            Sensitivity.PUBLIC,
            List.of(ProductForm.TRANSLATION, Newsroom.HEADLINE),
            "vi",
            "en");
    Target target =
        made.stream().filter(each -> each.form().isTranslation()).findFirst().orElseThrow();
    new Discussions(database, clock)
        .begin(target.id(), 0, "Sao lại " + WORD + "? @editor", newsroom.reviewer);
    new Quality(database, clock)
        .annotations()
        .add(
            target.id(),
            0,
            new Annotation.Form(ErrorCategory.ACCURACY, ErrorSeverity.MINOR, null, "Tên " + WORD),
            newsroom.reviewer);
    newsroom.desk.copies().keep(target.id(), 1, 1, "dở " + WORD, newsroom.reviewer);
    newsroom.approveAndPublish(target);
    newsroom.library.notices().correct(target.id(), "Sửa " + WORD, newsroom.reviewer);
    database.jdbi().useHandle(handle -> Rows.fill(handle, target, admin.id(), WORD));
    return target;
  }
}
