package io.haidang.gateway.review;

import io.haidang.summarization.Summary;
import io.haidang.summarization.Summary.Sentence;
import java.util.List;
import java.util.stream.Collectors;

/** The same summary in the other language: the translations of the segments it was made from. */
final class SummaryTranslation {

  private SummaryTranslation() {}

  static Summary of(Summary source, List<String> translations) {
    return new Summary(
        translated(source.headline(), translations),
        translated(source.standfirst(), translations),
        source.keyPoints().stream().map(point -> translated(point, translations)).toList());
  }

  private static Sentence translated(Sentence sentence, List<String> translations) {
    String text =
        sentence.segments().stream().map(translations::get).collect(Collectors.joining(" "));
    return new Sentence(text, sentence.segments());
  }
}
