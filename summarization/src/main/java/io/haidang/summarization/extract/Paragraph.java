package io.haidang.summarization.extract;

import io.haidang.summarization.StoryText;
import java.util.ArrayList;
import java.util.List;

/**
 * A text unit of the source.
 *
 * @param segments indices of its segments
 * @param texts of these, on one line each
 */
record Paragraph(List<Integer> segments, List<String> texts) {

  Paragraph {
    segments = List.copyOf(segments);
    texts = List.copyOf(texts);
  }

  static List<Paragraph> of(StoryText story) {
    List<Paragraph> paragraphs = new ArrayList<>();
    List<String> segments = story.segments();
    for (int i = 0; i < segments.size(); ) {
      List<Integer> own = new ArrayList<>();
      List<String> texts = new ArrayList<>();
      int unit = story.units().get(i);
      for (; i < segments.size() && story.units().get(i) == unit; i++) {
        String line = oneLine(segments.get(i));
        if (!line.isEmpty()) {
          own.add(i);
          texts.add(line);
        }
      }
      if (!own.isEmpty()) {
        paragraphs.add(new Paragraph(own, texts));
      }
    }
    return paragraphs;
  }

  String text() {
    return String.join(" ", texts);
  }

  /** Its sentences; a long one may have been cut into several segments. */
  List<OutlineSentence> sentences(int number) {
    List<OutlineSentence> sentences = new ArrayList<>();
    List<Integer> own = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < texts.size(); i++) {
      own.add(segments.get(i));
      text.append(text.isEmpty() ? "" : " ").append(texts.get(i));
      if (Furniture.endsSentence(texts.get(i)) || i == texts.size() - 1) {
        String whole = Furniture.withoutItemMark(text.toString());
        sentences.add(new OutlineSentence(whole, own, number, sentences.size()));
        own = new ArrayList<>();
        text.setLength(0);
      }
    }
    return sentences;
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("[\\s\\u00a0]+", " ");
  }
}
