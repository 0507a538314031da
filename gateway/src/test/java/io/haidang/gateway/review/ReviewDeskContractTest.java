package io.haidang.gateway.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.events.Event;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.testing.Drafted;
import io.haidang.gateway.testing.OnEveryDatabase;
import io.haidang.gateway.testing.Provoked;
import io.haidang.gateway.testing.Provokes;
import io.haidang.gateway.testing.SettableClock;
import io.haidang.gateway.testing.TestDatabase;
import io.haidang.gateway.testing.Translated;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.models.Generation.UncertainSpan;
import io.haidang.translation.Provenance;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.check.Finding;
import io.haidang.translation.check.FindingIdentity;
import io.haidang.translation.check.Severity;
import io.haidang.translation.review.SegmentState;
import io.haidang.translation.review.TargetAction;
import io.haidang.translation.review.TargetState;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Segments, edits and decisions on every database. */
@OnEveryDatabase
class ReviewDeskContractTest {

  private static final Finding MISSING =
      new Finding("numbers", Severity.ERROR, null, null, "45", "Số 45 bị thiếu");

  /** “delegates” and the emoji. */
  private static final List<UncertainSpan> UNSURE =
      List.of(new UncertainSpan(2, 11, -2.5), new UncertainSpan(12, 14, -7.0625));

  private final SettableClock clock = new SettableClock();
  private final TestDatabase store;
  private final Database database;
  private final Drafted drafted;
  private final ReviewDesk desk;

  ReviewDeskContractTest(TestDatabase.Kind kind) {
    store = TestDatabase.open(kind);
    database = store.database();
    drafted = Drafted.in(database, target -> {}, clock);
    TermEnforcer terms = new TermEnforcer(Glossary.starter());
    desk = new ReviewDesk(database, () -> terms, target -> {}, clock);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void segments_written_areReadBackAsTheyWere() {
    UUID id = inReview(2);

    List<SegmentView> segments = desk.segments(id);

    assertThat(segments).hasSize(2);
    SegmentView first = segments.get(0);
    assertThat(first.source()).isEqualTo("Hội nghị có 0 đại biểu.");
    assertThat(first.target()).isEqualTo(first.machine()).isEqualTo("0 delegates \uD83D\uDE00");
    assertThat(first.state()).isEqualTo(SegmentState.MACHINE);
    assertThat(first.confidence()).isEqualTo(-0.25);
    assertThat(first.similarity()).isEqualTo(0.625);
    assertThat(first.uncertain()).isEqualTo(UNSURE);
    assertThat(first.findings()).containsExactly(MISSING);
    assertThat(first.version()).isEqualTo(1);
    assertThat(desk.target(id).segmentsDone()).isEqualTo(2);
    assertThat(desk.target(id).openErrors()).isEqualTo(2);
  }

  @Test
  void segments_figuresThatNobodyKnows_areNull() {
    UUID id = inReview(List.of(translated(0, Double.NaN, Double.NaN, List.of())));

    assertThat(desk.segments(id).get(0).confidence()).isNull();
    assertThat(desk.segments(id).get(0).similarity()).isNull();
  }

  @Test
  void uncertain_onceTheTextIsNotTheMachines_isEmpty() {
    UUID id = inReview(2);

    SegmentView confirmed = desk.edit(id, 0, 1, "0 delegates \uD83D\uDE00", drafted.reviewer());
    SegmentView edited = desk.edit(id, 1, 1, "1 delegate \uD83D\uDE00", drafted.reviewer());

    assertThat(confirmed.uncertain()).isEqualTo(UNSURE);
    assertThat(edited.uncertain()).isEmpty();
    assertThat(desk.segments(id)).containsExactly(confirmed, edited);
  }

  @Test
  void uncertain_ofAMachineTextThatIsWrittenAnew_areThoseOfTheNewOne() {
    UUID id = inReview(1);
    List<UncertainSpan> marks = List.of(new UncertainSpan(0, 3, -3));

    database
        .jdbi()
        .useTransaction(
            handle -> {
              TranslatedSegment first = SegmentTable.machine(handle, id).get(0);
              assertThat(first.uncertain()).isEqualTo(UNSURE);
              SegmentTable.rewrite(
                  handle,
                  id,
                  0,
                  new TranslatedSegment(
                      first.source(),
                      "The 0.",
                      first.confidence(),
                      first.similarity(),
                      marks,
                      List.of(),
                      first.provenance()));
            });

    assertThat(desk.segments(id).get(0).target()).isEqualTo("The 0.");
    assertThat(desk.segments(id).get(0).uncertain()).isEqualTo(marks);
  }

  @Test
  @Provokes(ErrorCode.STALE_VERSION)
  void edit_ofTheSameVersionByTwo_isGrantedToTheFirst() {
    UUID id = inReview(1);
    SegmentView edited = desk.edit(id, 0, 1, " There were 0 delegates. ", drafted.editor());

    GatewayException refusal =
        Provoked.by(() -> desk.edit(id, 0, 1, "Another text with 0.", drafted.reviewer()));

    assertThat(edited.target()).isEqualTo("There were 0 delegates.");
    assertThat(edited.state()).isEqualTo(SegmentState.EDITED);
    assertThat(refusal.details())
        .containsEntry("currentVersion", 2)
        .containsEntry("currentText", "There were 0 delegates.");
    assertThat(desk.segments(id)).containsExactly(edited);
  }

  @Test
  void edit_ofDifferentSegmentsByTwoAtOnce_isGrantedToBoth() {
    UUID id = inReview(8);

    IntStream.range(0, 8)
        .parallel()
        .forEach(index -> desk.edit(id, index, 1, index + " delegates came.", drafted.editor()));

    assertThat(desk.segments(id)).allMatch(segment -> segment.version() == 2);
    assertThat(desk.events(id).stream().filter(event -> event.type().equals("segment-edited")))
        .hasSize(8);
  }

  @Test
  void edit_thatFirstUsesAnAbbreviation_isToldWhereTheNameStandsUntilItIsIntroduced() {
    TranslatedSegment full =
        translated("Vốn đầu tư trực tiếp nước ngoài tăng.", "Foreign direct investment rose.");
    UUID id = inReview(List.of(full, full));

    desk.edit(id, 1, 1, "FDI rose.", drafted.editor());
    assertThat(desk.segments(id).get(0).findings())
        .extracting(Finding::check)
        .containsExactly("term-not-introduced");
    assertThat(desk.segments(id).get(0).version()).isEqualTo(1);
    assertThat(desk.segments(id).get(1).findings()).isEmpty();

    desk.edit(id, 0, 1, "Foreign direct investment (FDI) rose.", drafted.editor());
    assertThat(desk.segments(id)).allMatch(segment -> segment.findings().isEmpty());
  }

  @Test
  void edit_thatIntroducesAName_clearsWhatWasMissingElsewhere() {
    TranslatedSegment none = translated("Vốn đầu tư trực tiếp nước ngoài tăng.", "Capital rose.");
    TranslatedSegment brief = translated("Có vốn đầu tư trực tiếp nước ngoài.", "There is FDI.");
    UUID id = inReview(List.of(none, brief));

    desk.edit(id, 1, 1, "There is FDI capital.", drafted.editor());
    assertThat(desk.segments(id).get(1).findings())
        .extracting(Finding::check)
        .contains("term-missing");

    desk.edit(id, 0, 1, "Foreign direct investment (FDI) rose.", drafted.editor());
    assertThat(desk.segments(id).get(1).findings()).isEmpty();
    assertThat(desk.segments(id).get(1).version()).isEqualTo(2);
  }

  @Test
  void acceptFinding_withReason_countsNoMoreUntilItsWordsChange() {
    UUID id = inReview(List.of(translated("Có 20 tàu ở cảng.", "Ships are at the port.")));
    SegmentView wrong = desk.edit(id, 0, 1, "Ships are at port.", drafted.editor());
    String finding = FindingIdentity.of(wrong.findings(), wrong.source(), wrong.target()).get(0);
    assertThat(desk.target(id).openErrors()).isEqualTo(1);

    SegmentView accepted =
        desk.acceptFinding(id, 0, finding, "The caption has the number.", drafted.editor());
    assertThat(accepted.findings().get(0).accepted()).isEqualTo("The caption has the number.");
    assertThat(desk.target(id).openErrors()).isZero();
    assertThat(desk.events(id)).last().extracting(Event::type).isEqualTo("finding-accepted");

    SegmentView again = desk.edit(id, 0, 2, "Some ships are at port.", drafted.editor());
    assertThat(again.findings()).noneMatch(Finding::stands);

    desk.acceptFinding(id, 0, finding, "", drafted.editor());
    assertThat(desk.target(id).openErrors()).isEqualTo(1);
    Provoked.by(() -> desk.acceptFinding(id, 0, "numbers-0", "why", drafted.editor()));
  }

  @Test
  void edit_withTheSameText_confirms() {
    UUID id = inReview(1);

    SegmentView confirmed = desk.edit(id, 0, 1, "0 delegates \uD83D\uDE00", drafted.reviewer());

    assertThat(confirmed.state()).isEqualTo(SegmentState.CONFIRMED);
    assertThat(desk.events(id).get(desk.events(id).size() - 1).type())
        .isEqualTo("segment-confirmed");
  }

  @Test
  void decisions_fromReviewToDelivery_leaveOneEventEach() {
    UUID id = inReview(1);
    int before = desk.events(id).size();
    desk.edit(id, 0, 1, "There were 0 delegates.", drafted.editor());
    decide(id, TargetAction.REQUEST_CHANGES, "Please look again.");
    desk.decide(id, new Decision(TargetAction.RESUBMIT, version(id), ""), drafted.editor());
    Target approved = decide(id, TargetAction.APPROVE, "");
    clock.tick(Duration.ofMinutes(1));
    ExportedFile file = desk.export(id, drafted.editor());

    assertThat(approved.approvedBy()).isEqualTo("Người duyệt");
    assertThat(file.content())
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("There were 0 delegates.");
    List<Event> events = desk.events(id);
    assertThat(events.subList(before, events.size()))
        .extracting(Event::type)
        .containsExactly(
            "segment-edited",
            "target-changes-requested",
            "target-in-review",
            "target-approved",
            "target-published");
    assertThat(events).isSortedAccordingTo(Comparator.comparingLong(Event::id));
    assertThat(events.get(before + 1).data()).containsEntry("comment", "Please look again.");
    assertThat(events.get(before + 3).actor()).isEqualTo("Người duyệt");
    assertThat(events.get(events.size() - 1).at()).isEqualTo(clock.instant());
    assertThat(desk.target(id).approvedBy()).isEqualTo("Người duyệt");
  }

  @Test
  void decision_refused_leavesNoEvent() {
    UUID id = inReview(1);
    List<Event> before = desk.events(id);

    Provoked.by(() -> decide(id, TargetAction.APPROVE, ""));

    assertThat(desk.events(id)).isEqualTo(before);
    assertThat(desk.target(id).state()).isEqualTo(TargetState.IN_REVIEW);
  }

  @Test
  void summaries_beforeAnythingIsTranslated_areEmpty() {
    UUID id = drafted.submit("Tin", "Hội nghị có 45 đại biểu.", "en").get(0).id();

    assertThat(desk.summaries(id).target().headline().text()).isEmpty();
    assertThat(desk.segments(id)).isEmpty();
  }

  @Test
  void textOfTwoThousandSegments_isReadWithoutWorkThatGrowsWithTheSquare() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    UUID id = inReview(2_000);
    desk.segments(id);
    long start = threads.getCurrentThreadCpuTime();

    assertThat(desk.segments(id)).hasSize(2_000);
    assertThat(desk.summaries(id).source().keyPoints()).isNotEmpty();

    // A fifth of a second. Processor time, which other programs on the machine don't change.
    Duration work = Duration.ofNanos(threads.getCurrentThreadCpuTime() - start);
    assertThat(work).isLessThan(Duration.ofSeconds(3));
  }

  private Target decide(UUID id, TargetAction action, String comment) {
    return desk.decide(id, new Decision(action, version(id), comment), drafted.reviewer());
  }

  private int version(UUID id) {
    return desk.target(id).version();
  }

  /** A text with one error in each of its machine-translated segments. */
  private UUID inReview(int segments) {
    return inReview(
        IntStream.range(0, segments)
            .mapToObj(n -> translated(n, -0.25, 0.625, List.of(MISSING)))
            .toList());
  }

  private static TranslatedSegment translated(
      int number, double confidence, double similarity, List<Finding> findings) {
    return new TranslatedSegment(
        "Hội nghị có " + number + " đại biểu.",
        number + " delegates \uD83D\uDE00",
        confidence,
        similarity,
        UNSURE,
        findings,
        new Provenance("test", "1", "", "starter", false, 12));
  }

  private static TranslatedSegment translated(String source, String target) {
    return new TranslatedSegment(
        source, target, -0.25, List.of(), new Provenance("test", "1", "", "starter", false, 12));
  }

  private UUID inReview(List<TranslatedSegment> translated) {
    return Translated.inReview(drafted, translated, database, clock);
  }
}
