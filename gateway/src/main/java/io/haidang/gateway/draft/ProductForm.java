package io.haidang.gateway.draft;

import java.util.regex.Pattern;

/**
 * What a product is, whatever its language: a translation, a headline, a post.
 *
 * @param id as it is kept and as the API shows it, such as {@code summary-100}
 */
public record ProductForm(String id) {

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,29}");

  /** The whole text in another language. */
  public static final ProductForm TRANSLATION = new ProductForm("translation");

  /** Cues of a transcript with times, cut anew; in other languages by sentence across cues. */
  public static final ProductForm SUBTITLES = new ProductForm("subtitles");

  public ProductForm {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("form: malformed (expected: letters, digits, hyphens)");
    }
  }

  public boolean isTranslation() {
    return equals(TRANSLATION);
  }

  @Override
  public String toString() {
    return id;
  }
}
