package io.haidang.summarization.form;

import io.haidang.glossary.TextSpan;
import io.haidang.summarization.Form;
import io.haidang.summarization.FormCandidate;
import io.haidang.summarization.FormOrigin;
import io.haidang.summarization.FormSentence;
import io.haidang.summarization.FormSentence.Role;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.check.Finding;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;

/**
 * A candidate and the translations of its prose.
 *
 * @param segments one for each prose sentence of the source
 */
record Translation(
    List<FormSentence> sentences, FormOrigin origin, List<TranslatedSegment> segments) {

  /** A prose sentence and its translation. */
  record Sentence(FormSentence source, TranslatedSegment segment) {}

  Translation {
    sentences = List.copyOf(sentences);
    segments = List.copyOf(segments);
  }

  static Translation of(FormCandidate source, List<TranslatedSegment> segments) {
    return new Translation(source.sentences(), source.origin(), segments);
  }

  /** The same with another wording of its only sentence, and what is still to be said of that. */
  Translation withTarget(String shorter) {
    TranslatedSegment segment = segments.get(0);
    List<Finding> findings =
        segment.findings().stream().filter(f -> stands(f, segment.target(), shorter)).toList();
    TranslatedSegment other =
        new TranslatedSegment(
            segment.source(),
            shorter,
            segment.confidence(),
            segment.similarity(),
            List.of(),
            findings,
            segment.provenance());
    return new Translation(sentences, origin, List.of(other));
  }

  private static boolean stands(Finding finding, String before, String after) {
    TextSpan place = finding.targetSpan();
    return place == null || after.startsWith(before.substring(0, place.end()));
  }

  /** The least of the translator's confidences; 0 when it does not tell. */
  double confidence() {
    return segments.stream()
        .mapToDouble(TranslatedSegment::confidence)
        .filter(confidence -> !Double.isNaN(confidence))
        .min()
        .orElse(0);
  }

  FormCandidate source() {
    return new FormCandidate(sentences, origin);
  }

  /** The rest when prose that meets a condition is taken out. */
  Translation without(Predicate<Sentence> wrong) {
    List<FormSentence> left = new ArrayList<>();
    List<TranslatedSegment> translated = new ArrayList<>();
    Iterator<TranslatedSegment> next = segments.iterator();
    for (FormSentence sentence : sentences) {
      if (!sentence.isProse()) {
        left.add(sentence);
        continue;
      }
      TranslatedSegment segment = next.next();
      if (!wrong.test(new Sentence(sentence, segment))) {
        left.add(sentence);
        translated.add(segment);
      }
    }
    return new Translation(left, origin, translated);
  }

  /** Whether so much is left that it still is what was asked for. */
  boolean isEnough(Form form) {
    long points = sentences.stream().filter(s -> s.role() == Role.POINT).count();
    boolean speaks = sentences.stream().anyMatch(s -> s.role() == Role.SENTENCE);
    return switch (form.kind()) {
      case POINTS -> points >= PointsShape.FEWEST;
      case HEADLINE -> !segments.isEmpty();
      case STANDFIRST, SUMMARY, ALT_TEXT, POST -> speaks;
    };
  }
}
