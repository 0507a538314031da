package io.haidang.summarization.post;

import com.ibm.icu.text.BreakIterator;
import io.haidang.summarization.Form;
import java.util.Locale;

/** What a reader sees of a post before asking for more. */
public final class FoldPreview {

  private FoldPreview() {}

  /**
   * The visible part: all of it when it fits or when the platform hides nothing, else what stands
   * before the fold, without half a word, with "…" behind it.
   */
  public static String of(Form form, String text) {
    if (form.fold() == 0 || text.codePointCount(0, text.length()) <= form.fold()) {
      return text;
    }
    int end = text.offsetByCodePoints(0, form.fold());
    BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
    words.setText(text);
    int cut = words.isBoundary(end) ? end : words.preceding(end);
    return text.substring(0, Math.max(0, cut)).stripTrailing() + "…";
  }
}
