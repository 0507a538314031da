package io.haidang.glossary.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.glossary.Glossary;
import io.haidang.glossary.enforce.TermFinding.Kind;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermEnforcerTest {

  private static final Locale VI = Locale.forLanguageTag("vi");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final TermEnforcer ENFORCER = new TermEnforcer(Glossary.starter());

  @Test
  void annotated_namesInTheSource_carryTheirRendering() {
    assertThat(plan("Hôm nay Sở Ngoại vụ họp.").annotated("⟦", "¦", "⟧"))
        .isEqualTo("Hôm nay ⟦ Sở Ngoại vụ ¦ Department of Foreign Affairs ⟧ họp.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sở Ngoại vụ họp. | The Department of Foreign Affairs met. | NONE",
        "Sở Ngoại vụ họp. | The department of Foreign Affairs's office. | MISSING",
        "Sở Ngoại vụ họp. | DEPARTMENT OF FOREIGN AFFAIRS MEETS | NONE",
        "Sở Ngoại vụ họp. | The Foreign Affairs Department met. | MISSING",
        "Ủy ban nhân dân họp. | People’s Committees at all levels met. | NONE",
        "Làm tốt thông tin đối ngoại. | External information matters. | NONE",
        "Làm tốt thông tin đối ngoại. | Do foreign information well. | MISSING,FORBIDDEN",
        "Ngân hàng Nhà nước Việt Nam | State Bank of Viet Nam | NONE",
        "Đài Tiếng nói Việt Nam | Voice of Vietnam | NONE",
        "Việt Nam | Vietnam | MISSING,FORBIDDEN",
        "Bộ Ngoại giao và Bộ Ngoại giao | the Ministry of Foreign Affairs (MOFA) and MOFA | NONE",
        "Bộ Ngoại giao | MOFA | MISSING",
        "thủ tục hành chính | an administrative procedure | NONE",
      })
  void verify_translation_findsWhatIsWrong(String source, String translation, String kinds) {
    assertThat(kinds(source, translation)).containsExactlyElementsOf(kinds(kinds));
  }

  @Test
  void verify_nameRequiredTwice_mustAppearTwice() {
    assertThat(kinds("Sở Y tế và Sở Y tế", "The Department of Health and the department of health"))
        .containsExactly(Kind.MISSING);
  }

  @Test
  void verify_shortNameInsideLongOne_doesNotCountForBoth() {
    assertThat(
            kinds(
                "Hải Phòng và Thành ủy Hải Phòng",
                "The Hai Phong City Party Committee and the city"))
        .containsExactly(Kind.MISSING);
  }

  @Test
  void verify_nameInsideTheNameOfSomethingElse_doesNotCount() {
    assertThat(kinds("Hải Phòng mưa to.", "The People's Committee of Hai Phong City had rain."))
        .containsExactly(Kind.MISSING);
    assertThat(
            kinds(
                "Ủy ban nhân dân họp ở thành phố Hải Phòng.",
                "The People's Committee of Hai Phong City met."))
        .isEmpty();
  }

  @Test
  void verify_nameOfAnEndedBody_dependsOnTheDateOfTheText() {
    String source = "Bộ Giao thông vận tải trả lời.";
    String translation = "The Ministry of Transport replied.";
    LocalDate before = LocalDate.of(2024, 5, 1);

    assertThat(
            ENFORCER.verify(ENFORCER.plan(source, VI, Locale.ENGLISH, before), translation, before))
        .isEmpty();
    assertThat(ENFORCER.verify(plan(source), translation, DAY))
        .singleElement()
        .satisfies(finding -> assertThat(finding.kind()).isEqualTo(Kind.NOT_VALID))
        .satisfies(finding -> assertThat(finding.expected()).isEqualTo("Ministry of Construction"))
        .satisfies(
            finding ->
                assertThat(finding.detail())
                    .startsWith("until 2025-02-28; Circular 03/2009/TT-BNG, table 2; ")
                    .contains("Resolution 176/2025/QH15")
                    .contains("now Bộ Xây dựng (Circular 03/2009/TT-BNG"));
  }

  @Test
  void verify_nameOfTheSuccessor_standsForOneThatHasEnded() {
    String source = "Bộ Giao thông vận tải trả lời.";

    assertThat(kinds(source, "The Ministry of Construction replied."))
        .containsExactly(Kind.NOT_VALID);
    assertThat(kinds(source, "The Ministry of Health replied."))
        .containsExactly(Kind.NOT_VALID, Kind.MISSING);
    assertThat(
            kinds(
                "Bộ Xây dựng và Bộ Giao thông vận tải",
                "the Ministry of Construction and the ministry"))
        .containsExactly(Kind.NOT_VALID, Kind.MISSING);
  }

  @Test
  void verify_nameThatCameLater_isNoneInATextOfBefore() {
    LocalDate before = LocalDate.of(2024, 5, 1);
    TermPlan plan = ENFORCER.plan("Bộ Giao thông vận tải", VI, Locale.ENGLISH, before);

    assertThat(ENFORCER.verify(plan, "Ministry of Construction", before))
        .extracting(TermFinding::kind)
        .containsExactly(Kind.MISSING);
  }

  private static TermPlan plan(String source) {
    return ENFORCER.plan(source, VI, Locale.ENGLISH, DAY);
  }

  private static List<Kind> kinds(String source, String translation) {
    return ENFORCER.verify(plan(source), translation, DAY).stream().map(TermFinding::kind).toList();
  }

  private static List<Kind> kinds(String names) {
    return names.equals("NONE")
        ? List.of()
        : Arrays.stream(names.split(",")).map(Kind::valueOf).toList();
  }
}
