package io.haidang.glossary.enforce;

import io.haidang.glossary.Glossary;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * Decides which official names a translation must contain, and verifies it.
 *
 * <p><b>Thread-safety:</b> immutable. <b>Blocking:</b> no I/O.
 */
public final class TermEnforcer {

  private final Glossary glossary;

  public TermEnforcer(Glossary glossary) {
    this.glossary = glossary;
  }

  /** The snapshot this enforcer works from. */
  public Glossary glossary() {
    return glossary;
  }

  /**
   * The names in {@code text} and how the target has to write them.
   *
   * @param text one segment of the source
   * @param source its language
   * @param target language of the translation
   * @param textDate the date of the text, which decides which names are official
   */
  public TermPlan plan(String text, Locale source, Locale target, LocalDate textDate) {
    throw new UnsupportedOperationException();
  }

  /**
   * What is wrong with {@code translation}: required names that are missing (counted, so a name
   * required twice must appear twice) and forbidden wordings, beside the findings of the plan.
   */
  public List<TermFinding> verify(TermPlan plan, String translation) {
    throw new UnsupportedOperationException();
  }
}
