package io.haidang.gateway.story;

import io.haidang.gateway.draft.ProductForm;
import io.haidang.translation.fact.FactKind;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * A fact of a story: where its texts state it, and which products do.
 *
 * @param key the same for the same fact in every language, such as {@code DATE 2026-05-12}
 * @param value in no language
 * @param places where texts of the story state it, in reading order; none for what only a product
 *     states
 * @param statements of products, by language and form
 */
public record LedgerEntry(
    String key, FactKind kind, String value, List<Place> places, List<Statement> statements) {

  public LedgerEntry {
    places = List.copyOf(places);
    statements = List.copyOf(statements);
  }

  /** Whether the story tells it. */
  public boolean isTold() {
    return !places.isEmpty();
  }

  /**
   * Where a text states a fact.
   *
   * @param segment of the text, from 0
   * @param start offset in the segment without inline codes, in UTF-16 units
   * @param end after its last character
   */
  public record Place(UUID asset, int segment, int start, int end, String wording) {}

  /** Where a product states a fact. */
  public record Statement(
      UUID target, ProductForm form, Locale language, int segment, String wording) {}
}
