package io.haidang.translation.fact;

import io.haidang.glossary.TextSpan;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A text in composed form that knows where its parts stood in the text as given. Immutable. */
final class NfcText {

  private final String text;
  private final int @Nullable [] origins;

  private NfcText(String text, int @Nullable [] origins) {
    this.text = text;
    this.origins = origins;
  }

  static NfcText of(String given) {
    return Normalizer.isNormalized(given, Form.NFC) ? new NfcText(given, null) : composed(given);
  }

  private static NfcText composed(String given) {
    StringBuilder text = new StringBuilder(given.length());
    int[] origins = new int[3 * given.length() + 1];
    int at = 0;
    while (at < given.length()) {
      int end = given.offsetByCodePoints(at, 1);
      while (end < given.length() && isMark(given.codePointAt(end))) {
        end = given.offsetByCodePoints(end, 1);
      }
      String cluster = Normalizer.normalize(given.substring(at, end), Form.NFC);
      origins = Arrays.copyOf(origins, Math.max(origins.length, text.length() + cluster.length()));
      Arrays.fill(origins, text.length(), text.length() + cluster.length(), at);
      text.append(cluster);
      at = end;
    }
    origins = Arrays.copyOf(origins, text.length() + 1);
    origins[text.length()] = given.length();
    return new NfcText(text.toString(), origins);
  }

  private static boolean isMark(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  String text() {
    return text;
  }

  /** A range of this text as one of the text as given. */
  TextSpan given(int start, int end) {
    return origins == null ? new TextSpan(start, end) : new TextSpan(origins[start], origins[end]);
  }
}
