package io.haidang.summarization.form;

import io.haidang.summarization.Form;
import io.haidang.summarization.FormCandidate;
import io.haidang.summarization.FormSentence;
import io.haidang.summarization.FormSentence.Role;
import io.haidang.translation.TranslatedSegment;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;

/**
 * A candidate and the translations of its prose.
 *
 * @param segments one for each prose sentence of the source
 */
record Translation(List<FormSentence> sentences, String origin, List<TranslatedSegment> segments) {

  /** A prose sentence and its translation. */
  record Sentence(FormSentence source, TranslatedSegment segment) {}

  Translation {
    sentences = List.copyOf(sentences);
    segments = List.copyOf(segments);
  }

  static Translation of(FormCandidate source, List<TranslatedSegment> segments) {
    return new Translation(source.sentences(), source.origin(), segments);
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
