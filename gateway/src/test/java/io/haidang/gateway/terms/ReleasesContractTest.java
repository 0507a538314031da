package io.haidang.gateway.terms;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.testing.OnEveryDatabase;
import io.haidang.gateway.testing.Provoked;
import io.haidang.gateway.testing.Provokes;
import io.haidang.gateway.testing.SettableClock;
import io.haidang.gateway.testing.TermDesk;
import io.haidang.gateway.testing.TestDatabase;
import io.haidang.glossary.Concept;
import io.haidang.glossary.ConceptId;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.GlossaryDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Approving on every database. */
@OnEveryDatabase
class ReleasesContractTest {

  private static final String MINISTRY = "bộ-ngoại-giao";

  private final SettableClock clock = new SettableClock();
  private final TestDatabase store;
  private final TermDesk desk;
  private final Releases releases;

  ReleasesContractTest(TestDatabase.Kind kind) {
    store = TestDatabase.withNames(kind);
    desk = TermDesk.in(store.database(), clock);
    releases = desk.terms().releases();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void firstStart_makesTheBundledListReleaseOne_once() {
    desk.otherNode();

    assertThat(releases.list(0, 10))
        .singleElement()
        .satisfies(
            first -> {
              assertThat(first.number()).isEqualTo(1);
              assertThat(first.approvedBy()).isNull();
              assertThat(first.added()).isEqualTo(142);
              assertThat(first.note()).startsWith("starter-");
            });
    assertThat(desk.glossary().release().value()).isEqualTo("1");
    assertThat(desk.glossary().concepts()).isEqualTo(Glossary.starter().concepts());
  }

  @Test
  void proposals_approvedTogether_makeOneRelease() {
    Concept changed = desk.inForce(MINISTRY).toBuilder().note("đã đổi").build();
    Concept created = TermDesk.made("mới", "Trung tâm Mới", "New Centre");
    Proposal retire =
        desk.terms().proposals().retire(new ConceptId("bộ-y-tế"), 1, "no longer used", desk.mai());

    Release release = desk.approve(desk.proposeChange(changed, 1), desk.propose(created), retire);

    assertThat(release).isEqualTo(new Release(2, "Nam", clock.instant(), "", null, 1, 1, 1));
    assertThat(desk.glossary().release().value()).isEqualTo("2");
    GlossaryDiff diff = releases.diff(1, 2);
    assertThat(diff.added()).containsExactly(created);
    assertThat(diff.removed()).extracting(Concept::id).containsExactly(new ConceptId("bộ-y-tế"));
    assertThat(diff.changed()).singleElement().extracting("after").isEqualTo(changed);
    assertThat(releases.diff(2, 1).added()).hasSize(1);
    assertThat(releases.concepts(1)).isEqualTo(Glossary.starter().concepts());
  }

  @Test
  @Provokes(ErrorCode.PROPOSER_CANNOT_APPROVE)
  void approver_whoIsTheProposer_isRefused() {
    Proposal own = desk.propose(TermDesk.made("a", "Bên A", "Party A"));

    GatewayException refusal =
        Provoked.by(() -> releases.approve(ProposalChoice.of(own.id()), "", desk.mai()));

    assertThat(refusal.code()).isEqualTo(ErrorCode.PROPOSER_CANNOT_APPROVE);
    assertThat(releases.list(0, 10)).hasSize(1);
    assertThat(desk.terms().proposals().find(own.id()).state()).isEqualTo(ProposalState.PROPOSED);
  }

  @Test
  @Provokes(ErrorCode.NOT_PERMITTED)
  void approver_whoIsNoTerminologist_isRefused() {
    Proposal proposal = desk.propose(TermDesk.made("a", "Bên A", "Party A"));

    assertThat(
            Provoked.by(() -> releases.approve(ProposalChoice.of(proposal.id()), "", desk.editor()))
                .code())
        .isEqualTo(ErrorCode.NOT_PERMITTED);
  }

  @Test
  @Provokes(ErrorCode.OUTDATED_PROPOSAL)
  void proposal_madeFromAnOldVersion_isRefusedWithTheWholeChoice() {
    Concept ministry = desk.inForce(MINISTRY);
    Proposal first = desk.proposeChange(ministry.toBuilder().note("một").build(), 1);
    Proposal second = desk.proposeChange(ministry.toBuilder().note("hai").build(), 1);
    Proposal other = desk.propose(TermDesk.made("a", "Bên A", "Party A"));
    desk.approve(first);

    GatewayException refusal = Provoked.by(() -> desk.approve(second, other));

    assertThat(refusal.code()).isEqualTo(ErrorCode.OUTDATED_PROPOSAL);
    assertThat(refusal.details()).containsEntry("concepts", List.of(MINISTRY));
    assertThat(desk.inForce(MINISTRY).note()).isEqualTo("một");
    assertThat(desk.terms().proposals().list(ProposalState.PROPOSED, null, 0, 10))
        .extracting(Proposal::id)
        .containsExactly(other.id(), second.id());
    assertThat(releases.list(0, 10)).hasSize(2);
  }

  @Test
  void proposals_twoForOneConcept_areNotApprovedTogether() {
    Concept ministry = desk.inForce(MINISTRY);
    Proposal first = desk.proposeChange(ministry.toBuilder().note("một").build(), 1);
    Proposal second = desk.proposeChange(ministry.toBuilder().note("hai").build(), 1);

    assertThat(Provoked.by(() -> desk.approve(first, second)).code())
        .isEqualTo(ErrorCode.OUTDATED_PROPOSAL);
  }

  @Test
  void creations_twoOfOneId_areOneConcept() {
    Proposal first = desk.propose(TermDesk.made("a", "Bên A", "Party A"));
    Proposal second = desk.propose(TermDesk.made("a", "Bên khác", "Another party"));
    desk.approve(first);

    assertThat(Provoked.by(() -> desk.approve(second)).code())
        .isEqualTo(ErrorCode.OUTDATED_PROPOSAL);
  }

  @Test
  @Provokes(ErrorCode.WRONG_STATE)
  void proposal_approvedByTwoAtOnce_isInOneRelease() throws Exception {
    Proposal proposal = desk.propose(TermDesk.made("a", "Bên A", "Party A"));

    List<Boolean> granted = atOnce(8, index -> desk.approve(proposal));

    assertThat(granted).containsOnlyOnce(true);
    assertThat(releases.list(0, 10)).extracting(Release::number).containsExactly(2, 1);
  }

  @Test
  void proposals_approvedAtOnce_areNumberedWithoutAGap() throws Exception {
    List<Proposal> proposals =
        IntStream.range(0, 8)
            .mapToObj(i -> desk.propose(TermDesk.made("bên-" + i, "Bên " + i, "Party " + i)))
            .toList();

    List<Boolean> granted = atOnce(8, index -> desk.approve(proposals.get(index)));

    assertThat(granted).containsOnly(true);
    assertThat(releases.list(0, 10))
        .extracting(Release::number)
        .containsExactly(9, 8, 7, 6, 5, 4, 3, 2, 1);
    assertThat(desk.glossary().release().value()).isEqualTo("9");
    assertThat(releases.concepts(9)).hasSize(150);
  }

  /** Whether each call was granted; anything but the refusal of a decided proposal is a fault. */
  private static List<Boolean> atOnce(int calls, IntFunction<Release> call) throws Exception {
    ExecutorService people = Executors.newFixedThreadPool(calls);
    try {
      List<Callable<Release>> tasks =
          IntStream.range(0, calls).<Callable<Release>>mapToObj(i -> () -> call.apply(i)).toList();
      List<Boolean> granted = new ArrayList<>();
      for (Future<Release> outcome : people.invokeAll(tasks)) {
        granted.add(granted(outcome));
      }
      return granted;
    } finally {
      people.shutdown();
    }
  }

  private static boolean granted(Future<Release> outcome) throws InterruptedException {
    try {
      outcome.get();
      return true;
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof GatewayException refusal)) {
        throw new AssertionError("a fault of ours (expected: a refusal)", e);
      }
      assertThat(refusal.code()).isEqualTo(ErrorCode.WRONG_STATE);
      Provoked.note(refusal.code());
      return false;
    }
  }

  @Test
  @Provokes(ErrorCode.NOT_FOUND)
  void release_unknown_isNotFound() {
    assertThat(Provoked.by(() -> releases.diff(1, 7)).code()).isEqualTo(ErrorCode.NOT_FOUND);
  }
}
