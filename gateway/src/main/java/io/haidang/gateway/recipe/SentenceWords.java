package io.haidang.gateway.recipe;

import io.haidang.translation.document.InlineCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Tells which sentences of a text some words come from that say the same in other pieces, when
 * these are asked for from the first to the last. Not thread-safe.
 */
final class SentenceWords {

  private final List<String> sentences;
  private final List<Integer> owners = new ArrayList<>();
  private int next;

  private SentenceWords(List<String> sentences) {
    this.sentences = sentences;
    for (int i = 0; i < sentences.size(); i++) {
      for (int word = 0; word < words(sentences.get(i)); word++) {
        owners.add(i);
      }
    }
  }

  /** The words of segments, which may have inline codes. */
  static SentenceWords of(List<String> segments) {
    return new SentenceWords(segments.stream().map(InlineCodes::strip).toList());
  }

  private static int words(String text) {
    return text.isBlank() ? 0 : text.strip().split("\\s+", -1).length;
  }

  /** The sentences that the next piece comes from, in growing order. */
  List<Integer> next(String piece) {
    TreeSet<Integer> found = new TreeSet<>();
    int end = Math.min(owners.size(), next + words(piece));
    for (; next < end; next++) {
      found.add(owners.get(next));
    }
    return List.copyOf(found);
  }

  /** The sentences at {@code places}. */
  String wording(List<Integer> places) {
    return places.stream().map(sentences::get).collect(Collectors.joining(" "));
  }
}
