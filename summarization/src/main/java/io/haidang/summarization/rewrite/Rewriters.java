package io.haidang.summarization.rewrite;

import io.haidang.glossary.Glossary;
import io.haidang.models.InstructedModel;
import java.util.function.Supplier;

/** Makes rewriters. */
public final class Rewriters {

  private Rewriters() {}

  /**
   * Lets a model that follows instructions word texts. It is given them as data behind a fence;
   * what it writes is taken only if it states every figure, date, official name and "not" of the
   * text, and no other.
   *
   * @param model stays the caller's to close
   * @param names official names in force
   */
  public static Rewriter instructed(InstructedModel model, Supplier<Glossary> names) {
    return new InstructedRewriter(model, new SameFacts(names));
  }
}
