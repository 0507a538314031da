package io.haidang.gateway.story;

import io.haidang.gateway.draft.ProductForm;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * A sentence that products of one story say in several ways in one language, though they translate
 * the same.
 *
 * @param source as the first of them has it
 * @param usual the wording used most, of equals the first
 * @param renderings every place, by asset and form
 */
public record Inconsistency(
    Locale language, String source, String usual, List<Rendering> renderings) {

  public Inconsistency {
    renderings = List.copyOf(renderings);
  }

  /**
   * What one product says.
   *
   * @param segment of the product, from 0
   */
  public record Rendering(UUID target, ProductForm form, int segment, String text) {}
}
