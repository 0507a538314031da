package io.haidang.translation.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.glossary.Glossary;
import io.haidang.glossary.TextSpan;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.models.LanguagePair;
import io.haidang.translation.TranslationContext;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CounterpartsTest {

  private static final TranslationContext CONTEXT =
      new TranslationContext(
          LanguagePair.of("vi", "en"),
          LocalDate.of(2026, 3, 2),
          new TermEnforcer(Glossary.starter()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Vốn là 1.234,5 tỷ đồng. | Capital is VND1,234.5 billion. | 1.234,5 tỷ đồng | VND1,234.5 billion",
        "Họp ngày 30/6/2025. | It met on 30 June 2025. | 30/6/2025 | 30 June 2025",
        "Tăng ‹1›12,5%‹/1›. | Up ‹1›12.5‹/1› percent. | 12,5% | 12.5‹/1› percent",
      })
  void same_inEachLanguagesOwnWriting_arePaired(
      String source, String target, String from, String to) {
    Counterparts found = Counterparts.of(source, target, CONTEXT);

    assertThat(found.pairs()).hasSize(1);
    assertThat(found.pairs().get(0).source().of(source)).contains(from);
    assertThat(found.pairs().get(0).target().of(target)).contains(to);
    assertThat(found.lost()).isEmpty();
    assertThat(found.added()).isEmpty();
  }

  @Test
  void other_hasNoCounterpart_onEitherSide() {
    String source = "Có 45 đại biểu và 3 đoàn.";
    String target = "There were 54 delegates in 3 groups.";

    Counterparts found = Counterparts.of(source, target, CONTEXT);

    assertThat(words(found.lost(), source)).singleElement().asString().startsWith("45");
    assertThat(words(found.added(), target)).singleElement().asString().startsWith("54");
    assertThat(found.pairs()).hasSize(1);
  }

  private static List<String> words(List<TextSpan> spans, String text) {
    return spans.stream().map(span -> span.of(text)).toList();
  }
}
