package io.haidang.gateway.draft;

import io.haidang.translation.document.DocumentException;
import io.haidang.translation.document.DocumentException.Reason;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.FilterOptions;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A text as it is handed in, typed or as a file.
 *
 * @param fileName as the author's machine gave it, never trusted; empty when it was typed
 * @param declared what its author says it is; empty to look at name and content
 * @param options what of the document is read
 * @param bytes not modified once they are here
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
public record Upload(
    String fileName, Optional<DocumentFormat> declared, FilterOptions options, byte[] bytes) {

  /** A file whose format its name and content tell. */
  public static Upload file(String fileName, byte[] bytes) {
    return new Upload(fileName, Optional.empty(), FilterOptions.DEFAULT, bytes);
  }

  /** The same, of which something else is read. */
  public Upload with(FilterOptions chosen) {
    return new Upload(fileName, declared, chosen, bytes);
  }

  /**
   * A typed text.
   *
   * @throws DocumentException when it holds half a character
   */
  public static Upload text(DocumentFormat format, String text) {
    try {
      ByteBuffer utf8 = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      byte[] bytes = new byte[utf8.remaining()];
      utf8.get(bytes);
      return new Upload("", Optional.of(format), FilterOptions.DEFAULT, bytes);
    } catch (CharacterCodingException e) {
      throw new DocumentException(
          Reason.NOT_TEXT, "document.character: half a character (expected: text)");
    }
  }
}
