package io.haidang.gateway.terms;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.terms.Proposal.Decided;
import io.haidang.gateway.testing.OnEveryDatabase;
import io.haidang.gateway.testing.Provoked;
import io.haidang.gateway.testing.Provokes;
import io.haidang.gateway.testing.SettableClock;
import io.haidang.gateway.testing.TermDesk;
import io.haidang.gateway.testing.TestDatabase;
import io.haidang.glossary.Concept;
import io.haidang.glossary.ConceptId;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Proposing, rejecting, taking back, undoing on every database. */
@OnEveryDatabase
class ProposalsContractTest {

  private static final ConceptId MINISTRY = new ConceptId("bộ-ngoại-giao");

  private final SettableClock clock = new SettableClock();
  private final TestDatabase store;
  private final TermDesk desk;
  private final Proposals proposals;

  ProposalsContractTest(TestDatabase.Kind kind) {
    store = TestDatabase.withNames(kind);
    desk = TermDesk.in(store.database(), clock);
    proposals = desk.terms().proposals();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void proposal_made_isReadBackAndChangesNothing() {
    Concept changed = desk.inForce(MINISTRY.value()).toBuilder().note("đã đổi").build();

    Proposal made = proposals.change(changed, 1, "vì sao", desk.mai());

    assertThat(proposals.find(made.id())).isEqualTo(made);
    assertThat(proposals.count(ProposalState.PROPOSED, null)).isEqualTo(1);
    assertThat(proposals.list(null, null, 0, 10)).containsExactly(made);
    assertThat(desk.inForce(MINISTRY.value()).note()).isEmpty();
  }

  @Test
  void proposal_rejected_keepsWhatIsInForceAndSaysWhy() {
    Concept changed = desk.inForce(MINISTRY.value()).toBuilder().note("đã đổi").build();
    Proposal made = proposals.change(changed, 1, "", desk.mai());

    proposals.reject(ProposalChoice.of(made.id()), "not in the law", desk.nam());

    Proposal rejected = proposals.find(made.id());
    assertThat(rejected.state()).isEqualTo(ProposalState.REJECTED);
    assertThat(rejected.decision())
        .isEqualTo(new Decided("Nam", clock.instant(), "not in the law", null));
    assertThat(desk.inForce(MINISTRY.value()).note()).isEmpty();
  }

  @Test
  @Provokes(ErrorCode.INVALID_REQUEST)
  void rejection_withoutAReason_isRefused() {
    Proposal made = desk.propose(TermDesk.made("a", "Bên A", "Party A"));

    GatewayException refusal =
        Provoked.by(() -> proposals.reject(ProposalChoice.of(made.id()), " ", desk.nam()));

    assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
  }

  @Test
  @Provokes(ErrorCode.WRONG_STATE)
  void proposal_takenBack_isDecidedForGood() {
    Proposal made = desk.propose(TermDesk.made("a", "Bên A", "Party A"));

    proposals.reject(ProposalChoice.of(made.id()), "", desk.mai());

    assertThat(proposals.find(made.id()).state()).isEqualTo(ProposalState.WITHDRAWN);
    assertThat(Provoked.by(() -> desk.approve(made)).code()).isEqualTo(ErrorCode.WRONG_STATE);
  }

  @Test
  @Provokes(ErrorCode.STALE_VERSION)
  void change_ofAVersionThatWasReplaced_isRefusedWithThePresentOne() {
    Concept ministry = desk.inForce(MINISTRY.value());
    desk.approve(desk.proposeChange(ministry.toBuilder().note("một").build(), 1));

    GatewayException refusal =
        Provoked.by(() -> desk.proposeChange(ministry.toBuilder().note("hai").build(), 1));

    assertThat(refusal.code()).isEqualTo(ErrorCode.STALE_VERSION);
    assertThat(refusal.details()).containsEntry("currentVersion", 2);
  }

  @Test
  void undo_ofAChange_bringsBackWhatWasBeforeOnceApproved() {
    Concept ministry = desk.inForce(MINISTRY.value());
    desk.approve(desk.proposeChange(ministry.toBuilder().note("một").build(), 1));

    Proposal undo = proposals.undo(MINISTRY, 2, "", desk.mai());
    assertThat(desk.inForce(MINISTRY.value()).note()).isEqualTo("một");
    desk.approve(undo);

    assertThat(desk.inForce(MINISTRY.value())).isEqualTo(ministry);
    assertThat(desk.terms().releases().concepts(3)).isEqualTo(desk.terms().releases().concepts(1));
  }

  @Test
  void undo_ofACreation_retires_andUndoOfThatBringsItBack() {
    Concept made = TermDesk.made("a", "Bên A", "Party A");
    desk.approve(desk.propose(made));

    desk.approve(proposals.undo(made.id(), 1, "", desk.mai()));
    assertThat(desk.glossary().find(made.id())).isEmpty();

    desk.approve(proposals.undo(made.id(), 2, "", desk.mai()));
    assertThat(desk.inForce("a")).isEqualTo(made);
  }

  @Test
  void concept_retired_canBeReopenedAndKeepsItsPlace() {
    Concept ministry = desk.inForce(MINISTRY.value());
    desk.approve(proposals.retire(MINISTRY, 1, "", desk.mai()));
    assertThat(desk.glossary().find(MINISTRY)).isEmpty();

    desk.approve(proposals.reopen(MINISTRY, 2, "", desk.mai()));

    assertThat(desk.inForce(MINISTRY.value())).isEqualTo(ministry);
    assertThat(desk.terms().releases().concepts(3)).isEqualTo(desk.terms().releases().concepts(1));
  }

  @Test
  @Provokes({ErrorCode.WRONG_STATE, ErrorCode.NOT_FOUND, ErrorCode.NOT_PERMITTED})
  void step_thatTheConceptDoesNotAllow_isRefused() {
    Concept known = desk.inForce(MINISTRY.value());
    ConceptId unknown = new ConceptId("không-có");

    assertThat(Provoked.by(() -> proposals.create(known, "", desk.mai())).code())
        .isEqualTo(ErrorCode.WRONG_STATE);
    assertThat(Provoked.by(() -> proposals.reopen(MINISTRY, 1, "", desk.mai())).code())
        .isEqualTo(ErrorCode.WRONG_STATE);
    assertThat(Provoked.by(() -> proposals.retire(unknown, 1, "", desk.mai())).code())
        .isEqualTo(ErrorCode.NOT_FOUND);
    assertThat(Provoked.by(() -> proposals.find(UUID.randomUUID())).code())
        .isEqualTo(ErrorCode.NOT_FOUND);
    assertThat(Provoked.by(() -> proposals.retire(MINISTRY, 1, "", desk.editor())).code())
        .isEqualTo(ErrorCode.NOT_PERMITTED);
  }

  @Test
  @Provokes(ErrorCode.INVALID_REQUEST)
  void concept_withUnfitText_isRefused() {
    Concept unfit = TermDesk.made("a", "Bên\u0000A", "Party A");

    assertThat(Provoked.by(() -> proposals.create(unfit, "", desk.mai())).code())
        .isEqualTo(ErrorCode.INVALID_REQUEST);
  }
}
