package io.haidang.models.onnx;

import io.haidang.models.RequiredPhrase;
import io.haidang.models.internal.search.WordBorders;
import io.haidang.models.tokenizer.Tokenizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Looks for required phrases in a finished text, the longest first, no two in one place. */
final class PhraseCheck {

  private final Tokenizer tokenizer;

  PhraseCheck(Tokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  /** Where a phrase stands. */
  record Place(int start, int end) {

    boolean overlaps(Place other) {
      return overlaps(other.start, other.end);
    }

    boolean overlaps(int from, int to) {
      return start < to && from < end;
    }
  }

  /**
   * What was found.
   *
   * @param unmet the phrases that are not there, each as often as it is missing, in their order
   * @param places of the others
   */
  record Found(List<RequiredPhrase> unmet, List<Place> places) {}

  Found find(String text, List<RequiredPhrase> phrases) {
    List<Place> taken = new ArrayList<>();
    List<Integer> missing = new ArrayList<>();
    Stream<Integer> longestFirst =
        Stream.iterate(0, i -> i < phrases.size(), i -> i + 1)
            .sorted(Comparator.comparingInt((Integer i) -> -phrases.get(i).best().length()));
    longestFirst.forEach(
        i -> {
          if (!take(text, phrases.get(i), taken)) {
            missing.add(i);
          }
        });
    return new Found(missing.stream().sorted().map(phrases::get).toList(), taken);
  }

  private boolean take(String text, RequiredPhrase phrase, List<Place> taken) {
    for (String wording : phrase.alternatives()) {
      for (String form : forms(wording).toList()) {
        for (int at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
          Place place = new Place(at, at + form.length());
          if (isWord(text, place) && taken.stream().noneMatch(place::overlaps)) {
            taken.add(place);
            return true;
          }
        }
      }
    }
    return false;
  }

  /** A tokenizer may write what it reads in another normal form. */
  private Stream<String> forms(String wording) {
    return Stream.of(wording, tokenizer.decode(tokenizer.pieceIds(wording)).strip())
        .filter(form -> !form.isEmpty())
        .flatMap(form -> Stream.of(form, WordBorders.capitalized(form)))
        .distinct();
  }

  private static boolean isWord(String text, Place place) {
    return WordBorders.mayStart(text, place.start) && WordBorders.mayEnd(text, place.end);
  }
}
