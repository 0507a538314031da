package io.haidang.translation.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.glossary.Glossary;
import io.haidang.glossary.TextSpan;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.models.LanguagePair;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.document.CodedText;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ChecksTest {

  private static final TranslationContext CONTEXT =
      new TranslationContext(
          LanguagePair.of("vi", "en"),
          LocalDate.of(2026, 5, 1),
          new TermEnforcer(Glossary.starter()));

  static Stream<Arguments> examples() {
    return Checks.ALL.stream()
        .flatMap(check -> check.examples().stream().map(e -> Arguments.of(check.id(), check, e)));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("examples")
  void check_ownExample_isJudgedAsSaid(String id, Check check, Check.Example example) {
    CheckedPair pair =
        new CheckedPair(
            CodedText.parse(example.source()),
            CodedText.parse(example.target()),
            CONTEXT,
            Set.of(),
            Integer.MAX_VALUE);
    assertThat(!check.run(pair).isEmpty())
        .as(check.run(pair).toString())
        .isEqualTo(example.objects());
  }

  @Test
  void run_codesInTheText_spansCountThem() {
    String target = "See ‹1›the the‹/1› city.";
    List<Finding> findings = Checks.run("Xem ‹1›thành phố‹/1›.", target, CONTEXT);
    assertThat(findings).hasSize(1);
    int start = target.indexOf("the the");
    assertThat(findings.get(0).targetSpan()).isEqualTo(new TextSpan(start, start + 7));
  }

  @Test
  void run_severalFindings_mostSevereFirst() {
    List<Finding> findings = Checks.run("Năm 2026 mưa to.", "In the the rain.", CONTEXT);
    assertThat(findings).extracting(Finding::check).containsExactly("numbers", "repeated-words");
  }

  @Test
  void run_numbersBackIntoVietnamese_areCompared() {
    TranslationContext back =
        new TranslationContext(LanguagePair.of("en", "vi"), CONTEXT.textDate(), CONTEXT.terms());
    assertThat(Checks.run("It grew 1,234.5 on June 30.", "Tăng 1.234,5 ngày 30 tháng 6.", back))
        .isEmpty();
  }
}
