package io.haidang.gateway.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.haidang.glossary.CaseRule;
import io.haidang.glossary.Concept;
import io.haidang.glossary.ConceptId;
import io.haidang.glossary.FirstMention;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.Term;
import io.haidang.glossary.TermStatus;
import io.haidang.glossary.Validity;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConceptJsonTest {

  private static final Concept FULL =
      Concept.builder("bộ-thử / №1 \u05D0")
          .term(
              new Term(
                  Locale.forLanguageTag("zh-Hant-TW"),
                  "名稱 \uD83D\uDE00",
                  TermStatus.FORBIDDEN,
                  "cũ; \"sai\"",
                  CaseRule.EXACT,
                  FirstMention.ALWAYS))
          .term(
              new Term(Locale.ENGLISH, "Name", TermStatus.PREFERRED)
                  .withCaseRule(CaseRule.FIRST_LETTER_FREE)
                  .withFirstMention(FirstMention.FREE))
          .validity(new Validity(LocalDate.of(2007, 4, 1), LocalDate.of(2025, 2, 28)))
          .successor(new ConceptId("bộ-khác"))
          .source("nguồn")
          .article("điều 3")
          .domain("lĩnh vực")
          .definition("nghĩa\nhai dòng")
          .note("ghi chú")
          .translatable(false)
          .build();

  @Test
  void starterList_writtenAndRead_isTheSame() {
    List<Concept> starter = Glossary.starter().concepts();

    assertThat(starter).hasSize(142);
    assertThat(starter.stream().map(ConceptJson::write).map(ConceptJson::read))
        .containsExactlyElementsOf(starter);
  }

  @Test
  void concept_withEveryField_isReadBack() {
    assertThat(ConceptJson.read(ConceptJson.write(FULL))).isEqualTo(FULL);
  }

  /** A new field must not be forgotten: validity is written as its two days. */
  @Test
  void json_namesEveryFieldOfTheRecords() throws IOException {
    JsonNode json = new ObjectMapper().readTree(ConceptJson.write(FULL));
    Set<String> expected = names(Concept.class);
    expected.remove("validity");
    expected.addAll(Set.of("validFrom", "validTo"));

    assertThat(members(json)).isEqualTo(expected);
    assertThat(members(json.path("terms").path(0))).isEqualTo(names(Term.class));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"id\":\"a\"}",
        "{\"id\":\" \",\"terms\":[]}",
        "{\"id\":\"a\",\"terms\":[{\"language\":\"vi\"}]}",
        "{\"id\":\"a\",\"terms\":[{\"language\":\"!\",\"text\":\"x\"}]}",
        "{\"id\":\"a\",\"terms\":[{\"language\":\"vi\",\"text\":\"x\",\"status\":\"best\"}]}",
        "{\"id\":\"a\",\"validTo\":\"2025-02-30\",\"terms\":[{\"language\":\"vi\",\"text\":\"x\"}]}",
        "{\"id\":\"a\",\"successor\":\"a\",\"terms\":[{\"language\":\"vi\",\"text\":\"x\"}]}",
        "{\"id\":"
      })
  void text_thatIsNoConcept_isRefused(String json) {
    assertThatThrownBy(() -> ConceptJson.read(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("(expected: ");
  }

  private static Set<String> names(Class<?> type) {
    Set<String> names = new HashSet<>();
    Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).forEach(names::add);
    return names;
  }

  private static Set<String> members(JsonNode json) {
    Set<String> names = new HashSet<>();
    json.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
