package io.haidang.gateway.draft;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.translation.document.DocumentException;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.DocumentFormats;
import io.haidang.translation.document.SegmentedDocument;
import java.util.Locale;

/** Reads what is handed in, before anything of it is kept. */
public final class Uploads {

  private static final int MAX_NAME = 100;

  private Uploads() {}

  /**
   * What a file or a typed text is.
   *
   * @throws GatewayException with the {@link #code} of the reason when it is none that can be read
   */
  public static DocumentFormat format(Upload upload) {
    try {
      return upload
          .declared()
          .orElseGet(() -> DocumentFormats.detect(name(upload), upload.bytes()));
    } catch (DocumentException e) {
      throw refused(e);
    }
  }

  /**
   * The text in segments.
   *
   * @throws GatewayException with the {@link #code} of the reason when it is refused
   */
  public static SegmentedDocument read(Upload upload, DocumentFormat format, Locale language) {
    try {
      return SegmentedDocument.read(format, upload.bytes(), language, upload.options());
    } catch (DocumentException e) {
      throw refused(e);
    }
  }

  private static GatewayException refused(DocumentException e) {
    return new GatewayException(code(e.reason()), String.valueOf(e.getMessage()));
  }

  /** The error that a user is told for a document that is refused. */
  public static ErrorCode code(DocumentException.Reason reason) {
    return switch (reason) {
      case EMPTY -> ErrorCode.EMPTY_TEXT;
      case TOO_LARGE -> ErrorCode.TEXT_TOO_LARGE;
      case NOT_TEXT -> ErrorCode.NOT_TEXT;
      case TOO_DEEP -> ErrorCode.TOO_DEEP;
      case UNSUPPORTED -> ErrorCode.UNSUPPORTED_FORMAT;
      case MISLABELLED -> ErrorCode.MISLABELLED_FILE;
      case ENCRYPTED -> ErrorCode.ENCRYPTED_FILE;
      case MACROS -> ErrorCode.FILE_WITH_MACROS;
      case DAMAGED -> ErrorCode.DAMAGED_FILE;
      case UNSAFE -> ErrorCode.UNSAFE_FILE;
      case TRACKED_CHANGES -> ErrorCode.TRACKED_CHANGES;
      case SCANNED -> ErrorCode.SCANNED_PAGES;
    };
  }

  /** The name of a file without folders, fit to be kept and shown; its end when it is too long. */
  public static String name(Upload upload) {
    String given = upload.fileName();
    String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    String clean =
        last.codePoints()
            .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString()
            .strip();
    return clean.codePointCount(0, clean.length()) <= MAX_NAME
        ? clean
        : clean.substring(clean.offsetByCodePoints(clean.length(), -MAX_NAME));
  }
}
