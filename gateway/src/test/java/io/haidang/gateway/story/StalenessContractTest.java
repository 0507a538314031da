package io.haidang.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.draft.ProductForm;
import io.haidang.gateway.draft.StaleReason;
import io.haidang.gateway.draft.StaleReason.Kind;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.review.Decision;
import io.haidang.gateway.review.SegmentView;
import io.haidang.gateway.testing.OnEveryDatabase;
import io.haidang.gateway.testing.Provoked;
import io.haidang.gateway.testing.Provokes;
import io.haidang.gateway.testing.TestDatabase;
import io.haidang.translation.review.TargetAction;
import io.haidang.translation.review.TargetState;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What has to be made again when its sources change, and what has not, on every database. */
@OnEveryDatabase
class StalenessContractTest extends PortStory {

  StalenessContractTest(TestDatabase.Kind kind) {
    super(kind);
  }

  @Test
  void oneFigure_changed_makesStaleWhatStatesIt_andRemakingTouchesNothingElse() {
    UUID article = begin();
    askForAll(article);
    assertThat(products()).hasSize(6 * 4 - 1).allMatch(t -> t.state() == TargetState.IN_REVIEW);
    approveAll();
    Map<UUID, List<String>> before = texts();
    Set<UUID> shouldBeStale = stating(before, "18.500", "18,500");
    assertThat(shouldBeStale).hasSizeBetween(4, 22); // The translations, and some forms.

    stories.revisions().revise(article, plain(REVISED), "Số liệu mới của Cảng vụ", editor);

    assertThat(stale()).isEqualTo(shouldBeStale);
    for (UUID product : shouldBeStale) {
      assertThat(reasons(product))
          .filteredOn(reason -> reason.kind() == Kind.FACT_CHANGED)
          .anySatisfy(
              reason -> {
                assertThat(reason.before()).matches("18[.,]500.*");
                assertThat(reason.after()).startsWith("19.200");
              });
    }
    remakeStale();

    assertThat(stale()).isEmpty();
    Map<UUID, List<String>> after = texts();
    for (Target product : products()) {
      UUID id = product.id();
      if (shouldBeStale.contains(id)) {
        assertThat(product.state()).isEqualTo(TargetState.IN_REVIEW);
        List<String> texts = Objects.requireNonNull(after.get(id));
        assertThat(contains(texts, "18.500") || contains(texts, "18,500")).isFalse();
      } else {
        assertThat(product.state()).isEqualTo(TargetState.APPROVED);
        assertThat(after).containsEntry(id, before.get(id));
      }
    }
  }

  @Test
  void translation_remade_keepsWhatPeopleWroteOfOtherSentences() {
    UUID article = begin();
    ask(article, List.of(ProductForm.TRANSLATION), List.of("en"));
    UUID translation = products().get(0).id();
    desk.edit(translation, 1, 1, "A year of 112 million tonnes at the port.", editor);

    stories.revisions().revise(article, plain("Tin mới.\n" + REVISED), "", editor);
    assertThat(reasons(translation))
        .extracting(StaleReason::kind)
        .containsExactlyInAnyOrder(Kind.FACT_CHANGED, Kind.SENTENCE_CHANGED, Kind.SENTENCE_ADDED);
    translated.clear();
    remakeStale();

    assertThat(translated).containsExactlyInAnyOrder("Tin mới.", SHIPS.replace("18.500", "19.200"));
    List<SegmentView> segments = desk.segments(translation);
    assertThat(segments).hasSize(7);
    assertThat(segments.get(2).target()).isEqualTo("A year of 112 million tonnes at the port.");
    assertThat(segments.get(2).version()).isEqualTo(2);
    assertThat(segments).extracting(SegmentView::source).startsWith("Tin mới.").contains(CARGO);
    assertThat(desk.target(translation).segmentsTotal()).isEqualTo(7);
  }

  @Test
  void fact_putRight_isANewRevision_thatMakesStaleWhatStatedIt() {
    UUID article = begin();
    ask(article, FORMS, List.of("vi", "en"));
    String key =
        stories.ledger().of(story).stream()
            .filter(
                entry -> entry.places().stream().anyMatch(p -> p.wording().startsWith("18.500")))
            .findFirst()
            .orElseThrow()
            .key();

    stories.revisions().correct(article, key, "19.200", "", editor);

    assertThat(stories.revisions().of(article)).hasSize(2);
    assertThat(stories.ledger().of(story))
        .noneMatch(entry -> entry.key().equals(key) && entry.isTold());
    assertThat(stale()).isEqualTo(stating(texts(), "18.500", "18,500"));
  }

  @Test
  void wording_changed_withoutAFact_isOnlyForWhatCameFromThatSentence() {
    UUID article = begin();
    ask(article, FORMS, LANGUAGES);
    String last = "Bến cảng mới giúp doanh nghiệp rút ngắn thời gian giao hàng.";

    stories.revisions().revise(article, plain(ARTICLE.replace("rút ngắn", "giảm bớt")), "", editor);

    for (Target product : products()) {
      boolean cameFromIt =
          desk.segments(product.id()).stream().anyMatch(s -> s.origins().contains(5))
              || product.form().isTranslation();
      assertThat(product.isStale())
          .as(product.form() + " " + product.language())
          .isEqualTo(cameFromIt);
    }
    assertThat(last).isSubstringOf(ARTICLE);
  }

  @Test
  void source_edited_makesStaleWhatWasMadeFromIt() {
    UUID article = begin();
    ask(article, List.of(new ProductForm("headline")), List.of("en", "fr"));
    UUID original = product("headline", "vi").id();

    desk.edit(original, 0, 1, "Cảng Hải Phòng lập kỷ lục", editor);

    assertThat(product("headline", "vi").isStale()).isFalse();
    assertThat(reasons(product("headline", "en").id()))
        .singleElement()
        .satisfies(
            reason -> {
              assertThat(reason.kind()).isEqualTo(Kind.SOURCE_CHANGED);
              assertThat(reason.source()).isEqualTo(original);
              assertThat(reason.after()).isEqualTo("Cảng Hải Phòng lập kỷ lục");
            });
    remakeStale();
    assertThat(desk.segments(product("headline", "fr").id()).get(0).source())
        .isEqualTo("Cảng Hải Phòng lập kỷ lục");
    assertThat(stale()).isEmpty();
  }

  @Test
  @Provokes(ErrorCode.PRODUCT_STALE)
  void stale_product_leavesTheHouseOnlyAfterADecision() {
    UUID article = begin();
    ask(article, List.of(ProductForm.TRANSLATION), List.of("en"));
    approveAll();
    stories.revisions().revise(article, plain(REVISED), "", editor);
    Target stale = products().get(0);

    assertThatThrownBy(() -> stories.bundles().publish(story, List.of(stale.id()), editor))
        .isInstanceOfSatisfying(
            GatewayException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(ErrorCode.PRODUCT_STALE);
              Provoked.note(refused.code());
            });
    desk.decide(
        stale.id(), new Decision(TargetAction.KEEP, stale.version(), "Bản cũ vẫn đúng"), reviewer);
    stories.bundles().publish(story, List.of(), editor);

    assertThat(products()).extracting(Target::state).containsExactly(TargetState.PUBLISHED);
    assertThat(stories.bundles().publications(story)).hasSize(1);
  }

  @Test
  void text_ofAReviewer_isApprovedBySomebodyElse() {
    UUID article = begin();
    ask(article, List.of(ProductForm.TRANSLATION), List.of("en"));
    stories.revisions().revise(article, plain(REVISED), "", reviewer);
    remakeStale();
    Target remade = products().get(0);

    assertThatThrownBy(() -> approve(remade))
        .isInstanceOfSatisfying(
            GatewayException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.AUTHOR_CANNOT_APPROVE));
  }

  private Map<UUID, List<String>> texts() {
    return products().stream()
        .collect(
            Collectors.toMap(
                Target::id, t -> desk.segments(t.id()).stream().map(SegmentView::target).toList()));
  }

  private static Set<UUID> stating(Map<UUID, List<String>> texts, String... figures) {
    return texts.entrySet().stream()
        .filter(e -> List.of(figures).stream().anyMatch(f -> contains(e.getValue(), f)))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static boolean contains(Collection<String> texts, String figure) {
    return texts.stream().anyMatch(text -> text.contains(figure));
  }

  private void approveAll() {
    products().forEach(this::approve);
  }
}
