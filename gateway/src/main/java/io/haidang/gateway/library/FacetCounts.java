package io.haidang.gateway.library;

import io.haidang.gateway.library.LibraryQuery.Facet;
import java.io.IOException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Counts what the hits of a search are. Not thread-safe; searches that share work add up. */
final class FacetCounts extends SimpleCollector {

  private final Map<Facet, Map<String, Integer>> counts = new EnumMap<>(Facet.class);
  private final Map<Facet, SortedDocValues> values = new EnumMap<>(Facet.class);
  private long total;

  /** For one search. */
  static CollectorManager<FacetCounts, FacetCounts> manager() {
    return new CollectorManager<>() {
      @Override
      public FacetCounts newCollector() {
        return new FacetCounts();
      }

      @Override
      public FacetCounts reduce(Collection<FacetCounts> parts) {
        FacetCounts all = new FacetCounts();
        parts.forEach(all::add);
        return all;
      }
    };
  }

  private void add(FacetCounts other) {
    total += other.total;
    other.counts.forEach(
        (facet, found) ->
            found.forEach((value, count) -> count(facet).merge(value, count, Integer::sum)));
  }

  private Map<String, Integer> count(Facet facet) {
    return counts.computeIfAbsent(facet, unused -> new TreeMap<>());
  }

  @Override
  protected void doSetNextReader(LeafReaderContext context) throws IOException {
    for (Facet facet : Facet.values()) {
      values.put(facet, DocValues.getSorted(context.reader(), LibraryIndex.field(facet)));
    }
  }

  @Override
  public void collect(int document) throws IOException {
    total++;
    for (Map.Entry<Facet, SortedDocValues> facet : values.entrySet()) {
      SortedDocValues sorted = facet.getValue();
      if (sorted.advanceExact(document)) {
        String value = sorted.lookupOrd(sorted.ordValue()).utf8ToString();
        count(facet.getKey()).merge(value, 1, Integer::sum);
      }
    }
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }

  long total() {
    return total;
  }

  Map<Facet, Map<String, Integer>> counts() {
    return counts;
  }
}
