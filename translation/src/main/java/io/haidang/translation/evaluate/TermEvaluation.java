package io.haidang.translation.evaluate;

import io.haidang.glossary.Glossary;
import io.haidang.glossary.GlossaryRelease;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.models.CallContext;
import io.haidang.models.LanguagePair;
import io.haidang.translation.SegmentTranslator;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.TranslationContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Has a translator translate sentences with known names, each as a document of its own, and looks
 * at what became of the names.
 *
 * <p><b>Thread-safety:</b> as the translator. <b>Blocking:</b> as long as the translation takes.
 */
public final class TermEvaluation {

  private static final TermEnforcer NO_NAMES =
      new TermEnforcer(Glossary.of(new GlossaryRelease("none"), List.of()));

  private final SegmentTranslator translator;
  private final LanguagePair pair;
  private final Glossary official;
  private final TermEnforcer officialNames;
  private final RandomNames random;

  /**
   * An evaluation.
   *
   * @param official the list that decides what is right
   */
  public TermEvaluation(SegmentTranslator translator, LanguagePair pair, Glossary official) {
    this.translator = translator;
    this.pair = pair;
    this.official = official;
    this.officialNames = new TermEnforcer(official);
    this.random = new RandomNames(official, pair);
  }

  /**
   * Translates {@code sentences}, in their order.
   *
   * @param progress told how many sentences are done
   * @throws io.haidang.models.ModelException when the engine fails
   */
  public List<SentenceOutcome> run(
      List<EvaluationSentence> sentences, TermMode mode, CallContext call, IntConsumer progress) {
    List<SentenceOutcome> outcomes = new ArrayList<>();
    for (EvaluationSentence sentence : sentences) {
      outcomes.add(translate(sentence, mode, call));
      progress.accept(outcomes.size());
    }
    return outcomes;
  }

  private SentenceOutcome translate(EvaluationSentence sentence, TermMode mode, CallContext call) {
    TermEnforcer names = names(sentence, mode);
    TranslatedSegment segment =
        translator
            .translate(
                List.of(sentence.source()),
                new TranslationContext(pair, sentence.date(), names),
                call)
            .get(0);
    return SentenceOutcome.of(sentence, segment, official, names.glossary(), pair.target());
  }

  private TermEnforcer names(EvaluationSentence sentence, TermMode mode) {
    return switch (mode) {
      case NONE -> NO_NAMES;
      case PROPER -> officialNames;
      case RANDOM -> new TermEnforcer(random.dealTo(sentence));
    };
  }
}
