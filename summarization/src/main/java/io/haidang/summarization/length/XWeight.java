package io.haidang.summarization.length;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.Normalizer2;
import java.util.List;
import java.util.Locale;

/**
 * Counts as X does: twitter-text, configuration version 3. The text is composed (NFC); an address
 * weighs 23, an emoji sequence 2, a code point of the Latin and most other alphabetic blocks and of
 * general punctuation 1, every other 2. The letters of Vietnamese with a tone mark on a marked
 * vowel (U+1EA0 to U+1EF9) are among those that weigh 2.
 */
final class XWeight {

  private static final int LINK = 23;
  private static final int EMOJI = 2;
  private static final char EMOJI_STYLE = '\ufe0f';
  private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

  private XWeight() {}

  static String composed(String text) {
    return NFC.normalize(text);
  }

  static int of(String text) {
    String composed = composed(text);
    int weight = 0;
    int start = 0;
    for (Links.Link link : Links.in(composed)) {
      weight += plain(composed.substring(start, link.start())) + LINK;
      start = link.end();
    }
    return weight + plain(composed.substring(start));
  }

  private static int plain(String text) {
    BreakIterator clusters = BreakIterator.getCharacterInstance(Locale.ROOT);
    clusters.setText(text);
    int weight = 0;
    int start = 0;
    for (int end = clusters.next(); end != BreakIterator.DONE; end = clusters.next()) {
      weight += cluster(text.substring(start, end));
      start = end;
    }
    return weight;
  }

  /** Takes the longest emoji sequence at each place, else one code point. */
  private static int cluster(String cluster) {
    int weight = 0;
    int start = 0;
    while (start < cluster.length()) {
      int emoji = emojiEnd(cluster, start);
      if (emoji > start) {
        weight += EMOJI;
        start = emoji;
      } else {
        int codePoint = cluster.codePointAt(start);
        weight += isLight(codePoint) ? 1 : 2;
        start += Character.charCount(codePoint);
      }
    }
    return weight;
  }

  private static int emojiEnd(String cluster, int start) {
    for (int end = cluster.length(); end > start; end = cluster.offsetByCodePoints(end, -1)) {
      if (isEmoji(cluster.substring(start, end))) {
        return end;
      }
    }
    return start;
  }

  private static boolean isEmoji(String text) {
    int first = text.codePointAt(0);
    boolean single = text.length() == Character.charCount(first);
    return single
        ? UCharacter.hasBinaryProperty(first, UProperty.EMOJI_PRESENTATION)
        : UCharacter.hasBinaryProperty(text, UProperty.RGI_EMOJI)
            || UCharacter.hasBinaryProperty(withStyle(text), UProperty.RGI_EMOJI)
            || isStyled(text, first);
  }

  /** Some write a sequence without the mark that asks for the coloured form. */
  private static String withStyle(String text) {
    return text.codePoints()
        .mapToObj(XWeight::styled)
        .collect(java.util.stream.Collectors.joining())
        .replace("\ufe0f\ufe0f", "\ufe0f");
  }

  private static String styled(int codePoint) {
    boolean asks =
        UCharacter.hasBinaryProperty(codePoint, UProperty.EMOJI)
            && !UCharacter.hasBinaryProperty(codePoint, UProperty.EMOJI_PRESENTATION)
            && !UCharacter.hasBinaryProperty(codePoint, UProperty.EMOJI_MODIFIER);
    return Character.toString(codePoint) + (asks ? EMOJI_STYLE : "");
  }

  private static boolean isStyled(String text, int first) {
    return text.length() == Character.charCount(first) + 1
        && text.charAt(text.length() - 1) == EMOJI_STYLE
        && UCharacter.hasBinaryProperty(first, UProperty.EMOJI);
  }

  private record Range(int first, int last) {}

  private static final List<Range> LIGHT =
      List.of(
          new Range(0, 4351), new Range(8192, 8205), new Range(8208, 8223), new Range(8242, 8247));

  private static boolean isLight(int codePoint) {
    return LIGHT.stream().anyMatch(r -> codePoint >= r.first() && codePoint <= r.last());
  }
}
