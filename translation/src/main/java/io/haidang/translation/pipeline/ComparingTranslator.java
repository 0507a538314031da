package io.haidang.translation.pipeline;

import io.haidang.models.CallContext;
import io.haidang.models.SentenceSimilarity;
import io.haidang.translation.Excerpt;
import io.haidang.translation.SegmentTranslator;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.check.Finding;
import io.haidang.translation.check.Severity;
import io.haidang.translation.document.CodedText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

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
    List<TranslatedSegment> compared =
        segments.stream().filter(ComparingTranslator::isComparable).toList();
    Iterator<Double> similarities =
        similarity
            .compare(
                compared.stream().map(segment -> plain(segment.source())).toList(),
                compared.stream().map(segment -> plain(segment.target())).toList())
            .iterator();
    return segments.stream()
        .map(segment -> isComparable(segment) ? with(segment, similarities.next()) : segment)
        .toList();
  }

  /** An empty target and one that repeats the source have findings of their own. */
  private static boolean isComparable(TranslatedSegment segment) {
    String source = plain(segment.source());
    return source.strip().split("\\s+", FEWEST_WORDS).length == FEWEST_WORDS
        && !segment.target().isBlank()
        && !source.equals(plain(segment.target()));
  }

  private static String plain(String coded) {
    return CodedText.parse(coded).plain();
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
