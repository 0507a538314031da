package io.haidang.gateway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.review.SegmentTable;
import io.haidang.gateway.testing.Drafted;
import io.haidang.gateway.testing.OnEveryDatabase;
import io.haidang.gateway.testing.SettableClock;
import io.haidang.gateway.testing.TestDatabase;
import io.haidang.models.GenerationHints.SimilarTranslation;
import io.haidang.models.LanguagePair;
import io.haidang.translation.Provenance;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.review.TargetState;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a provider may be shown of earlier work, on every database. */
@OnEveryDatabase
class ApprovedTranslationsContractTest {

  private static final LanguagePair PAIR = LanguagePair.of("vi", "en");
  private static final String TEXT = "Hội nghị xúc tiến đầu tư đã kết thúc.";

  private final TestDatabase store;
  private final Drafted drafted;
  private final ApprovedTranslations memory;

  ApprovedTranslationsContractTest(TestDatabase.Kind kind) {
    store = TestDatabase.open(kind);
    drafted = Drafted.in(store.database(), target -> {}, new SettableClock());
    memory = new ApprovedTranslations(store.database());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void find_approvedAndPublicTexts_areTheMostSimilarFirst() {
    keep(TEXT, "The conference is over.", Sensitivity.PUBLIC, TargetState.APPROVED);
    keep(
        "Hội nghị xúc tiến đầu tư đã bắt đầu.",
        "It began.",
        Sensitivity.PUBLIC,
        TargetState.PUBLISHED);
    keep("Trời hôm nay mưa rất to ở Hải Phòng.", "Rain.", Sensitivity.PUBLIC, TargetState.APPROVED);

    assertThat(memory.find(TEXT, PAIR))
        .containsExactly(
            new SimilarTranslation(TEXT, "The conference is over."),
            new SimilarTranslation("Hội nghị xúc tiến đầu tư đã bắt đầu.", "It began."));
  }

  @Test
  void find_inlineCodes_areLeftOut() {
    keep("‹1›" + TEXT + "‹/1›", "‹1›Over.‹/1›", Sensitivity.PUBLIC, TargetState.APPROVED);
    assertThat(memory.find(TEXT, PAIR)).containsExactly(new SimilarTranslation(TEXT, "Over."));
  }

  @Test
  void find_internalAndSecretTexts_areNeverShown() {
    keep(TEXT, "Internal.", Sensitivity.INTERNAL, TargetState.APPROVED);
    keep(TEXT, "Secret.", Sensitivity.SECRET, TargetState.PUBLISHED);
    assertThat(memory.find(TEXT, PAIR)).isEmpty();
  }

  @Test
  void find_textsThatNobodyHasSignedOff_areNotShown() {
    for (TargetState state : TargetState.values()) {
      if (state != TargetState.APPROVED && state != TargetState.PUBLISHED) {
        keep(TEXT, "Raw " + state, Sensitivity.PUBLIC, state);
      }
    }
    assertThat(memory.find(TEXT, PAIR)).isEmpty();
  }

  @Test
  void find_otherDirection_isNotShown() {
    keep(TEXT, "Over.", Sensitivity.PUBLIC, TargetState.APPROVED);
    assertThat(memory.find(TEXT, LanguagePair.of("vi", "ja"))).isEmpty();
  }

  @Test
  void find_manyTimesTheSame_isShownOnceAndAtMostThree() {
    for (int i = 0; i < 5; i++) {
      keep(TEXT, "Over.", Sensitivity.PUBLIC, TargetState.APPROVED);
      keep(TEXT, "Over " + i + ".", Sensitivity.PUBLIC, TargetState.APPROVED);
    }
    assertThat(memory.find(TEXT, PAIR)).hasSize(3).doesNotHaveDuplicates();
  }

  private void keep(String source, String translation, Sensitivity label, TargetState state) {
    Target target = drafted.submit("Tin", source, label, "en").get(0);
    TranslatedSegment segment =
        new TranslatedSegment(
            source, translation, 0, List.of(), new Provenance("t", "1", "", "r", false, 0));
    store
        .database()
        .jdbi()
        .useTransaction(
            handle -> {
              SegmentTable.insert(handle, target.id(), 0, List.of(0), List.of(segment));
              handle.execute("update target set state = ? where id = ?", state.name(), target.id());
            });
  }
}
