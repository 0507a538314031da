package io.haidang.translation.pipeline;

import io.haidang.models.CallContext;
import io.haidang.models.SentenceSimilarity;
import io.haidang.translation.Excerpt;
import io.haidang.translation.SegmentTranslator;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.check.Finding;
import io.haidang.translation.check.Severity;
import io.haidang.translation.document.InlineCodes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Compares what another translator wrote with its source, by meaning. */
final class ComparingTranslator implements SegmentTranslator {

  static final String CHECK = "low-similarity";

  /** Headings and names say too little to be compared. */
  private static final int FEWEST_WORDS = 5;

  private final SegmentTranslator translator;
  private final SentenceSimilarity similarity;

  ComparingTranslator(SegmentTranslator translator, SentenceSimilarity similarity) {
    this.translator = translator;
    this.similarity = similarity;
  }

  @Override
  public List<TranslatedSegment> translate(
      Excerpt excerpt, TranslationContext context, CallContext call) {
    List<TranslatedSegment> segments = translator.translate(excerpt, context, call);
    if (!similarity.serves(context.pair())) {
      return segments;
    }
    List<Integer> places =
        IntStream.range(0, segments.size())
            .filter(place -> isComparable(segments.get(place)))
            .boxed()
            .toList();
    List<Double> similarities =
        similarity.compare(
            places.stream().map(place -> InlineCodes.strip(segments.get(place).source())).toList(),
            places.stream().map(place -> InlineCodes.strip(segments.get(place).target())).toList());
    List<TranslatedSegment> compared = new ArrayList<>(segments);
    for (int i = 0; i < places.size(); i++) {
      int place = places.get(i);
      compared.set(place, with(segments.get(place), similarities.get(i)));
    }
    return List.copyOf(compared);
  }

  /** An empty target and one that repeats the source have findings of their own. */
  private static boolean isComparable(TranslatedSegment segment) {
    String source = InlineCodes.strip(segment.source());
    return source.strip().split("\\s+", FEWEST_WORDS).length == FEWEST_WORDS
        && !segment.target().isBlank()
        && !source.equals(InlineCodes.strip(segment.target()));
  }

  private static TranslatedSegment with(TranslatedSegment segment, double similarity) {
    List<Finding> findings = new ArrayList<>(segment.findings());
    if (similarity < TranslatedSegment.LOW_SIMILARITY) {
      String detail = String.format(Locale.ROOT, "meanings agree by %.2f only", similarity);
      findings.add(new Finding(CHECK, Severity.WARNING, null, null, "", detail));
      findings.sort(Comparator.comparing(Finding::severity));
    }
    return segment.withSimilarity(similarity, findings);
  }
}
