package io.haidang.gateway.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.ErrorCode;
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
import io.haidang.translation.Provenance;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.review.SegmentState;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is kept while people type, and what goes into segments that say the same. */
@OnEveryDatabase
class EditingContractTest {

  private static final String SAME = "Mời quý vị đến dự.";

  private final SettableClock clock = new SettableClock();
  private final TestDatabase store;
  private final Database database;
  private final Drafted drafted;
  private final ReviewDesk desk;

  /** Segments 0, 2 and 3 say the same, and segment 1 does not. */
  private final UUID id;

  EditingContractTest(TestDatabase.Kind kind) {
    store = TestDatabase.open(kind);
    database = store.database();
    drafted = Drafted.in(database, target -> {}, clock);
    TermEnforcer terms = new TermEnforcer(Glossary.starter());
    desk = new ReviewDesk(database, () -> terms, target -> {}, clock);
    id = inReview(SAME, "Chương trình có 3 phần.", SAME, SAME);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void copy_kept_isItsWritersAloneAndNoEdit() {
    WorkingCopies.Kept kept = desk.copies().keep(id, 0, 1, "You are", drafted.editor());

    assertThat(kept.isCurrent()).isTrue();
    assertThat(kept.at()).isEqualTo(clock.instant());
    assertThat(desk.copies().of(id, drafted.editor()))
        .isEqualTo(Map.of(0, new WorkingCopy(0, 1, "You are", clock.instant())));
    assertThat(desk.copies().of(id, drafted.reviewer())).isEmpty();
    assertThat(desk.segment(id, 0).version()).isEqualTo(1);
    assertThat(desk.segment(id, 0).state()).isEqualTo(SegmentState.MACHINE);
  }

  @Test
  void copy_keptAgain_isReplaced() {
    desk.copies().keep(id, 0, 1, "You", drafted.editor());
    desk.copies().keep(id, 0, 1, "You are invited", drafted.editor());

    assertThat(desk.copies().of(id, drafted.editor()).values())
        .extracting(WorkingCopy::text)
        .containsExactly("You are invited");
  }

  @Test
  void copy_equalToTheSegmentOrConfirmedOrDiscarded_isGone() {
    for (int index = 0; index < 3; index++) {
      desk.copies().keep(id, index, 1, "Typed " + index, drafted.editor());
    }
    desk.copies().keep(id, 0, 1, desk.segment(id, 0).target(), drafted.editor());
    desk.edit(id, 1, 1, "Typed 1, which has 3 parts", drafted.editor());
    desk.copies().discard(id, 2, drafted.editor());

    assertThat(desk.copies().of(id, drafted.editor())).isEmpty();
  }

  @Test
  void copy_thatArrivesAfterItsWriterHasConfirmed_isNotKept() {
    desk.edit(id, 0, 1, "You are invited.", drafted.editor());
    desk.edit(id, 0, 2, "You are all invited.", drafted.reviewer());

    WorkingCopies.Kept late = desk.copies().keep(id, 0, 1, "You are inv", drafted.editor());

    assertThat(late.isStored()).isFalse();
    assertThat(desk.copies().of(id, drafted.editor())).isEmpty();
    assertThat(desk.copies().keep(id, 0, 3, "You are", drafted.editor()).isStored()).isTrue();
  }

  @Test
  void copy_overAVersionThatSomebodyHasReplaced_isKeptAndSaysSo() {
    desk.edit(id, 0, 1, "Please come.", drafted.reviewer());

    assertThat(desk.copies().keep(id, 0, 1, "You are invited.", drafted.editor()).isCurrent())
        .isFalse();
    assertThat(desk.copies().of(id, drafted.editor()).values())
        .extracting(WorkingCopy::version)
        .containsExactly(1);
    assertThat(desk.segment(id, 0).target()).isEqualTo("Please come.");
  }

  @Test
  @Provokes({ErrorCode.NOT_FOUND, ErrorCode.INVALID_REQUEST})
  void copy_ofNoSegmentOrWithUnfitText_isRefused() {
    assertThat(Provoked.by(() -> desk.copies().keep(id, 9, 1, "x", drafted.editor())).code())
        .isEqualTo(ErrorCode.NOT_FOUND);
    String long10001 = "x".repeat(10_001);
    assertThat(Provoked.by(() -> desk.copies().keep(id, 0, 1, long10001, drafted.editor())).code())
        .isEqualTo(ErrorCode.INVALID_REQUEST);
    assertThat(Provoked.by(() -> desk.copies().keep(id, 0, 2, "x", drafted.editor())).code())
        .isEqualTo(ErrorCode.INVALID_REQUEST);
  }

  @Test
  void carry_intoSegmentsThatNobodyHasRead_isAnEditOfEach() {
    desk.edit(id, 3, 1, "Welcome all.", drafted.reviewer());
    desk.edit(id, 0, 1, "You are invited.", drafted.reviewer());
    assertThat(desk.repetitions().count(id, 0)).isEqualTo(1);

    Map<Integer, Integer> changed = desk.repetitions().carry(id, 0, 2, drafted.reviewer());

    assertThat(changed).isEqualTo(Map.of(2, 2));
    assertThat(targets())
        .containsExactly("You are invited.", "Machine 1", "You are invited.", "Welcome all.");
    assertThat(desk.segment(id, 2).state()).isEqualTo(SegmentState.EDITED);
    assertThat(desk.events(id).stream().filter(event -> event.type().equals("segment-edited")))
        .hasSize(3);
    assertThat(desk.repetitions().count(id, 0)).isZero();
  }

  @Test
  void takeBack_ofWhatWasCarried_givesTheMachinesTextBackUnread() {
    desk.edit(id, 0, 1, "You are invited.", drafted.reviewer());
    Map<Integer, Integer> changed = desk.repetitions().carry(id, 0, 2, drafted.reviewer());
    desk.edit(id, 3, changed.getOrDefault(3, 0), "Welcome all.", drafted.editor());

    List<Integer> given = desk.repetitions().takeBack(id, changed, drafted.reviewer());

    assertThat(given).containsExactly(2);
    assertThat(targets())
        .containsExactly("You are invited.", "Machine 1", "Machine 2", "Welcome all.");
    assertThat(desk.segment(id, 2).state()).isEqualTo(SegmentState.MACHINE);
  }

  @Test
  @Provokes(ErrorCode.STALE_VERSION)
  void carry_ofATextThatSomebodyHasReplaced_isRefused() {
    desk.edit(id, 0, 1, "You are invited.", drafted.editor());

    assertThat(Provoked.by(() -> desk.repetitions().carry(id, 0, 1, drafted.reviewer())).code())
        .isEqualTo(ErrorCode.STALE_VERSION);
  }

  private List<String> targets() {
    return desk.segments(id).stream().map(SegmentView::target).toList();
  }

  private UUID inReview(String... sources) {
    List<TranslatedSegment> made =
        IntStream.range(0, sources.length).mapToObj(n -> made(n, sources[n])).toList();
    return Translated.inReview(drafted, made, database, clock);
  }

  private static TranslatedSegment made(int number, String source) {
    Provenance provenance = new Provenance("test", "1", "", "starter", false, 12);
    return new TranslatedSegment(source, "Machine " + number, -0.25, List.of(), provenance);
  }
}
