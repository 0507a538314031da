package io.haidang.gateway.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.campaign.CampaignItem.State;
import io.haidang.glossary.Concept;
import io.haidang.glossary.ConceptId;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.GlossaryRelease;
import io.haidang.glossary.Term;
import io.haidang.glossary.TermStatus;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.translation.review.TargetState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameReplacementTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  /** Another concept whose name holds the old one. */
  private static final TermEnforcer TERMS =
      new TermEnforcer(
          Glossary.of(
              new GlossaryRelease("7"),
              List.of(
                  Concept.builder("longer")
                      .term(
                          new Term(
                              Locale.ENGLISH, "Office of the Lamp Station", TermStatus.PREFERRED))
                      .build())));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | The Lamp Station opens. | The Beacon Authority opens. | ''",
        "en | Lamp Station opens | The Beacon Authority opens | ''",
        "en | It is a Lamp Station of ours. | It is a Beacon Authority of ours. | ''",
        "en | The Lamp Station's keeper | The Beacon Authority's keeper | ''",
        "en | LAMP STATION OPENS | The BEACON AUTHORITY OPENS | ''",
        "en | by the Lamp Station and the Lamp Station"
            + " | by the Beacon Authority and the Beacon Authority | ''",
        "en | Two Lamp Stations open. | Two Lamp Stations open. | another form of the name",
        "en | The Lamp Post opens. | The Lamp Post opens. | the name is gone",
        "en | The Office of the Lamp Station opens. | The Office of the Lamp Station opens."
            + " | the name is gone",
        "de | Die Lamp Station öffnet. | Die Lamp Station öffnet. | grammar of the language",
        "ko | Lamp Station 은 | Lamp Station 은 | grammar of the language",
        "ja | Lamp Station は開く | Beacon Authority は開く | ''",
      })
  void oldName_replaced_orLeftToAPersonWithTheReason(
      String language, String text, String expected, String doubt) {
    Rename rename = new Rename(Locale.forLanguageTag(language), "Lamp Station", "Beacon Authority");
    CampaignItem item = item(text, rename.language());

    NameReplacement made =
        NameReplacement.in(text, OldName.in(item, campaign(rename), rename, TERMS), rename);

    assertThat(made.text()).isEqualTo(expected);
    assertThat(made.doubt()).isEqualTo(doubt);
  }

  private static Campaign campaign(Rename rename) {
    return new Campaign(
        UUID.randomUUID(),
        new ConceptId("lamp"),
        List.of(rename),
        7,
        DAY,
        CampaignState.OPEN,
        1,
        Instant.EPOCH);
  }

  private static CampaignItem item(String text, Locale language) {
    return new CampaignItem(
        UUID.randomUUID(),
        UUID.randomUUID(),
        "Title",
        language,
        DAY,
        TargetState.IN_REVIEW,
        List.of(),
        0,
        text,
        true,
        State.FOUND,
        "");
  }
}
