package io.haidang.translation.memory;

import io.haidang.models.LanguagePair;
import io.haidang.translation.document.CodedText;
import io.haidang.translation.memory.MemoryMatch.Substitution;
import io.haidang.translation.memory.Token.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts the figures of a segment into the translation of another that says the same with other
 * figures, where each has exactly one place to go: every figure that changes stands in the target
 * as often as in the source, in figures. One that becomes or was 1 is left to a person where the
 * noun beside it would change too. Immutable.
 */
final class FigureSubstitution {

  private static final Set<String> WITHOUT_PLURAL = Set.of("vi", "zh", "ja", "ko", "th");

  /** A translation with other figures. */
  record Substituted(String target, List<Substitution> substitutions) {}

  private record Key(Kind kind, String value) {}

  private final LanguagePair pair;
  private final CodedText target;
  private final List<Figure> places;

  private FigureSubstitution(LanguagePair pair, MemoryText target) {
    this.pair = pair;
    this.target = target.coded();
    this.places = Figure.of(target, pair.target());
  }

  /**
   * The translation of {@code asked}; empty when some figure has no place or more than one.
   *
   * @param source of the entry, the same as {@code asked} but for figures
   * @param target of the entry
   */
  static Optional<Substituted> of(
      MemoryText source, MemoryText asked, String target, LanguagePair pair) {
    MemoryText translation = MemoryText.of(target, pair.target());
    return new FigureSubstitution(pair, translation)
        .of(Figure.of(source, pair.source()), Figure.of(asked, pair.source()));
  }

  private Optional<Substituted> of(List<Figure> before, List<Figure> after) {
    if (before.size() != after.size()) {
      return Optional.empty();
    }
    Map<Key, String> values = new HashMap<>();
    Map<Key, Integer> counts = new HashMap<>();
    for (int i = 0; i < before.size(); i++) {
      Key key = key(before.get(i));
      String other = after.get(i).value();
      String known = values.putIfAbsent(key, other);
      if (known != null && !known.equals(other)) {
        return Optional.empty();
      }
      counts.merge(key, 1, Integer::sum);
    }
    values.entrySet().removeIf(entry -> entry.getKey().value().equals(entry.getValue()));
    boolean isClear =
        values.entrySet().stream()
            .allMatch(change -> isClear(change.getKey(), change.getValue(), counts));
    return isClear ? written(values) : Optional.empty();
  }

  /** A month is a number like others where the target names none. */
  private Key key(Figure figure) {
    boolean monthsInTarget = places.stream().anyMatch(place -> place.kind() == Kind.MONTH);
    return new Key(monthsInTarget ? figure.kind() : Kind.NUMBER, figure.value());
  }

  private boolean isClear(Key key, String other, Map<Key, Integer> counts) {
    boolean nounStays =
        key.kind() == Kind.MONTH
            || WITHOUT_PLURAL.contains(pair.target().getLanguage())
            || !(key.value().equals("1") || other.equals("1"));
    return nounStays
        && counts.getOrDefault(key, 0)
            == places.stream().filter(place -> key(place).equals(key)).count();
  }

  private Optional<Substituted> written(Map<Key, String> values) {
    List<Substitution> substitutions = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    String coded = CodedText.write(target.plain(), target.codes());
    int copied = 0;
    for (Figure place : places) {
      String other = values.get(key(place));
      if (other == null) {
        continue;
      }
      String written = place.rewritten(other, pair.target());
      if (written.isEmpty()) {
        return Optional.empty();
      }
      int start = target.coded(place.span()).start();
      text.append(coded, copied, start).append(written);
      copied = target.coded(place.span()).end();
      substitutions.add(new Substitution(place.written(), written));
    }
    text.append(coded, copied, coded.length());
    return Optional.of(new Substituted(text.toString(), substitutions));
  }
}
