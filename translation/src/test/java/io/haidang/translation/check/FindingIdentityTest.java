package io.haidang.translation.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.models.LanguagePair;
import io.haidang.translation.TranslationContext;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FindingIdentityTest {

  private static final TranslationContext CONTEXT =
      new TranslationContext(
          LanguagePair.of("vi", "en"),
          LocalDate.of(2026, 5, 1),
          new TermEnforcer(Glossary.starter()));

  private static List<String> ids(String source, String target) {
    return FindingIdentity.of(Checks.run(source, target, CONTEXT), source, target);
  }

  @Test
  void of_editElsewhere_keepsTheId() {
    List<String> before = ids("Có 20 tàu ở cảng.", "There are ships at the port.");
    List<String> after = ids("Có 20 tàu ở cảng.", "Some ships are there at the port now.");
    assertThat(before).singleElement().asString().startsWith("numbers-");
    assertThat(after).isEqualTo(before);
  }

  @Test
  void of_otherSubject_isAnotherId() {
    assertThat(ids("Có 20 tàu.", "Ships."))
        .doesNotContainAnyElementsOf(ids("Có 30 tàu.", "Ships."));
    assertThat(ids("Có 20 tàu và 20 cảng.", "Ships and ports.")).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void carry_findingOfBefore_staysAccepted() {
    String source = "Có 20 tàu ở cảng.";
    List<Finding> before =
        Checks.run(source, "There are ships at the port.", CONTEXT).stream()
            .map(finding -> finding.withAcceptance("agreed"))
            .toList();
    String now = "Some ships are there at port  now.";
    List<Finding> carried =
        FindingIdentity.carry(
            before, "There are ships at the port.", Checks.run(source, now, CONTEXT), now, source);
    assertThat(carried).filteredOn(f -> f.check().equals("numbers")).noneMatch(Finding::stands);
    assertThat(carried).filteredOn(f -> f.check().equals("spaces")).allMatch(Finding::stands);
  }

  @Test
  void finding_storedBeforeFixes_isStillRead() throws Exception {
    String stored =
        "{\"check\":\"numbers\",\"severity\":\"ERROR\",\"sourceSpan\":{\"start\":3,\"end\":5},"
            + "\"targetSpan\":null,\"expected\":\"20\",\"detail\":\"not in the translation\"}";
    Finding finding = new ObjectMapper().readValue(stored, Finding.class);
    assertThat(finding.expected()).isEqualTo("20");
    assertThat(finding.fix()).isNull();
  }
}
