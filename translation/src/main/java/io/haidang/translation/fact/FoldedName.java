package io.haidang.translation.fact;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names without diacritics and capitals, so that "Lạch Huyện" and "Lach Huyen" are one. */
public final class FoldedName {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern VIETNAMESE_SYLLABLE =
      Pattern.compile(
          "(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?"
              + "(?:uyen|uyet|[aeiouy]|ai|ao|au|ay|eo|eu|ia|ie|ieu|iu|oa|oai|oay|oe|oi|oo|ua|ue|ui"
              + "|uo|uoi|uou|uu|uy|uya|uye|ye|yeu|uyu|uau|uay)"
              + "(?:ch|ng|nh|[cmnpt])?");

  private FoldedName() {}

  /** Small, without diacritics, words parted by one space. */
  public static String of(String name) {
    return NO_WORD.matcher(bare(name).toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }

  /** The same letters and capitals without diacritics: "Lach Huyen". */
  public static String bare(String name) {
    String apart = Normalizer.normalize(name, Normalizer.Form.NFD);
    return MARKS.matcher(apart).replaceAll("").replace('đ', 'd').replace('Đ', 'D');
  }

  /** Whether every word of a folded name is built like a Vietnamese syllable. */
  public static boolean isVietnamese(String folded) {
    for (String word : folded.split(" ", -1)) {
      if (!VIETNAMESE_SYLLABLE.matcher(word).matches()) {
        return false;
      }
    }
    return true;
  }
}
