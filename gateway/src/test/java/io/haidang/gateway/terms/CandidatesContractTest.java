package io.haidang.gateway.terms;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.review.SegmentTable;
import io.haidang.gateway.terms.Candidates.Found;
import io.haidang.gateway.testing.Drafted;
import io.haidang.gateway.testing.OnEveryDatabase;
import io.haidang.gateway.testing.Provoked;
import io.haidang.gateway.testing.Provokes;
import io.haidang.gateway.testing.SettableClock;
import io.haidang.gateway.testing.TermDesk;
import io.haidang.gateway.testing.TestDatabase;
import io.haidang.glossary.extract.TermCandidate.Kind;
import io.haidang.glossary.extract.TermCandidate.Rendering;
import io.haidang.translation.Provenance;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.review.TargetState;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What texts name and the glossary does not have, on every database. */
@OnEveryDatabase
class CandidatesContractTest {

  private static final String MUSEUM = "Bảo tàng Sóng Xanh";
  private static final List<String> SOURCES =
      List.of(
          "Sở Ngoại vụ thăm Bảo tàng Sóng Xanh.",
          "Hôm nay mở cửa ‹1›Bảo tàng Sóng Xanh‹/1›.",
          "Trời mưa.");
  private static final List<String> TRANSLATIONS =
      List.of(
          "The Department of Foreign Affairs visited the Green Wave Museum.",
          "Today the ‹1›Green Wave Museum‹/1› opens.",
          "It rained.");

  private final SettableClock clock = new SettableClock();
  private final TestDatabase store;
  private final TermDesk desk;
  private final Drafted drafted;

  CandidatesContractTest(TestDatabase.Kind kind) {
    store = TestDatabase.withNames(kind);
    desk = TermDesk.in(store.database(), clock);
    drafted = Drafted.in(store.database(), target -> {}, clock);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private UUID submit(String text) {
    return drafted.submit("Draft", text, "en").get(0).id();
  }

  /** A translation that has got as far as {@code state}. */
  private UUID translated(TargetState state) {
    Target target = drafted.submit("Draft", String.join("\n", SOURCES), "en").get(0);
    List<TranslatedSegment> segments = new ArrayList<>();
    for (int i = 0; i < SOURCES.size(); i++) {
      segments.add(
          new TranslatedSegment(
              SOURCES.get(i),
              TRANSLATIONS.get(i),
              0,
              List.of(),
              new Provenance("t", "1", "", "1", false, 0)));
    }
    store
        .database()
        .jdbi()
        .useTransaction(
            handle -> {
              SegmentTable.insert(handle, target.id(), 0, List.of(0, 1, 2), segments);
              handle.execute(
                  "update target set state = ?, segments_total = 3 where id = ?",
                  state.name(),
                  target.id());
            });
    return target.id();
  }

  private Found candidates(UUID target) {
    return desk.terms().candidates().of(target, 0, 50, desk.mai());
  }

  @Test
  void draft_notTranslatedYet_givesTheNamesOfItsSource() {
    Found found = candidates(submit("Sở Ngoại vụ thăm " + MUSEUM + ".\n" + MUSEUM + ": mở cửa."));

    assertThat(found.release()).isEqualTo("1");
    assertThat(found.isParallel()).isFalse();
    assertThat(found.read()).isEqualTo(found.segments()).isEqualTo(2);
    assertThat(found.total()).isEqualTo(1);
    assertThat(found.candidates())
        .containsExactly(
            new Candidate(
                MUSEUM,
                Kind.PATTERN,
                2,
                List.of(),
                List.of(
                    new ConcordanceLine(0, "Sở Ngoại vụ thăm ", MUSEUM, "."),
                    new ConcordanceLine(1, "", MUSEUM, ": mở cửa."))));
  }

  @Test
  void translation_nobodyHasApproved_givesNoRenderings() {
    for (TargetState state : List.of(TargetState.IN_REVIEW, TargetState.CHANGES_REQUESTED)) {
      Found found = candidates(translated(state));

      assertThat(found.isParallel()).as(state.name()).isFalse();
      assertThat(found.candidates())
          .singleElement()
          .satisfies(candidate -> assertThat(candidate.renderings()).isEmpty());
    }
  }

  @Test
  void translation_signedOff_givesLikelyRenderings() {
    for (TargetState state : List.of(TargetState.APPROVED, TargetState.PUBLISHED)) {
      Found found = candidates(translated(state));

      assertThat(found.isParallel()).as(state.name()).isTrue();
      assertThat(found.candidates())
          .singleElement()
          .satisfies(
              candidate -> {
                assertThat(candidate.wording()).isEqualTo(MUSEUM);
                assertThat(candidate.renderings())
                    .extracting(Rendering::text)
                    .startsWith("Green Wave Museum");
                assertThat(candidate.places())
                    .contains(new ConcordanceLine(1, "Hôm nay mở cửa ", MUSEUM, "."));
              });
    }
  }

  @Test
  void candidate_thatWasTakenIn_isNoneAnyMore() {
    UUID target = submit("Hôm nay mở cửa " + MUSEUM + ".");
    assertThat(candidates(target).total()).isEqualTo(1);

    desk.approve(desk.propose(TermDesk.made("bảo-tàng", MUSEUM, "Green Wave Museum")));

    assertThat(candidates(target).release()).isEqualTo("2");
    assertThat(candidates(target).candidates()).isEmpty();
  }

  @Test
  void candidates_byThePage_areCountedAsAWhole() {
    UUID target = submit("Bảo tàng Một Hai.\nBảo tàng Ba Bốn.\nBảo tàng Năm Sáu.");

    Found found = desk.terms().candidates().of(target, 1, 1, desk.mai());

    assertThat(found.total()).isEqualTo(3);
    assertThat(found.candidates())
        .singleElement()
        .isEqualTo(candidates(target).candidates().get(1));
  }

  @Test
  void text_ofMoreSegmentsThanAreRead_saysSo() {
    int segments = Candidates.MOST_SEGMENTS + 1;
    String text =
        IntStream.range(0, segments).mapToObj(i -> "Trời mưa.").collect(Collectors.joining("\n"));

    Found found = candidates(submit(text));

    assertThat(found.read()).isEqualTo(Candidates.MOST_SEGMENTS);
    assertThat(found.segments()).isEqualTo(segments);
  }

  @Test
  void wording_tooLongForAName_isNotOffered() {
    assertThat(candidates(submit("Bảo tàng " + "Xanh ".repeat(100).strip() + ".")).candidates())
        .isEmpty();
  }

  @Test
  @Provokes({ErrorCode.NOT_PERMITTED, ErrorCode.NOT_FOUND})
  void question_ofAnEditorOrForNoText_isRefused() {
    Candidates candidates = desk.terms().candidates();
    UUID target = submit("Trời mưa.");

    assertThat(Provoked.by(() -> candidates.of(target, 0, 50, desk.editor())).code())
        .isEqualTo(ErrorCode.NOT_PERMITTED);
    assertThat(Provoked.by(() -> candidates.of(UUID.randomUUID(), 0, 50, desk.mai())).code())
        .isEqualTo(ErrorCode.NOT_FOUND);
  }
}
