package io.haidang.translation.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.glossary.Concept;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.GlossaryRelease;
import io.haidang.glossary.Term;
import io.haidang.glossary.TermStatus;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.models.CallContext;
import io.haidang.models.LanguagePair;
import io.haidang.translation.Provenance;
import io.haidang.translation.SegmentTranslator;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.TranslationContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameTranslatorTest {

  private static final TranslationContext CONTEXT =
      new TranslationContext(
          LanguagePair.of("vi", "en"),
          LocalDate.of(2026, 3, 2),
          new TermEnforcer(Glossary.starter()));

  private final List<String> asked = new ArrayList<>();
  private final SegmentTranslator translator =
      SegmentTranslators.naming(
          (excerpt, context, call) -> {
            asked.addAll(excerpt.texts());
            return excerpt.texts().stream()
                .map(
                    text ->
                        new TranslatedSegment(
                            text, "engine", 0, List.of(), Provenance.ofSource("1")))
                .toList();
          });

  private List<String> targets(TranslationContext context, String... texts) {
    return translator.translate(List.of(texts), context, CallContext.PATIENT).stream()
        .map(TranslatedSegment::target)
        .toList();
  }

  @Test
  void segment_thatIsAName_isWrittenAsTheGlossaryWritesIt() {
    assertThat(targets(CONTEXT, "Sở Tài chính", "Cảng mở cửa.", "\n Sở Ngoại vụ "))
        .containsExactly("Department of Finance", "engine", "\n Department of Foreign Affairs ");
    assertThat(asked).containsExactly("Cảng mở cửa.");
  }

  @Test
  void name_inCapitals_staysInCapitals() {
    assertThat(targets(CONTEXT, "SỞ TÀI CHÍNH")).containsExactly("DEPARTMENT OF FINANCE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sở Tài chính họp.",
        "Sở Tài chính, Sở Ngoại vụ",
        "‹1›Sở Tài chính‹/1›",
        " ",
        "12"
      })
  void segment_withAnythingElse_isTheEngines(String text) {
    assertThat(targets(CONTEXT, text)).containsExactly("engine");
  }

  @Test
  void name_ofAnyList_isWrittenAsItStands() {
    Concept apple =
        Concept.builder("apple")
            .term(new Term(Locale.ENGLISH, "Apple", TermStatus.PREFERRED))
            .term(new Term(Locale.GERMAN, "Apfel", TermStatus.PREFERRED))
            .build();
    TermEnforcer terms = new TermEnforcer(Glossary.of(new GlossaryRelease("x"), List.of(apple)));

    assertThat(
            targets(
                new TranslationContext(
                    LanguagePair.of("en", "de"), LocalDate.of(2026, 3, 2), terms),
                "Apple",
                "Pear"))
        .containsExactly("Apfel", "engine");
  }
}
