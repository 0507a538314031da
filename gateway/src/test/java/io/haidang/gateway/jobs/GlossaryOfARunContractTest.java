package io.haidang.gateway.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.gateway.draft.Target;
import io.haidang.gateway.review.ReviewDesk;
import io.haidang.gateway.review.SegmentView;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.terms.TermUses.Place;
import io.haidang.gateway.testing.Drafted;
import io.haidang.gateway.testing.OnEveryDatabase;
import io.haidang.gateway.testing.SettableClock;
import io.haidang.gateway.testing.TermDesk;
import io.haidang.gateway.testing.TestDatabase;
import io.haidang.glossary.Concept;
import io.haidang.glossary.ConceptId;
import io.haidang.models.CallContext;
import io.haidang.translation.Excerpt;
import io.haidang.translation.Provenance;
import io.haidang.translation.SegmentTranslator;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.review.TargetState;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A document is translated under one release, and says which, on every database. */
@OnEveryDatabase
class GlossaryOfARunContractTest {

  private static final ConceptId CENTRE = new ConceptId("trung-tâm");
  private static final Concept MADE =
      TermDesk.made(CENTRE.value(), "Trung tâm Hải đăng", "Lighthouse Centre");

  /** More than one transaction of a run holds. */
  private static final String TEXT =
      IntStream.range(0, 20)
          .mapToObj(i -> "Trung tâm Hải đăng mở cửa ngày " + i + ".")
          .collect(Collectors.joining("\n"));

  private final SettableClock clock = new SettableClock();
  private final TestDatabase store;
  private final Database database;
  private final TermDesk keepers;
  private final Drafted drafted;
  private final ReviewDesk desk;

  GlossaryOfARunContractTest(TestDatabase.Kind kind) {
    store = TestDatabase.withNames(kind);
    database = store.database();
    keepers = TermDesk.in(database, clock);
    drafted = Drafted.in(database, target -> {}, clock);
    desk = new ReviewDesk(database, keepers.terms().released(), target -> {}, clock);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void run_duringWhichAReleaseIsMade_keepsItsOwn_andTheNextTakesTheNew() {
    UUID during = submit();
    UUID after = submit();

    run(during, new Naming(() -> keepers.approve(keepers.propose(MADE))));
    run(after, new Naming(() -> {}));

    assertThat(releases(during)).hasSize(20).containsOnly("1");
    assertThat(releases(after)).hasSize(20).containsOnly("2");
  }

  /** The process dies after the first transaction; meanwhile a release is made. */
  @Test
  void run_thatIsResumed_keepsTheReleaseOfItsFirstSegment() {
    UUID id = submit();
    Naming naming = new Naming(() -> {});
    int[] calls = {0};
    assertThatThrownBy(
            () ->
                run(
                    id,
                    (excerpt, context, call) -> {
                      if (++calls[0] > 1) {
                        throw new IllegalStateException("killed");
                      }
                      return naming.translate(excerpt, context, call);
                    }))
        .hasMessage("killed");
    keepers.approve(keepers.propose(MADE));

    run(id, naming);

    assertThat(releases(id)).hasSize(20).containsOnly("1");
    assertThat(keepers.terms().uses().count(CENTRE)).isZero();
  }

  @Test
  void uses_ofATranslation_followItsSegments() {
    keepers.approve(keepers.propose(MADE));
    UUID id = submit();
    run(id, new Naming(() -> {}));

    List<Place> places = keepers.terms().uses().of(CENTRE, keepers.mai(), 0, 100);

    assertThat(keepers.terms().uses().count(CENTRE)).isEqualTo(20);
    assertThat(places).extracting(Place::index).startsWith(0, 1, 2).hasSize(20);
    assertThat(places.get(0))
        .isEqualTo(
            new Place(
                id,
                "Draft",
                places.get(0).language(),
                TargetState.IN_REVIEW,
                places.get(0).textDate(),
                0,
                "Trung tâm Hải đăng",
                "Lighthouse Centre",
                "2"));
  }

  @Test
  void use_inAnEditedSegment_isWhatTheEditorWrote() {
    keepers.approve(keepers.propose(MADE));
    UUID id = submit();
    run(id, new Naming(() -> {}));

    desk.edit(id, 0, 1, "The centre opens on day 0.", drafted.editor());
    desk.edit(id, 1, 1, "Lighthouse Centre, Lighthouse Centre: day 1.", drafted.editor());

    List<Place> places = keepers.terms().uses().of(CENTRE, keepers.mai(), 0, 3);
    assertThat(places).extracting(Place::index).containsExactly(0, 1, 1);
    assertThat(places)
        .extracting(Place::rendering)
        .containsExactly("", "Lighthouse Centre", "Lighthouse Centre");
    assertThat(places)
        .extracting(Place::wording)
        .containsExactly("Trung tâm Hải đăng", "Trung tâm Hải đăng", "");
  }

  private UUID submit() {
    List<Target> targets = drafted.submit("Draft", TEXT, "en");
    return targets.get(0).id();
  }

  private void run(UUID id, SegmentTranslator translator) {
    Runs.of(database, kind -> translator, keepers.terms().released(), clock).run(id, () -> false);
  }

  private List<String> releases(UUID id) {
    return desk.segments(id).stream()
        .map(SegmentView::provenance)
        .map(Provenance::glossaryRelease)
        .toList();
  }

  /** Writes the name whatever the sentence says, and has something happen at the first call. */
  private static final class Naming implements SegmentTranslator {

    private final Runnable atFirst;
    private boolean begun;

    Naming(Runnable atFirst) {
      this.atFirst = atFirst;
    }

    @Override
    public List<TranslatedSegment> translate(
        Excerpt excerpt, TranslationContext context, CallContext call) {
      if (!begun) {
        begun = true;
        atFirst.run();
      }
      String release = context.terms().glossary().release().value();
      return excerpt.texts().stream()
          .map(
              source ->
                  new TranslatedSegment(
                      source,
                      "The Lighthouse Centre opens.",
                      -0.1,
                      List.of(),
                      new Provenance("engine", "1", "", release, false, 0)))
          .toList();
    }
  }
}
