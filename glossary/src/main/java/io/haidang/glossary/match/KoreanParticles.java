package io.haidang.glossary.match;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/** Korean writes particles to the end of a noun: 베트남은 is 베트남 with a topic marker. */
final class KoreanParticles {

  private static final int LONGEST = 4;

  private static final Set<String> PARTICLES =
      Set.of(
          "은", "는", "이", "가", "을", "를", "의", "에", "와", "과", "도", "만", "로", "으로", "에서", "에게", "에는",
          "에도", "까지", "부터", "보다", "처럼", "이나", "이다", "과의", "와의", "에서는", "에서도", "으로부터", "로부터");

  private KoreanParticles() {}

  static boolean isHangul(char unit) {
    return unit >= 0x1100 && UnicodeScript.of(unit) == UnicodeScript.HANGUL;
  }

  /** Whether what follows a noun up to the end of the word is a particle. */
  static boolean follow(NormalizedText text, int from) {
    StringBuilder rest = new StringBuilder(LONGEST);
    for (int i = from; i < text.length() && rest.length() <= LONGEST; i++) {
      if (!isHangul(text.unit(i))) {
        break;
      }
      rest.append(text.unit(i));
    }
    return PARTICLES.contains(rest.toString());
  }
}
