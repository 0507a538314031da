package io.haidang.summarization.length;

import com.ibm.icu.text.BreakIterator;
import java.util.Locale;

/**
 * What the length of a text is counted in.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use.
 */
public enum LengthUnit {
  /** Unicode code points of the text in NFC, as most platforms and style guides count. */
  CHARACTERS {
    @Override
    public int of(String text) {
      String composed = XWeight.composed(text);
      return composed.codePointCount(0, composed.length());
    }
  },
  /** User-perceived characters: extended grapheme clusters of UAX #29. */
  GRAPHEMES {
    @Override
    public int of(String text) {
      return count(BreakIterator.getCharacterInstance(Locale.ROOT), text);
    }
  },
  /** The weighted length of twitter-text, configuration 3. */
  X_WEIGHT {
    @Override
    public int of(String text) {
      return XWeight.of(text);
    }
  },
  /**
   * What stands between spaces and holds a letter or a digit: English words, and Vietnamese
   * syllables, which is what Vietnamese word processors and newsrooms count.
   */
  WORDS {
    @Override
    public int of(String text) {
      int words = 0;
      for (String part : text.split("[\\s\\u00a0]+", -1)) {
        words += part.codePoints().anyMatch(Character::isLetterOrDigit) ? 1 : 0;
      }
      return words;
    }
  };

  /** The length of {@code text}, 0 or more. */
  public abstract int of(String text);

  private static int count(BreakIterator breaks, String text) {
    breaks.setText(text);
    int count = 0;
    while (breaks.next() != BreakIterator.DONE) {
      count++;
    }
    return count;
  }
}
