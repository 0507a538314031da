package io.haidang.gateway.web.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.PublicName;
import io.haidang.glossary.io.RowProblem;
import io.haidang.translation.review.TargetState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {

  private static final Pattern PLACE = Pattern.compile("\\{(\\d)");

  static Stream<String> bundles() {
    return Stream.concat(Texts.ROOMS.stream(), Stream.of(Texts.ERRORS));
  }

  @Test
  void rooms_noTwo_shareAKey() {
    assertThat(Texts.ROOMS.stream().flatMap(room -> bundle(room, Locale.ENGLISH).keySet().stream()))
        .doesNotHaveDuplicates();
  }

  private static ResourceBundle bundle(String name, Locale language) {
    return ResourceBundle.getBundle(
        name, language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void bundles_bothLanguages_haveTheSameKeysAndPlaces(String name) {
    ResourceBundle vietnamese = bundle(name, Languages.VIETNAMESE);
    ResourceBundle english = bundle(name, Locale.ENGLISH);

    assertThat(english.keySet()).isEqualTo(vietnamese.keySet());
    for (String key : english.keySet()) {
      assertThat(places(english.getString(key)))
          .as(key)
          .isEqualTo(places(vietnamese.getString(key)));
      assertThat(english.getString(key) + vietnamese.getString(key)).as(key).doesNotContain("'");
    }
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void bundles_noKey_standsTwice(String name) throws IOException {
    for (Locale language : Languages.ALL) {
      String file = "/" + name.replace('.', '/') + "_" + language.toLanguageTag() + ".properties";
      try (InputStream texts = TextsTest.class.getResourceAsStream(file)) {
        assertThat(texts).as(file).isNotNull();
        assertThat(new String(texts.readAllBytes(), StandardCharsets.UTF_8).lines())
            .filteredOn(line -> line.contains("=") && !line.startsWith("#"))
            .extracting(line -> line.substring(0, line.indexOf('=')))
            .doesNotHaveDuplicates();
      }
    }
  }

  private static Set<String> places(String text) {
    Set<String> places = new TreeSet<>();
    PLACE.matcher(text).results().forEach(place -> places.add(place.group(1)));
    return places;
  }

  @Test
  void name_everyState_hasAText() {
    for (TargetState state : TargetState.values()) {
      assertThat(Texts.of(Locale.ENGLISH).has("state." + PublicName.of(state))).isTrue();
    }
  }

  @Test
  void name_everyProblemOfAnImportedRow_hasAText() {
    for (RowProblem.Kind kind : RowProblem.Kind.values()) {
      assertThat(Texts.of(Locale.ENGLISH).has("import-problem." + PublicName.of(kind))).isTrue();
    }
  }

  @Test
  void time_ofTheServer_isShownOnTheClockOfTheOffice() {
    Instant evening = Instant.parse("2026-03-02T18:05:00Z");

    assertThat(Texts.of(Locale.ENGLISH).clock(evening)).isEqualTo("01:05");
    assertThat(Texts.of(Locale.ENGLISH).time(evening)).isEqualTo("3 Mar 2026, 01:05");
  }

  @Test
  void age_largestUnit_isShown() {
    Texts texts = Texts.of(Locale.ENGLISH);
    Instant now = Instant.parse("2026-03-02T10:00:00Z");

    assertThat(texts.age(now.minusSeconds(20), now)).isEqualTo("just now");
    assertThat(texts.age(now.minusSeconds(3_700), now)).isEqualTo("1 h ago");
    assertThat(texts.age(now.minusSeconds(200_000), now)).isEqualTo("2 days ago");
  }
}
