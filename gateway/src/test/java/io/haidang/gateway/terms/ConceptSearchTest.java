package io.haidang.gateway.terms;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.glossary.Concept;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.GlossaryRelease;
import io.haidang.glossary.Term;
import io.haidang.glossary.TermStatus;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ConceptSearchTest {

  private static final Glossary GLOSSARY =
      Glossary.of(
          new GlossaryRelease("test"),
          List.of(concept("Cẩm Giàng"), concept("Cẩm Giang"), concept("Sở Đường sắt")));

  private static Concept concept(String name) {
    return Concept.builder(name)
        .term(new Term(Locale.forLanguageTag("vi"), name, TermStatus.PREFERRED))
        .build();
  }

  private static List<String> ids(String query) {
    return ConceptSearch.in(GLOSSARY).find(query).stream()
        .map(concept -> concept.id().value())
        .toList();
  }

  @Test
  void find_exactDiacritics_comeFirst() {
    assertThat(ids("cẩm giang")).containsExactly("Cẩm Giang", "Cẩm Giàng");
    assertThat(ids("cẩm giàng")).containsExactly("Cẩm Giàng", "Cẩm Giang");
  }

  @Test
  void find_withoutDiacritics_findsAll() {
    assertThat(ids("CAM GIANG")).hasSize(2);
    assertThat(ids("duong sat")).containsExactly("Sở Đường sắt");
  }

  @Test
  void find_blank_isEverything() {
    assertThat(ids(" ")).hasSize(3);
  }
}
