package io.haidang.models.remote;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Two lines around the document's text that the text cannot write itself: their mark is drawn anew
 * for each call, and inside all text is JSON without a line break or an angle bracket, so that
 * neither the fence nor the control tokens of a chat template can be imitated.
 *
 * @param mark 128 random bits in hex
 */
record DataFence(String mark) {

  private static final SecureRandom RANDOM = new SecureRandom();

  static DataFence random() {
    byte[] bits = new byte[16];
    RANDOM.nextBytes(bits);
    return new DataFence(HexFormat.of().formatHex(bits));
  }

  /** The message; {@code json} is left as data, with angle brackets escaped. */
  String around(String json) {
    String data = json.replace("<", "\\u003c").replace(">", "\\u003e");
    return "<data " + mark + ">\n" + data + "\n</data " + mark + ">";
  }

  /** Whether an answer shows the mark, as only one that has left its task does. */
  boolean leakedInto(String text) {
    return text.contains(mark);
  }
}
