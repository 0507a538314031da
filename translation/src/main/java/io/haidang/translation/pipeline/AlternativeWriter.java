package io.haidang.translation.pipeline;

import io.haidang.models.CallContext;
import io.haidang.models.GenerationOptions;
import io.haidang.models.ModelDescriptor.Capability;
import io.haidang.models.TextGenerator;
import io.haidang.translation.Excerpt;
import io.haidang.translation.SegmentAlternatives;
import io.haidang.translation.SimilarTranslations;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.TranslationContext;
import java.util.ArrayList;
import java.util.List;

/** Takes the next best outputs of a model's search, and of those the ones with all the names. */
final class AlternativeWriter implements SegmentAlternatives {

  private final TextGenerator generator;

  AlternativeWriter(TextGenerator generator) {
    this.generator = generator;
  }

  @Override
  public List<List<String>> alternatives(
      List<TranslatedSegment> written, TranslationContext context, int most, CallContext call) {
    if (!generator.descriptor().capabilities().contains(Capability.N_BEST)) {
      return NONE.alternatives(written, context, most, call);
    }
    SourcePreparation preparation =
        new SourcePreparation(context, generator.descriptor().termAnnotation());
    List<String> sources = written.stream().map(TranslatedSegment::source).toList();
    List<Prepared> prepared = sources.stream().map(preparation::prepare).toList();
    Writer writer =
        new Writer(
            generator,
            options(most + 1),
            context,
            preparation,
            call,
            new Hints(context, SimilarTranslations.NONE));
    List<List<Candidate>> candidates =
        writer.writeSeveral(Assignment.of(prepared, Excerpt.whole(sources)));
    List<List<String>> alternatives = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < prepared.size(); i++) {
      List<Candidate> own = prepared.get(i).translate() ? candidates.get(next++) : List.of();
      alternatives.add(others(prepared.get(i), own, written.get(i).target(), context, most));
    }
    return List.copyOf(alternatives);
  }

  private static GenerationOptions options(int outputs) {
    int beams = Math.max(GenerationOptions.DEFAULT.beams(), outputs);
    return GenerationOptions.DEFAULT.withBeams(beams).withHypotheses(outputs);
  }

  private static List<String> others(
      Prepared segment,
      List<Candidate> candidates,
      String written,
      TranslationContext context,
      int most) {
    return candidates.stream()
        .filter(candidate -> !candidate.needsRepair())
        .map(candidate -> segment.placed(candidate.text(), context.pair().target()).text())
        .distinct()
        .filter(text -> !text.equals(written))
        .limit(most)
        .toList();
  }
}
