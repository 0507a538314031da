package io.haidang.models.tokenizer;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Joins pieces as SentencePiece's {@code DecodePieces} and Transformers do. */
final class PieceText {

  private static final Pattern BYTE = Pattern.compile("<0x([0-9A-F]{2})>");
  private static final char REPLACEMENT = '\uFFFD';

  private final StringBuilder text = new StringBuilder();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private PieceText() {}

  /** The text of pieces without space around it; a byte that is no UTF-8 becomes U+FFFD. */
  static String of(List<String> pieces) {
    PieceText joined = new PieceText();
    pieces.forEach(joined::add);
    joined.endBytes();
    return joined.text.toString().strip();
  }

  private void add(String piece) {
    Matcher matcher = BYTE.matcher(piece);
    if (matcher.matches()) {
      bytes.write(Integer.parseInt(matcher.group(1), 16));
      return;
    }
    endBytes();
    boolean leading = text.length() == 0 && piece.indexOf(Tokenizer.WORD_START) == 0;
    text.append(piece.substring(leading ? 1 : 0).replace(Tokenizer.WORD_START, ' '));
  }

  private void endBytes() {
    byte[] all = bytes.toByteArray();
    bytes.reset();
    for (int at = 0; at < all.length; ) {
      int length = Math.min(length(all[at]), all.length - at);
      try {
        text.append(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(all, at, length)));
        at += length;
      } catch (CharacterCodingException e) {
        text.append(REPLACEMENT);
        at++;
      }
    }
  }

  /** Bytes of the character that begins with this one. */
  private static int length(byte lead) {
    int ones = Integer.numberOfLeadingZeros(~lead << 24);
    return Math.max(1, Math.min(ones, 4));
  }
}
