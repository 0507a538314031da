package io.haidang.translation.pipeline;

import io.haidang.glossary.enforce.TermPlan;
import io.haidang.translation.document.CodedText;
import java.util.Locale;

/**
 * A segment on its way to the model.
 *
 * @param source as given
 * @param lead list number or bullet in front, kept as it is
 * @param core what the model sees
 * @param tail punctuation behind, kept as it is
 * @param capitals whether the source was all capitals and the output has to be
 * @param replaced whether characters had to be replaced that mean something to the model
 * @param translate whether there is anything to translate
 * @param plan official names of the core
 */
record Prepared(
    CodedText source,
    String lead,
    String core,
    String tail,
    boolean capitals,
    boolean replaced,
    boolean translate,
    TermPlan plan) {

  /** The core of the segment in the target language, with capitals where they belong. */
  String cased(String written, Locale target) {
    return capitals ? written.toUpperCase(target) : written;
  }

  /** The whole segment in the target language, its inline codes put back. */
  CodePlacement.Placed placed(String written, Locale target) {
    return CodePlacement.place(source, lead + cased(written, target) + tail, plan);
  }
}
