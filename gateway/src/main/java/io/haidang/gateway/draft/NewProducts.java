package io.haidang.gateway.draft;

import java.util.List;

/**
 * Products that are asked for: every form in every language.
 *
 * @param forms at least one
 * @param languages BCP 47 tags, at least one; the language of the asset for a form in it
 */
public record NewProducts(List<ProductForm> forms, List<String> languages) {

  public NewProducts {
    forms = List.copyOf(forms);
    languages = List.copyOf(languages);
  }
}
