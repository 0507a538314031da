package io.haidang.gateway.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.events.Event;
import io.haidang.gateway.review.BulkApproval.Choice;
import io.haidang.gateway.review.BulkApproval.Outcome;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.testing.Drafted;
import io.haidang.gateway.testing.OnEveryDatabase;
import io.haidang.gateway.testing.Provoked;
import io.haidang.gateway.testing.SettableClock;
import io.haidang.gateway.testing.TestAccount;
import io.haidang.gateway.testing.TestDatabase;
import io.haidang.gateway.testing.Translated;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.translation.MemoryUse;
import io.haidang.translation.Provenance;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.check.Finding;
import io.haidang.translation.check.FindingIdentity;
import io.haidang.translation.check.Severity;
import io.haidang.translation.review.Role;
import io.haidang.translation.review.SegmentState;
import io.haidang.translation.review.TargetAction;
import io.haidang.translation.review.TargetState;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who may sign off what, and what the record says of it, on every database. */
@OnEveryDatabase
class DecisionsContractTest {

  private static final Finding ERROR =
      new Finding("numbers", Severity.ERROR, null, null, "45", "lost");
  private static final Finding WARNING =
      new Finding("length", Severity.WARNING, null, null, "", "long");
  private static final Provenance ENGINE = new Provenance("test", "1", "", "starter", false, 12);

  private final SettableClock clock = new SettableClock();
  private final TestDatabase store;
  private final Database database;
  private final Drafted drafted;
  private final Account both;
  private final ReviewDesk desk;

  DecisionsContractTest(TestDatabase.Kind kind) {
    store = TestDatabase.open(kind);
    database = store.database();
    drafted = Drafted.in(database, target -> {}, clock);
    both = TestAccount.in(database, "both", "Hai vai", Role.EDITOR, Role.REVIEWER);
    TermEnforcer terms = new TermEnforcer(Glossary.starter());
    desk = new ReviewDesk(database, () -> terms, target -> {}, clock);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void approval_withAnError_isRefusedUntilItIsAcceptedAtItsSegment() {
    UUID id = inReview(made(ENGINE, ERROR));

    refused(ErrorCode.FINDINGS_OPEN, () -> decide(id, TargetAction.APPROVE, "All right."));
    SegmentView segment = desk.segment(id, 0);
    String finding =
        FindingIdentity.of(segment.findings(), segment.source(), segment.target()).get(0);
    desk.acceptFinding(id, 0, finding, "The caption has it.", drafted.reviewer());

    assertThat(decide(id, TargetAction.APPROVE, "").state()).isEqualTo(TargetState.APPROVED);
  }

  @Test
  void approval_withAWarning_takesOneReason() {
    UUID id = inReview(made(ENGINE, WARNING), made(ENGINE, WARNING));

    refused(ErrorCode.FINDINGS_OPEN, () -> decide(id, TargetAction.APPROVE, " "));

    assertThat(decide(id, TargetAction.APPROVE, "A list is long.").state())
        .isEqualTo(TargetState.APPROVED);
  }

  @Test
  void emptyForm_isNeitherAcceptedNorSignedOff() {
    UUID id = inReview(made("", FormFindings.empty("nothing fits")));
    SegmentView segment = desk.segment(id, 0);
    String finding =
        FindingIdentity.of(segment.findings(), segment.source(), segment.target()).get(0);

    refused(
        ErrorCode.INVALID_REQUEST,
        () -> desk.acceptFinding(id, 0, finding, "It is fine.", drafted.reviewer()));
    database.jdbi().useHandle(handle -> SegmentTable.setFindings(handle, id, 0, List.of()));
    refused(ErrorCode.FINDINGS_OPEN, () -> decide(id, TargetAction.APPROVE, "It is fine."));

    assertThat(decide(id, TargetAction.REJECT, "Nothing fits.").state())
        .isEqualTo(TargetState.REJECTED);
  }

  @Test
  void approval_saysHowMuchTheApproverChanged_andNotWhatOthersDid() {
    UUID id = inReview(made(ENGINE), made(ENGINE), made(ENGINE));
    desk.edit(id, 0, 1, "Ships came in.", drafted.editor());
    desk.edit(id, 1, 1, "Ships are in the port.", drafted.reviewer());
    desk.edit(id, 1, 2, "Ships are at the quay.", drafted.reviewer());
    desk.edit(id, 2, 1, "Something else.", drafted.reviewer());
    desk.edit(id, 2, 2, "Ships are at the port.", drafted.reviewer());

    decide(id, TargetAction.APPROVE, "One sentence, three ways.");

    Map<String, Object> data = last(id).data();
    assertThat(last(id).type()).isEqualTo("target-approved");
    assertThat(data).containsEntry("editedSegments", 1).containsEntry("editedWords", 1);
    assertThat(data).containsEntry("words", 4 + 6 + 6);
  }

  @Test
  void whoHandsATextInAgain_cannotSignItOff() {
    UUID id = inReview(made(ENGINE));
    decide(id, TargetAction.REQUEST_CHANGES, "Look again.");
    desk.edit(id, 0, 1, "Ships came in.", both);
    desk.decide(id, new Decision(TargetAction.RESUBMIT, version(id), ""), both);

    refused(
        ErrorCode.AUTHOR_CANNOT_APPROVE,
        () -> desk.decide(id, new Decision(TargetAction.APPROVE, version(id), ""), both));

    assertThat(decide(id, TargetAction.APPROVE, "").approvedBy()).isEqualTo("Người duyệt");
  }

  @Test
  void places_areThoseOfAll_orOfSegmentsWithFindings() {
    UUID id = inReview(made(ENGINE), made(ENGINE, WARNING), made(ENGINE), made(ENGINE, ERROR));

    assertThat(desk.places(id, false)).containsExactly(0, 1, 2, 3);
    assertThat(desk.places(id, true)).containsExactly(1, 3);
    assertThat(desk.segments(id, List.of(3, 1, 9)))
        .isEqualTo(List.of(desk.segment(id, 1), desk.segment(id, 3)));
    assertThat(desk.segments(id, List.of())).isEmpty();
  }

  @Test
  void versions_areTheTextAtEachStep() {
    UUID id = inReview(made(ENGINE), made(ENGINE));
    String machine = desk.segment(id, 0).machine();
    desk.edit(id, 0, 1, "Ships came in.", drafted.editor());
    decide(id, TargetAction.REQUEST_CHANGES, "Look again.");
    desk.edit(id, 0, 2, "Ships came into the port.", drafted.editor());
    desk.decide(id, new Decision(TargetAction.RESUBMIT, version(id), ""), drafted.editor());
    desk.edit(id, 1, 1, "Nothing else.", drafted.reviewer());
    decide(id, TargetAction.APPROVE, "Good.");
    desk.edit(id, 0, 3, "Ships left.", drafted.editor());

    assertThat(desk.versions().of(id))
        .extracting(Version::step, version -> version.texts().get(0), Version::actor)
        .containsExactly(
            tuple(Version.Step.MACHINE, machine, ""),
            tuple(Version.Step.SENT_BACK, "Ships came in.", "Người duyệt"),
            tuple(Version.Step.HANDED_IN, "Ships came into the port.", "Biên tập viên"),
            tuple(Version.Step.APPROVED, "Ships came into the port.", "Người duyệt"),
            tuple(Version.Step.PRESENT, "Ships left.", ""));
    assertThat(desk.versions().of(id))
        .extracting(version -> version.texts().get(1))
        .containsExactly(
            desk.segment(id, 1).machine(),
            desk.segment(id, 1).machine(),
            desk.segment(id, 1).machine(),
            "Nothing else.",
            "Nothing else.");
  }

  @Test
  void sendingBack_withMarks_keepsThemUntilTheirSegmentsAreLookedAt() {
    UUID id = inReview(made(ENGINE), made(ENGINE));
    desk.requestChange(id, new Decision.Mark(1, "Which port?"), drafted.reviewer());
    Decision back =
        new Decision(
            TargetAction.REQUEST_CHANGES,
            version(id),
            "",
            List.of(new Decision.Mark(0, "Whose ships?")));
    desk.decide(id, back, drafted.reviewer());

    assertThat(desk.changeRequests(id))
        .extracting(ChangeRequest::reason)
        .containsExactly("Whose ships?", "Which port?");
    assertThat(last(id).data())
        .containsEntry(
            "segments",
            List.of(
                Map.of("index", 0, "reason", "Whose ships?"),
                Map.of("index", 1, "reason", "Which port?")));
    desk.edit(id, 0, 1, "Cruise ships are at the port.", drafted.editor());
    desk.decide(id, new Decision(TargetAction.RESUBMIT, version(id), ""), drafted.editor());
    assertThat(desk.changeRequests(id))
        .extracting(ChangeRequest::isOpen)
        .containsExactly(false, true);

    refused(ErrorCode.FINDINGS_OPEN, () -> decide(id, TargetAction.APPROVE, ""));
    decide(id, TargetAction.APPROVE, "There is one port only.");

    assertThat(desk.changeRequests(id)).isEmpty();
  }

  @Test
  void sendingBack_withoutCommentOrMark_isRefused() {
    UUID id = inReview(made(ENGINE));
    desk.requestChange(id, new Decision.Mark(0, "Which port?"), drafted.reviewer());
    desk.requestChange(id, new Decision.Mark(0, " "), drafted.reviewer());

    assertThat(desk.changeRequests(id)).isEmpty();
    refused(ErrorCode.INVALID_REQUEST, () -> decide(id, TargetAction.REQUEST_CHANGES, " "));
  }

  @Test
  void turnedDown_handedInAgain_isInReviewAsItWas() {
    UUID id = inReview(made(ENGINE));
    desk.edit(id, 0, 1, "Ships came in.", drafted.editor());
    decide(id, TargetAction.REJECT, "Not our event.");
    assertThat(last(id).data()).containsEntry("comment", "Not our event.");

    desk.decide(id, new Decision(TargetAction.RESUBMIT, version(id), "It is."), drafted.editor());

    assertThat(desk.target(id).state()).isEqualTo(TargetState.IN_REVIEW);
    assertThat(desk.segment(id, 0).target()).isEqualTo("Ships came in.");
  }

  @Test
  void confirmedTogether_onlyWhatIsExactlyFromTheMemoryAndWasSeen() {
    UUID id =
        inReview(
            made(memory(100)),
            made(memory(99)),
            made(ENGINE),
            made(memory(100), WARNING),
            made(memory(101)),
            made(memory(100)),
            made(memory(100)));
    desk.requestChange(id, new Decision.Mark(5, "Which port?"), drafted.reviewer());
    Map<Integer, Integer> seen = desk.matched().of(id);
    desk.edit(id, 6, 1, "Ships came in.", drafted.editor());

    List<Integer> confirmed = desk.matched().confirm(id, seen, drafted.reviewer());

    assertThat(seen).isEqualTo(Map.of(0, 1, 4, 1, 6, 1));
    assertThat(confirmed).containsExactly(0, 4);
    assertThat(desk.segments(id))
        .extracting(SegmentView::state)
        .containsExactly(
            SegmentState.CONFIRMED,
            SegmentState.MATCHED,
            SegmentState.MACHINE,
            SegmentState.MATCHED,
            SegmentState.CONFIRMED,
            SegmentState.MATCHED,
            SegmentState.EDITED);
    assertThat(desk.target(id).state()).isEqualTo(TargetState.IN_REVIEW);
    assertThat(desk.matched().of(id)).isEmpty();
  }

  @Test
  void confirmedTogether_inAVersionThatNobodySaw_staysUnread() {
    UUID id = inReview(made(memory(100)));

    assertThat(desk.matched().confirm(id, Map.of(0, 2), drafted.reviewer())).isEmpty();
    assertThat(desk.segment(id, 0).state()).isEqualTo(SegmentState.MATCHED);
  }

  @Test
  void approvedTogether_onlyWhatIsExactlyFromTheMemory_eachForItself() {
    UUID exact = inReview(made(memory(100)), made(memory(101)));
    UUID near = inReview(made(memory(99)));
    UUID warned = inReview(made(memory(100), WARNING));
    UUID engine = inReview(made(memory(100)), made(ENGINE));
    UUID edited = inReview(made(memory(100)));
    desk.edit(edited, 0, 1, "Ships came in.", drafted.editor());
    BulkApproval bulk = desk.bulk();

    assertThat(bulk.choices(drafted.reviewer())).extracting(Target::id).containsExactly(exact);
    assertThat(bulk.choices(drafted.editor())).isEmpty();
    List<Choice> all =
        List.of(engine, near, exact, warned, edited).stream()
            .map(id -> new Choice(id, version(id)))
            .toList();
    List<Outcome> outcomes = bulk.approve(all, "", drafted.reviewer());

    assertThat(outcomes)
        .extracting(Outcome::refusal)
        .containsExactly(
            "not-from-memory", "not-from-memory", "", "not-from-memory", "not-from-memory");
    assertThat(desk.target(exact).state()).isEqualTo(TargetState.APPROVED);
    assertThat(desk.target(near).state()).isEqualTo(TargetState.IN_REVIEW);
  }

  @Test
  void approvedTogether_ownTextOrOldVersion_isRefusedAlone() {
    UUID own = inReview(made(memory(100)));
    UUID other = inReview(made(memory(100)));
    UUID unknown = UUID.randomUUID();
    decide(own, TargetAction.REQUEST_CHANGES, "Look again.");
    desk.decide(own, new Decision(TargetAction.RESUBMIT, version(own), ""), both);

    List<Outcome> outcomes =
        desk.bulk()
            .approve(
                List.of(
                    new Choice(own, version(own)),
                    new Choice(unknown, 1),
                    new Choice(other, version(other) - 1),
                    new Choice(other, version(other))),
                "",
                both);

    assertThat(outcomes)
        .extracting(Outcome::refusal)
        .containsExactly("author-cannot-approve", "not-found", "stale-version", "");
  }

  private static void refused(ErrorCode code, ThrowingCallable call) {
    assertThat(Provoked.by(call).code()).isEqualTo(code);
  }

  private Event last(UUID id) {
    List<Event> events = desk.events(id);
    return events.get(events.size() - 1);
  }

  private Target decide(UUID id, TargetAction action, String comment) {
    return desk.decide(id, new Decision(action, version(id), comment), drafted.reviewer());
  }

  private int version(UUID id) {
    return desk.target(id).version();
  }

  private static Provenance memory(int score) {
    return Provenance.of(new MemoryUse(1, "EXACT", score, "tin", 0, "Lan"), "starter");
  }

  private static TranslatedSegment made(Provenance from, Finding... findings) {
    return new TranslatedSegment(
        "Tàu ở cảng.", "Ships are at the port.", -0.25, List.of(findings), from);
  }

  private static TranslatedSegment made(String text, Finding... findings) {
    return new TranslatedSegment("Tàu ở cảng.", text, -0.25, List.of(findings), ENGINE);
  }

  private UUID inReview(TranslatedSegment... made) {
    return Translated.inReview(drafted, List.of(made), database, clock);
  }
}
