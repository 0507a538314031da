package io.haidang.gateway.web.story;

import io.haidang.gateway.draft.ProductForm;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.story.Bundle;
import io.haidang.gateway.story.LedgerEntry;
import io.haidang.gateway.web.kit.StoryLink;
import io.haidang.gateway.web.kit.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A fact as the ledger shows it.
 *
 * @param kind in words
 * @param wordings how the texts of the story put it, each once
 * @param asset where it can be put right; null when only products state it
 * @param said what products say, by language and form
 */
record FactRow(
    String key,
    String kind,
    String value,
    List<String> wordings,
    @Nullable UUID asset,
    List<Said> said) {

  /**
   * One product's wording.
   *
   * @param href of the product
   */
  record Said(Locale language, ProductForm form, String wording, String href) {}

  static FactRow of(LedgerEntry entry, Bundle bundle, Texts texts) {
    return new FactRow(
        entry.key(),
        texts.name("fact-kind", entry.kind()),
        value(entry),
        entry.places().stream().map(LedgerEntry.Place::wording).distinct().toList(),
        entry.places().isEmpty() ? null : entry.places().get(0).asset(),
        entry.statements().stream()
            .map(
                said ->
                    new Said(
                        said.language(), said.form(), said.wording(), href(bundle, said.target())))
            .distinct()
            .toList());
  }

  /** As it is written; its key, such as 19200 visit, is for machines. */
  private static String value(LedgerEntry entry) {
    return entry.places().isEmpty()
        ? entry.statements().get(0).wording()
        : entry.places().get(0).wording();
  }

  private static String href(Bundle bundle, UUID product) {
    return bundle.products().stream()
        .filter(target -> target.id().equals(product))
        .map((Target target) -> StoryLink.product(target))
        .findFirst()
        .orElse("");
  }

  /** Whether the story tells it. */
  boolean isTold() {
    return asset != null;
  }

  /** What the products of a language say, by wording. */
  Map<String, List<Said>> in(Locale language) {
    return said.stream()
        .filter(one -> one.language().equals(language))
        .collect(Collectors.groupingBy(Said::wording, LinkedHashMap::new, Collectors.toList()));
  }
}
