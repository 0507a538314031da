package io.haidang.translation.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.glossary.Glossary;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.models.LanguagePair;
import io.haidang.translation.TranslationContext;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RepeatedSegmentsTest {

  private static final TranslationContext CONTEXT =
      new TranslationContext(
          LanguagePair.of("vi", "en"),
          LocalDate.of(2026, 5, 1),
          new TermEnforcer(Glossary.starter()));

  private static List<Finding> lastOf(List<String> sources, List<String> targets) {
    int last = sources.size() - 1;
    return RepeatedSegments.of(sources, targets, CONTEXT)
        .findings(sources.get(last), targets.get(last));
  }

  @Test
  void findings_sameSentenceOtherwise_proposesTheUsualWording() {
    List<Finding> findings =
        lastOf(
            List.of("Xin cảm ơn.", "Xin cảm ơn.", "Mưa to.", "Xin ‹1›cảm ơn‹/1›."),
            List.of("Thank you.", "Thank you.", "Heavy rain.", "Many ‹1›thanks‹/1›."));
    assertThat(findings)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.check()).isEqualTo("inconsistent");
              assertThat(finding.expected()).isEqualTo("Thank you.");
              assertThat(finding.fix()).isNull(); // It would take the codes away.
            });
  }

  @Test
  void findings_sameWording_orOneWord_areNone() {
    assertThat(lastOf(List.of("Xin chào.", "Xin chào."), List.of("Hello.", "Hello."))).isEmpty();
    assertThat(lastOf(List.of("Số", "Số"), List.of("No.", "Number"))).isEmpty();
    assertThat(lastOf(List.of("Xin chào.", "Xin chào."), List.of("Hello.", ""))).isEmpty();
  }

  @Test
  void findings_nameInFullAndShort_areNone() {
    assertThat(
            lastOf(
                List.of(
                    "Vốn đầu tư trực tiếp nước ngoài tăng.",
                    "Vốn đầu tư trực tiếp nước ngoài tăng."),
                List.of("Foreign direct investment (FDI) rose.", "FDI rose.")))
        .isEmpty();
  }
}
