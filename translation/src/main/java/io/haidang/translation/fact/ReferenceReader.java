package io.haidang.translation.fact;

import java.util.regex.Pattern;

/**
 * Numbers of documents ("12/NQ-TW", "34/2025/QĐ-UBND") and telephones, addresses of pages and
 * mailboxes. The same in every language. Immutable.
 */
final class ReferenceReader implements FactReader {

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:https?://|www\\.)[^\\s<>\"'“”‘’()\\[\\]{}‹›]*[^\\s<>\"'“”‘’()\\[\\]{}‹›.,;:!?]"
              + "|(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+){1,5}"
              + "|(?<![\\p{L}\\p{N}@.])(?:[a-z0-9-]+\\.){1,5}(?:vn|com|org|net|gov|edu|info|io|int)(?:/[^\\s<>\"'“”‘’()]*[^\\s<>\"'“”‘’().,;:!?])?(?![\\p{L}\\p{N}])");

  /** What every address has. */
  private static final Pattern SIGN = Pattern.compile("[@/]|\\.[a-z]");

  private static final Pattern DOCUMENT =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}/])\\d{1,6}(?:[-–]|/\\d{4}/|/)(?=[\\p{Lu}\\d-]{0,20}\\p{Lu})[\\p{Lu}\\d]+(?:[-–/][\\p{Lu}\\d]+){0,5}(?![\\p{Ll}])");
  private static final Pattern PHONE =
      Pattern.compile(
          "(?<![\\p{L}\\d.,/])(?:\\(?\\+\\d{1,3}\\)?|\\(0\\d{1,3}\\)|0\\d{1,3})[ .-]?(?:\\d[ .-]?){6,11}(?<=\\d)(?![\\d%]|[.,]\\d)");

  @Override
  public void read(Scan scan) {
    if (SIGN.matcher(scan.text()).find()) {
      readAddresses(scan);
    }
    if (scan.hasFigure()) {
      readNumbers(scan);
    }
  }

  private static void readAddresses(Scan scan) {
    DateScan.each(
        ADDRESS, scan, (m, s) -> s.add(FactKind.REFERENCE, m.group(), m.start(), m.end()));
  }

  private static void readNumbers(Scan scan) {
    DateScan.each(
        DOCUMENT,
        scan,
        (m, s) -> s.add(FactKind.REFERENCE, m.group().replace('–', '-'), m.start(), m.end()));
    DateScan.each(
        PHONE,
        scan,
        (m, s) ->
            s.add(FactKind.REFERENCE, m.group().replaceAll("[^\\d+]", ""), m.start(), m.end()));
  }
}
