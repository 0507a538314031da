package io.haidang.translation.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import io.haidang.translation.document.DocumentException.Reason;
import java.util.Map;
import java.util.Optional;

/** First bytes that no text begins with. */
final class Signature {

  static final String PACKAGE = "a zip package";

  /** The container of Office files before 2007, and of those with a password since. */
  private static final String COMPOUND = "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1";

  private static final Map<String, String> KNOWN =
      Map.of(
          "PK\u0003\u0004",
          PACKAGE,
          "%PDF-",
          "PDF",
          "\u0089PNG",
          "a PNG image",
          "\u00FF\u00D8\u00FF",
          "a JPEG image",
          "GIF8",
          "a GIF image",
          "{\\rtf",
          "RTF",
          "RIFF",
          "a media file",
          "\u001F\u008B",
          "a gzip archive",
          "Rar!",
          "a RAR archive");

  private static final byte[] ENCRYPTED_PACKAGE = "EncryptedPackage".getBytes(UTF_16LE);

  private Signature() {}

  /** What the content is for certain, in words; empty when it may be text. */
  static Optional<String> of(byte[] content) {
    String head = new String(content, 0, Math.min(content.length, 8), ISO_8859_1);
    return KNOWN.entrySet().stream()
        .filter(known -> head.startsWith(known.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** Refuses what no filter opens, whatever it is called. */
  static void refuseUnreadable(byte[] content) {
    if (content.length == 0) {
      throw new DocumentException(Reason.EMPTY, "document.size: 0 bytes (expected: a document)");
    }
    if (new String(content, 0, Math.min(content.length, 8), ISO_8859_1).equals(COMPOUND)) {
      throw contains(content, ENCRYPTED_PACKAGE)
          ? new DocumentException(
              Reason.ENCRYPTED, "document.content: encrypted (expected: one without a password)")
          : new DocumentException(
              Reason.UNSUPPORTED,
              "document.format: an Office file from before 2007 (expected: DOCX, PPTX or XLSX)");
    }
  }

  private static boolean contains(byte[] content, byte[] wanted) {
    for (int start = 0; start + wanted.length <= content.length; start++) {
      int matched = 0;
      while (matched < wanted.length && content[start + matched] == wanted[matched]) {
        matched++;
      }
      if (matched == wanted.length) {
        return true;
      }
    }
    return false;
  }
}
