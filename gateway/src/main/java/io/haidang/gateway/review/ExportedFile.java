package io.haidang.gateway.review;

import io.haidang.gateway.draft.Target;
import io.haidang.translation.document.DocumentFormat;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/**
 * A product as a file.
 *
 * @param name letters, digits, dots and hyphens only
 * @param mediaType with the character set where there is one
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
public record ExportedFile(String name, String mediaType, byte[] content) {

  private static final int MAX_NAME = 80;

  /** A document in the format of its source. */
  static ExportedFile translation(Target target, byte[] content) {
    DocumentFormat format = target.asset().format().writtenAs();
    return new ExportedFile(
        name(target, "", format.extension()), mediaType(format, content), content);
  }

  /** A form, which is plain text in UTF-8. */
  static ExportedFile form(Target target, byte[] content) {
    return new ExportedFile(
        name(target, "." + target.form().id(), DocumentFormat.PLAIN.extension()),
        mediaType(DocumentFormat.PLAIN, content),
        content);
  }

  /** What is said in a recording, with times. */
  static ExportedFile transcript(Target target, byte[] content) {
    return new ExportedFile(
        name(target, "." + target.form().id(), DocumentFormat.VTT.extension()),
        mediaType(DocumentFormat.VTT, content),
        content);
  }

  /** Subtitles, in the format of their transcript. */
  static ExportedFile subtitles(Target target, byte[] content) {
    DocumentFormat format = target.asset().format();
    return new ExportedFile(
        name(target, "." + target.form().id(), format.extension()),
        mediaType(format, content),
        content);
  }

  /** A voice-over in one of its formats, in UTF-8. */
  public static ExportedFile voiceOver(
      Target target, String extension, String mediaType, String content) {
    return new ExportedFile(
        name(target, "." + target.form().id(), extension),
        mediaType + "; charset=utf-8",
        content.getBytes(StandardCharsets.UTF_8));
  }

  private static String name(Target target, String form, String extension) {
    return slug(target.asset().title())
        + form
        + "."
        + target.language().toLanguageTag()
        + "."
        + extension;
  }

  /** A text keeps the encoding that it came in; only UTF-8 is named. */
  private static String mediaType(DocumentFormat format, byte[] content) {
    String type = format.mediaType();
    return type.startsWith("text/") && isUtf8(content) ? type + "; charset=utf-8" : type;
  }

  private static boolean isUtf8(byte[] content) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** Whether the content is text in UTF-8. */
  public boolean isText() {
    return mediaType.endsWith("; charset=utf-8");
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
