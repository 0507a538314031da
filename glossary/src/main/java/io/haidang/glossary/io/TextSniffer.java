package io.haidang.glossary.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Finds out from its beginning how a text file is encoded and what stands between its cells. */
final class TextSniffer {

  private static final int SAMPLE = 1 << 14;
  private static final String DELIMITERS = "\t;,|";

  private final Charset charset;
  private final int markLength;
  private final char delimiter;

  private TextSniffer(byte[] sample, int length) {
    charset = charset(sample, length);
    markLength = markLength(sample, length);
    delimiter = delimiter(new String(sample, markLength, length - markLength, charset));
  }

  /** A stream from which the beginning can be read and given back. */
  static PushbackInputStream rewindable(InputStream in) {
    return new PushbackInputStream(in, SAMPLE);
  }

  /** Looks at the beginning and leaves the stream behind a byte order mark. */
  static TextSniffer sniff(PushbackInputStream in) throws IOException {
    byte[] sample = new byte[SAMPLE];
    int length = in.readNBytes(sample, 0, SAMPLE);
    TextSniffer sniffer = new TextSniffer(sample, length);
    in.unread(sample, sniffer.markLength, length - sniffer.markLength);
    return sniffer;
  }

  Charset charset() {
    return charset;
  }

  char delimiter() {
    return delimiter;
  }

  private static int markLength(byte[] sample, int length) {
    if (startsWith(sample, length, 0xEF, 0xBB, 0xBF)) {
      return 3;
    }
    return startsWith(sample, length, 0xFE, 0xFF) || startsWith(sample, length, 0xFF, 0xFE) ? 2 : 0;
  }

  private static Charset charset(byte[] sample, int length) {
    if (startsWith(sample, length, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16BE;
    }
    if (startsWith(sample, length, 0xFF, 0xFE)) {
      return StandardCharsets.UTF_16LE;
    }
    return withoutMark(sample, length);
  }

  /** Every second byte of a header in UTF-16 is zero; no byte of a text in UTF-8 is. */
  private static Charset withoutMark(byte[] sample, int length) {
    int evenZeros = 0;
    int oddZeros = 0;
    for (int i = 0; i < length; i++) {
      if (sample[i] == 0) {
        evenZeros += i % 2 == 0 ? 1 : 0;
        oddZeros += i % 2;
      }
    }
    int many = Math.max(1, length / 10);
    if (evenZeros >= many && oddZeros == 0) {
      return StandardCharsets.UTF_16BE;
    }
    return oddZeros >= many && evenZeros == 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
  }

  private static boolean startsWith(byte[] sample, int length, int... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (i >= length || (sample[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /** What occurs most in the header, outside of quotes. */
  private static char delimiter(String text) {
    int[] counts = new int[DELIMITERS.length()];
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (sign == '"') {
        quoted = !quoted;
      } else if (!quoted && (sign == '\n' || sign == '\r')) {
        break;
      } else if (!quoted && DELIMITERS.indexOf(sign) >= 0) {
        counts[DELIMITERS.indexOf(sign)]++;
      }
    }
    int most = DELIMITERS.indexOf(',');
    for (int i = 0; i < counts.length; i++) {
      most = counts[i] > counts[most] ? i : most;
    }
    return DELIMITERS.charAt(most);
  }
}
