package io.haidang.gateway.web.release;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.web.kit.Texts;
import io.haidang.glossary.TermStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A meaning that a column of a list can be given.
 *
 * @param value as a reader of lists writes it, such as {@code forbidden_en}
 * @param language of the wordings in the column, or null when it holds something else
 * @param status of those wordings
 */
record ColumnChoice(String value, @Nullable Locale language, TermStatus status) {

  private static final List<String> FIELDS =
      List.of(
          "skip",
          "concept_id",
          "language",
          "term",
          "status",
          "reason",
          "case",
          "first_mention",
          "domain",
          "definition",
          "note",
          "source",
          "article",
          "valid_from",
          "valid_to",
          "successor",
          "translate");

  private static final List<String> TAGS =
      List.of("vi", "en", "zh", "ja", "ko", "fr", "de", "es", "ru");

  /** Every meaning, {@code recognised} among them. */
  static List<ColumnChoice> all(String recognised) {
    List<ColumnChoice> choices = new ArrayList<>();
    for (String tag : TAGS) {
      for (TermStatus status : TermStatus.values()) {
        choices.add(wordings(tag, status));
      }
    }
    FIELDS.forEach(field -> choices.add(field(field)));
    if (choices.stream().noneMatch(choice -> choice.value().equals(recognised))) {
      choices.add(field(recognised));
    }
    return choices;
  }

  private static ColumnChoice wordings(String tag, TermStatus status) {
    String value = status == TermStatus.PREFERRED ? tag : PublicName.of(status) + "_" + tag;
    return new ColumnChoice(value, Locale.forLanguageTag(tag), status);
  }

  private static ColumnChoice field(String name) {
    return new ColumnChoice(name, null, TermStatus.PREFERRED);
  }

  /** In words; what has none is shown as it is. */
  String label(Texts texts) {
    if (language != null) {
      return texts.language(language) + " – " + texts.name("term", status);
    }
    String key = "import.column." + value;
    return texts.has(key) ? texts.get(key) : value;
  }
}
