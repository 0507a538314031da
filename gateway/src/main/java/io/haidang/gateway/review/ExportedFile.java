package io.haidang.gateway.review;

import io.haidang.gateway.draft.Target;
import java.text.Normalizer;
import java.util.Locale;

/**
 * An approved translation in the format of its source.
 *
 * @param name letters, digits, dots and hyphens only
 * @param mediaType without parameters; the content is text in UTF-8
 */
public record ExportedFile(String name, String mediaType, String content) {

  private static final int MAX_NAME = 80;

  static ExportedFile of(Target target, String content) {
    String name =
        slug(target.asset().title())
            + "."
            + target.language().toLanguageTag()
            + "."
            + target.asset().format().extension();
    return new ExportedFile(name, target.asset().format().mediaType(), content);
  }

  private static String slug(String title) {
    String ascii =
        Normalizer.normalize(title.replace('đ', 'd').replace('Đ', 'D'), Normalizer.Form.NFD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    return ascii.isEmpty() ? "translation" : ascii.substring(0, Math.min(ascii.length(), MAX_NAME));
  }
}
