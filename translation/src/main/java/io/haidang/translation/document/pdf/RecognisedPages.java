package io.haidang.translation.document.pdf;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was recognised lately, by the picture. A document is read again whenever its translation is
 * continued, shown or exported, and recognition takes seconds a page.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use.
 */
final class RecognisedPages {

  private static final int MOST = 400;

  private final Map<String, Tesseract.Page> pages = new LinkedHashMap<>(64, 0.75f, true);

  static String key(byte[] picture) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(picture));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  synchronized Optional<Tesseract.Page> find(String key) {
    return Optional.ofNullable(pages.get(key));
  }

  /** Forgets the page that was not asked for the longest. */
  synchronized void put(String key, Tesseract.Page page) {
    pages.put(key, page);
    if (pages.size() > MOST) {
      pages.remove(pages.keySet().iterator().next());
    }
  }
}
