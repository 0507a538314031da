package io.haidang.gateway.web.story;

import io.haidang.gateway.draft.ProductForm;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.web.kit.Forms;
import io.haidang.gateway.web.kit.StoryLink;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What there is of one asset: forms from top to bottom, languages from left to right.
 *
 * @param languages the asset's own first
 */
record ProductMatrix(List<Locale> languages, List<Row> rows) {

  private static final Comparator<ProductForm> BY_PLACE =
      Comparator.<ProductForm>comparingInt(Forms.ALL::indexOf).thenComparing(ProductForm::id);

  /** One form; a cell for each language. */
  record Row(ProductForm form, List<Cell> cells) {}

  /**
   * A form in a language.
   *
   * @param target null when nobody has asked for it
   * @param isOriginal whether it would be the text itself
   */
  record Cell(Locale language, @Nullable Target target, boolean isOriginal) {

    String href() {
      return target == null ? "" : StoryLink.product(target);
    }
  }

  /** Products in the order of {@link Forms#ALL}, each in the text's own language first. */
  static List<Target> sorted(List<Target> products) {
    return products.stream()
        .sorted(
            Comparator.comparing(Target::form, BY_PLACE)
                .thenComparing(Target::isInAnotherLanguage)
                .thenComparing(target -> target.language().toLanguageTag()))
        .toList();
  }

  static ProductMatrix of(Locale own, List<Target> products) {
    List<Locale> languages =
        Stream.concat(
                Stream.of(own),
                products.stream()
                    .map(Target::language)
                    .sorted(Comparator.comparing(Locale::toLanguageTag)))
            .distinct()
            .toList();
    Map<ProductForm, Map<Locale, Target>> byForm =
        products.stream()
            .collect(
                Collectors.groupingBy(
                    Target::form,
                    () -> new TreeMap<>(BY_PLACE),
                    Collectors.toMap(Target::language, Function.identity(), (one, other) -> one)));
    return new ProductMatrix(
        languages,
        byForm.entrySet().stream()
            .map(row -> row(row.getKey(), row.getValue(), own, languages))
            .toList());
  }

  private static Row row(
      ProductForm form, Map<Locale, Target> targets, Locale own, List<Locale> languages) {
    return new Row(
        form,
        languages.stream()
            .map(
                language ->
                    new Cell(
                        language,
                        targets.get(language),
                        form.isTranslation() && language.equals(own)))
            .toList());
  }
}
