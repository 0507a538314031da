package io.haidang.gateway.web.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.draft.AssetKind;
import io.haidang.gateway.draft.StaleReason;
import io.haidang.gateway.web.kit.Forms;
import io.haidang.gateway.web.kit.Texts;
import io.haidang.summarization.length.LengthUnit;
import io.haidang.translation.fact.FactKind;
import io.haidang.translation.review.TargetState;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a story can show has a name in words; {@code TextsTest} holds the languages together.
 */
class StoryTextsTest {

  static Stream<String> keys() {
    return Stream.of(
            Forms.ALL.stream().map(form -> "form." + form.id()),
            names("asset-kind.", AssetKind.values()),
            names("stale.", StaleReason.Kind.values()),
            names("fact-kind.", FactKind.values()),
            names("product-state.", TargetState.values()),
            names("product.length.", LengthUnit.values()))
        .flatMap(keys -> keys);
  }

  private static Stream<String> names(String group, Enum<?>... values) {
    return Stream.of(values).map(value -> group + PublicName.of(value));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void word_ofEveryConstant_isThere(String key) {
    assertThat(Texts.of(Locale.ENGLISH).has(key)).isTrue();
  }
}
