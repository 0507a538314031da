package io.haidang.gateway.engine;

import io.haidang.models.LanguagePair;
import io.haidang.models.SentenceSimilarity;
import io.haidang.translation.SegmentAlternatives;
import io.haidang.translation.SegmentTranslator;
import io.haidang.translation.pipeline.SegmentTranslators;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The models on this machine.
 *
 * @param translator picks the model by direction
 * @param alternatives other outputs of the same models
 * @param version of the model that serves a direction now; empty when none does
 * @param pairs directions that some model serves
 * @param similarity compares what any engine wrote with its source; empty when nothing can
 */
public record LocalEngine(
    SegmentTranslator translator,
    SegmentAlternatives alternatives,
    Function<LanguagePair, String> version,
    Set<LanguagePair> pairs,
    Optional<SentenceSimilarity> similarity) {

  /** The models themselves, whose segments tell how close they are in meaning. */
  public SegmentTranslator compared() {
    return comparing(translator);
  }

  /** The same translator, whose segments tell how close they are in meaning. */
  SegmentTranslator comparing(SegmentTranslator other) {
    return similarity.map(encoder -> SegmentTranslators.comparing(other, encoder)).orElse(other);
  }
}
