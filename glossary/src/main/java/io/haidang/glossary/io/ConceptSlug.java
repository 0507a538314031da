package io.haidang.glossary.io;

import io.haidang.glossary.ConceptId;
import java.text.Normalizer;
import java.util.Locale;

/** Makes an identifier out of a name, for files that give none. */
public final class ConceptSlug {

  private ConceptSlug() {}

  /** The name with its diacritics, so that Cẩm Giang and Cẩm Giàng stay two concepts. */
  public static ConceptId of(String name) {
    String slug =
        Normalizer.normalize(name, Normalizer.Form.NFC)
            .toLowerCase(Locale.forLanguageTag("vi"))
            .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "-")
            .replaceAll("^-|-$", "");
    return new ConceptId(slug.isEmpty() ? name.strip() : slug);
  }
}
