package io.haidang.summarization.rewrite;

import java.time.LocalDate;
import java.util.Locale;

/**
 * What is to be done with texts.
 *
 * @param language of the texts, before and after
 * @param extent how much may change
 * @param manner how they are to sound; of no effect on corrections
 * @param textDate decides between official names that share a wording
 */
public record RewriteTask(Locale language, Extent extent, Manner manner, LocalDate textDate) {

  /** How much of a text may change. */
  public enum Extent {
    /** Mistakes of spelling, grammar and punctuation, and nothing else. */
    CORRECT,
    /** Words and order of sentences, not what they state. */
    REPHRASE
  }
}
