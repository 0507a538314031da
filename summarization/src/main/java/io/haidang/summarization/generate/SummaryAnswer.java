package io.haidang.summarization.generate;

import com.fasterxml.jackson.databind.JsonNode;
import io.haidang.models.ModelJson;
import io.haidang.summarization.Form;
import io.haidang.summarization.FormSentence;
import io.haidang.summarization.FormSentence.Role;
import io.haidang.summarization.extract.OutlineSentence;
import io.haidang.summarization.extract.Syllables;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads what a model answered, as strictly as it was told to write it: a sentence that names no
 * source, or one that was not asked about, spoils the whole answer.
 */
final class SummaryAnswer {

  private static final int MAX_CHARACTERS = 50_000;
  private static final int MAX_DEPTH = 5;

  /** The share of a sentence's words that its sources have too. */
  private static final double FEWEST_TOLD = 0.5;

  private static final ModelJson JSON = new ModelJson(MAX_CHARACTERS, MAX_DEPTH);

  private SummaryAnswer() {}

  /**
   * The sentences, tied to the segments of those that they came from; none of an unusable answer.
   */
  static List<FormSentence> read(String answer, Form form, List<OutlineSentence> sources) {
    return JSON.read(answer)
        .map(tree -> sentences(tree.path("sentences"), form, sources))
        .orElse(List.of());
  }

  private static List<FormSentence> sentences(
      JsonNode list, Form form, List<OutlineSentence> sources) {
    List<FormSentence> sentences = new ArrayList<>();
    for (JsonNode sentence : list) {
      String text = sentence.path("text").asText("").strip().replaceAll("\\s*\\R\\s*", " ");
      List<Integer> segments = segments(sentence.path("from"), sources);
      if (!ModelJson.isText(text) || segments.isEmpty() || !isTold(text, segments, sources)) {
        return List.of();
      }
      sentences.add(new FormSentence(text, segments, role(form)));
    }
    return sentences;
  }

  private static List<Integer> segments(JsonNode from, List<OutlineSentence> sources) {
    TreeSet<Integer> segments = new TreeSet<>();
    for (JsonNode id : from) {
      int known = known(id.asText(""), sources.size());
      if (known < 0) {
        return List.of();
      }
      segments.addAll(sources.get(known).segments());
    }
    return List.copyOf(segments);
  }

  private static int known(String id, int sources) {
    for (int i = 0; i < sources; i++) {
      if (SummaryPrompt.id(i).equals(id)) {
        return i;
      }
    }
    return -1;
  }

  /** Facts are judged by the gate; this refuses what has little to do with its sources at all. */
  private static boolean isTold(
      String text, List<Integer> segments, List<OutlineSentence> sources) {
    Set<String> told = new HashSet<>();
    sources.stream()
        .filter(source -> segments.containsAll(source.segments()))
        .forEach(source -> told.addAll(Syllables.of(source.text())));
    List<String> words = Syllables.of(text);
    return words.stream().filter(told::contains).count() >= FEWEST_TOLD * words.size();
  }

  private static Role role(Form form) {
    return switch (form.kind()) {
      case HEADLINE -> Role.TITLE;
      case POINTS -> Role.POINT;
      case STANDFIRST, SUMMARY, ALT_TEXT, POST -> Role.SENTENCE;
    };
  }
}
