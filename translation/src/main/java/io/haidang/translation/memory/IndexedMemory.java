package io.haidang.translation.memory;

import io.haidang.translation.memory.MemoryMatch.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A memory whose entries are kept in one place and found by an index in another. Equal segments are
 * found without the index; what it names and the entries no longer have is left out.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> as the entries and the index.
 */
public final class IndexedMemory implements TranslationMemory {

  /** Of one segment; more translations of it are of no use to anybody. */
  private static final int MOST_EQUAL = 50;

  private final MemoryEntries entries;
  private final MemoryIndex index;

  public IndexedMemory(MemoryEntries entries, MemoryIndex index) {
    this.entries = entries;
    this.index = index;
  }

  @Override
  public List<MemoryMatch> find(MemoryQuery query) {
    MatchMaker maker = new MatchMaker(query);
    long key = SegmentKey.of(query.pair(), query.source());
    List<MemoryMatch> matches = new ArrayList<>(matches(entries.withKey(key, MOST_EQUAL), maker));
    if (!isAnswered(matches, query)) {
      Set<Long> known =
          matches.stream().map(match -> match.entry().id()).collect(Collectors.toSet());
      Set<Long> similar = new HashSet<>(index.similar(query, query.most()));
      similar.removeAll(known);
      matches.addAll(matches(entries.all(similar), maker));
    }
    return best(matches, query.most());
  }

  /** Whoever asks for hardly less than the same segment has got it. */
  private static boolean isAnswered(List<MemoryMatch> matches, MemoryQuery query) {
    return query.least() >= MemoryMatch.NEAR_SCORE
        && (query.least() > MemoryMatch.NEAR_SCORE
            || matches.stream().anyMatch(MemoryMatch::isFull));
  }

  private static List<MemoryMatch> matches(List<MemoryEntry> found, MatchMaker maker) {
    return found.stream().flatMap(entry -> maker.match(entry).stream()).toList();
  }

  private record Sameness(Kind kind, String source, String target) {}

  private static List<MemoryMatch> best(List<MemoryMatch> matches, int most) {
    Map<Sameness, MemoryMatch> best = new LinkedHashMap<>();
    matches.stream()
        .sorted(MemoryMatch.BEST_FIRST)
        .forEach(
            match ->
                best.putIfAbsent(
                    new Sameness(match.kind(), match.entry().source(), match.target()), match));
    return best.values().stream().limit(most).toList();
  }
}
