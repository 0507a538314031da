package io.haidang.gateway.review;

import io.haidang.gateway.draft.Target;
import io.haidang.translation.document.DocumentFormat;
import java.text.Normalizer;
import java.util.Locale;

/**
 * An approved product in the format of its source.
 *
 * @param name letters, digits, dots and hyphens only
 * @param mediaType with the character set where there is one
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
public record ExportedFile(String name, String mediaType, byte[] content) {

  private static final int MAX_NAME = 80;

  static ExportedFile of(Target target, byte[] content) {
    DocumentFormat format = target.asset().format();
    String name =
        slug(target.asset().title())
            + "."
            + target.language().toLanguageTag()
            + "."
            + format.extension();
    return new ExportedFile(name, mediaType(format), content);
  }

  private static String mediaType(DocumentFormat format) {
    String type = format.mediaType();
    return type.startsWith("text/") ? type + "; charset=utf-8" : type;
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
