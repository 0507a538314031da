package io.haidang.gateway.terms;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.draft.Target;
import io.haidang.gateway.review.SegmentTable;
import io.haidang.gateway.testing.Drafted;
import io.haidang.gateway.testing.OnEveryDatabase;
import io.haidang.gateway.testing.SettableClock;
import io.haidang.gateway.testing.TestDatabase;
import io.haidang.glossary.ConceptId;
import io.haidang.glossary.Glossary;
import io.haidang.translation.Provenance;
import io.haidang.translation.TranslatedSegment;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A database that is older than the glossary in it, of every kind. */
@OnEveryDatabase
class TermUseIndexContractTest {

  private final SettableClock clock = new SettableClock();
  private final TestDatabase store;

  TermUseIndexContractTest(TestDatabase.Kind kind) {
    store = TestDatabase.open(kind);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void translation_madeBeforeTheFirstRelease_isFoundByWhatItNames() {
    Drafted drafted = Drafted.in(store.database(), id -> {}, clock);
    Target target = drafted.submit("Draft", "Sở Ngoại vụ họp.", "en").get(0);
    TranslatedSegment segment =
        new TranslatedSegment(
            "Sở Ngoại vụ họp.",
            "The Department of Foreign Affairs met.",
            -0.1,
            List.of(),
            new Provenance("engine", "1", "", "starter", false, 0));
    store
        .database()
        .jdbi()
        .useHandle(
            handle -> SegmentTable.insert(handle, target.id(), 0, List.of(0), List.of(segment)));

    Terminology terms = Terminology.open(store.database(), Glossary.starter(), clock);

    assertThat(terms.uses().of(new ConceptId("sở-ngoại-vụ"), drafted.editor(), 0, 10))
        .singleElement()
        .satisfies(
            place -> {
              assertThat(place.target()).isEqualTo(target.id());
              assertThat(place.rendering()).isEqualTo("Department of Foreign Affairs");
              assertThat(place.release()).isEqualTo("1");
            });
    List<String> renderings =
        store.database().jdbi().withHandle(handle -> TermUses.renderings(handle, target.id()));
    assertThat(renderings).containsExactly("Department of Foreign Affairs");
  }
}
