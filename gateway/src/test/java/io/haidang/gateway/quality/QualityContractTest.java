package io.haidang.gateway.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.quality.QualityReport.Sum;
import io.haidang.gateway.quality.QualityResult.Outcome;
import io.haidang.gateway.review.ApprovalEffect;
import io.haidang.gateway.review.Decision;
import io.haidang.gateway.review.ReviewDesk;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.testing.Drafted;
import io.haidang.gateway.testing.OnEveryDatabase;
import io.haidang.gateway.testing.Provoked;
import io.haidang.gateway.testing.SettableClock;
import io.haidang.gateway.testing.TestAccount;
import io.haidang.gateway.testing.TestDatabase;
import io.haidang.gateway.testing.Translated;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.TextSpan;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.translation.Provenance;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.review.Role;
import io.haidang.translation.review.TargetAction;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Errors, scores, time and reports on every database. */
@OnEveryDatabase
class QualityContractTest {

  private static final String TEXT = "Ships are at the port.";

  private final SettableClock clock = new SettableClock();
  private final TestDatabase store;
  private final Database database;
  private final Drafted drafted;
  private final Account other;
  private final Account admin;
  private final ReviewDesk desk;
  private final Quality quality;

  QualityContractTest(TestDatabase.Kind kind) {
    store = TestDatabase.open(kind);
    database = store.database();
    drafted = Drafted.in(database, target -> {}, clock);
    other = TestAccount.in(database, "other", "Người khác", Role.REVIEWER);
    admin = TestAccount.in(database, "chief", "Quản trị", Role.ADMIN);
    TermEnforcer terms = new TermEnforcer(Glossary.starter());
    desk =
        new ReviewDesk(
            database, () -> terms, target -> {}, ApprovalEffect.NONE, new Appraisal(clock), clock);
    quality = new Quality(database, clock);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void annotation_ofSomeWords_keepsThemAsTheyWere() {
    UUID id = inReview(1);

    Annotation made = annotate(id, ErrorSeverity.MAJOR, new TextSpan(0, 5), " Which? ");
    desk.edit(id, 0, 1, "Vessels are at the port.", drafted.editor());

    assertThat(made.quote()).isEqualTo("Ships");
    assertThat(made.remark()).isEqualTo("Which?");
    assertThat(quality.annotations().of(id)).containsExactly(made);
  }

  @Test
  void annotation_unfit_isRefused() {
    UUID id = inReview(1);

    refused(
        ErrorCode.INVALID_REQUEST,
        () -> annotate(id, ErrorSeverity.MINOR, new TextSpan(0, 99), ""));
    refused(ErrorCode.INVALID_REQUEST, () -> annotate(id, ErrorSeverity.MINOR, null, "a\u0000"));
    refused(
        ErrorCode.NOT_FOUND,
        () -> quality.annotations().add(id, 7, form(ErrorSeverity.MINOR, null, ""), other));
    refused(
        ErrorCode.NOT_PERMITTED,
        () ->
            quality
                .annotations()
                .add(id, 0, form(ErrorSeverity.MINOR, null, ""), drafted.editor()));
    IntStream.range(0, 20).forEach(n -> annotate(id, ErrorSeverity.NEUTRAL, null, ""));
    refused(ErrorCode.INVALID_REQUEST, () -> annotate(id, ErrorSeverity.NEUTRAL, null, ""));
  }

  @Test
  void annotation_belongsToItsMaker_untilTheTextIsDecidedAbout() {
    UUID id = inReview(1);
    Annotation made = annotate(id, ErrorSeverity.MINOR, null, "");
    Annotations annotations = quality.annotations();

    refused(ErrorCode.NOT_PERMITTED, () -> annotations.remove(id, made.id(), other));
    refused(ErrorCode.NOT_FOUND, () -> annotations.remove(id, UUID.randomUUID(), other));
    Annotation changed =
        annotations.change(
            id, made.id(), form(ErrorSeverity.MAJOR, null, "Worse."), drafted.reviewer());
    assertThat(changed.id()).isEqualTo(made.id());
    assertThat(annotations.of(id)).extracting(Annotation::remark).containsExactly("Worse.");
    decide(id, TargetAction.REQUEST_CHANGES);

    assertThat(annotations.of(id)).extracting(Annotation::isDecided).containsExactly(true);
    refused(ErrorCode.WRONG_STATE, () -> annotations.remove(id, made.id(), drafted.reviewer()));
  }

  @Test
  void decisions_writeDownWhatTheTextWasWorth_andNothingChangesThatLater() {
    UUID id = inReview(20); // 100 words
    annotate(id, ErrorSeverity.MAJOR, null, "");
    annotate(id, ErrorSeverity.MINOR, null, "");
    annotate(id, ErrorSeverity.NEUTRAL, null, "");
    assertThat(quality.of(id, other).now().score().perThousand()).isCloseTo(25, within(1e-9));
    decide(id, TargetAction.REQUEST_CHANGES);
    desk.edit(id, 0, 1, "Vessels are at the port.", drafted.editor());
    desk.decide(id, new Decision(TargetAction.RESUBMIT, version(id), ""), drafted.editor());
    annotate(id, ErrorSeverity.MINOR, null, "");
    decide(id, TargetAction.APPROVE);
    desk.edit(id, 1, 1, "Vessels left the port.", drafted.editor());

    List<QualityResult> results = quality.of(id, other).results();

    assertThat(results)
        .extracting(QualityResult::outcome)
        .containsExactly(Outcome.CHANGES_REQUESTED, Outcome.APPROVED);
    assertThat(results).extracting(QualityResult::round).containsExactly(1, 2);
    assertThat(results)
        .extracting(result -> result.score().perThousand())
        .containsExactly(25.0, 5.0);
    assertThat(results).extracting(result -> result.score().limit()).containsExactly(8.0, 5.0);
    assertThat(results).extracting(result -> result.score().passes()).containsExactly(false, true);
    assertThat(results).extracting(QualityResult::changed).containsExactly(0, 1);
    assertThat(results.get(1).engine()).isEqualTo("test");
    assertThat(results.get(1).edited().edits()).isEqualTo(1);
  }

  @Test
  void limits_setByAnAdministrator_holdForWhatComesAfter() {
    UUID id = inReview(20);
    annotate(id, ErrorSeverity.MINOR, null, "");
    refused(ErrorCode.NOT_PERMITTED, () -> quality.setLimits(new Limits(4, 2), other));
    refused(ErrorCode.INVALID_REQUEST, () -> new Limits(-1, 2));
    refused(ErrorCode.INVALID_REQUEST, () -> new Limits(1, Double.NaN));

    quality.setLimits(new Limits(4, 2), admin);
    quality.setLimits(new Limits(4.5, 2), admin);
    decide(id, TargetAction.REQUEST_CHANGES);

    QualityResult result = quality.of(id, admin).results().get(0);
    assertThat(result.score().limit()).isEqualTo(4.5);
    assertThat(result.score().passes()).isFalse();
    assertThat(quality.limits()).isEqualTo(new Limits(4.5, 2));
  }

  @Test
  void time_isNeverMoreThanTheClockSays() {
    Target target = desk.target(inReview(2));
    FocusTimes focus = quality.focus();

    focus.beat(target, 0, Duration.ofHours(5), drafted.reviewer());
    focus.beat(target, 1, Duration.ofSeconds(15), drafted.reviewer()); // A second window, at once.
    clock.tick(Duration.ofSeconds(10));
    focus.beat(target, 1, Duration.ofSeconds(15), drafted.reviewer());
    focus.beat(target, 9, Duration.ofSeconds(15), other); // No such segment.
    focus.beat(target, 1, Duration.ofSeconds(-15), other);
    focus.beat(target, 1, Duration.ofSeconds(15), other);

    assertThat(quality.of(target.id(), other).active())
        .containsOnly(
            java.util.Map.entry(0, Duration.ofSeconds(30)),
            java.util.Map.entry(1, Duration.ofSeconds(25)));
    assertThat(quality.of(target.id(), other).now().active()).hasSeconds(55);
  }

  @Test
  void report_hasEachMonth_andGroupsWhatIsAlike() {
    UUID untouched = inReview(20);
    decide(untouched, TargetAction.APPROVE);
    UUID edited = inReview(20);
    annotate(edited, ErrorSeverity.MAJOR, null, "");
    desk.edit(edited, 0, 1, "Vessels are at the port.", drafted.reviewer());
    decide(edited, TargetAction.APPROVE);
    YearMonth month = YearMonth.from(clock.instant().atZone(Office.ZONE));

    QualityReport report = quality.report(month, 3, other);

    assertThat(report.months())
        .extracting(QualityReport.Month::month)
        .containsExactly(month.minusMonths(2), month.minusMonths(1), month);
    assertThat(report.months().get(0).sum().texts()).isZero();
    assertThat(report.lines()).hasSize(1);
    Sum sum = report.lines().get(0).sum();
    assertThat(sum.approvalRate()).isEqualTo(0.5);
    assertThat(sum.passRate()).isEqualTo(0.5);
    assertThat(sum.score()).isCloseTo(10, within(1e-9));
    assertThat(QualityCsv.lines(report))
        .contains("\"test\",en,translation,2,2,1,1,200,2.0,10.00,1,");
    assertThat(QualityCsv.months(report).lines()).hasSize(4);
    refused(ErrorCode.NOT_PERMITTED, () -> quality.report(month, 3, drafted.editor()));
    refused(ErrorCode.NOT_PERMITTED, () -> quality.of(edited, drafted.editor()));
  }

  private Annotation annotate(
      UUID id, ErrorSeverity severity, @Nullable TextSpan span, String remark) {
    return quality.annotations().add(id, 0, form(severity, span, remark), drafted.reviewer());
  }

  private static Annotation.Form form(
      ErrorSeverity severity, @Nullable TextSpan span, String remark) {
    return new Annotation.Form(ErrorCategory.ACCURACY, severity, span, remark);
  }

  private static void refused(ErrorCode code, ThrowingCallable call) {
    assertThat(Provoked.by(call).code()).isEqualTo(code);
  }

  private void decide(UUID id, TargetAction action) {
    desk.decide(id, new Decision(action, version(id), "Read."), drafted.reviewer());
  }

  private int version(UUID id) {
    return desk.target(id).version();
  }

  /** A text of five words in each of its segments. */
  private UUID inReview(int segments) {
    TranslatedSegment made =
        new TranslatedSegment(
            "Tàu ở cảng.",
            TEXT,
            -0.25,
            List.of(),
            new Provenance("test", "1", "", "starter", false, 12));
    return Translated.inReview(drafted, Collections.nCopies(segments, made), database, clock);
  }
}
