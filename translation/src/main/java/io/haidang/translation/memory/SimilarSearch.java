package io.haidang.translation.memory;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.util.BytesRef;

/**
 * Finds segments like another in two steps: those that share enough pairs of words, the rare pairs
 * counting most (BM25); then of these the nearest by distance. Not thread-safe; used once.
 */
final class SimilarSearch {

  /** Enough that hardly any match is missed; comparing them takes less than a millisecond. */
  private static final int CANDIDATES = 200;

  private final IndexSearcher searcher;
  private final MemoryQuery query;
  private final MemoryText asked;
  private final int[] words;

  private record Scored(long id, int score) {}

  SimilarSearch(IndexSearcher searcher, MemoryQuery query) {
    this.searcher = searcher;
    this.query = query;
    this.asked = MemoryText.of(query.source(), query.pair().source());
    this.words = asked.words().stream().mapToInt(Grams::hash).toArray();
  }

  /** The nearest first, of equally near ones the newest. */
  List<Long> ids(int most) throws IOException {
    List<Scored> scored = new ArrayList<>();
    for (ScoreDoc candidate : candidates()) {
      scored.add(scored(candidate.doc));
    }
    return scored.stream()
        .filter(found -> found.score() > 0)
        .sorted(Comparator.comparingInt(Scored::score).thenComparingLong(Scored::id).reversed())
        .limit(most)
        .map(Scored::id)
        .toList();
  }

  private ScoreDoc[] candidates() throws IOException {
    return searcher.search(query(), new TopScoreDocCollectorManager(CANDIDATES, CANDIDATES))
        .scoreDocs;
  }

  private Query query() {
    Set<Integer> grams = Grams.of(asked.masked());
    List<Integer> sample = Grams.sample(grams);
    int common = Grams.common(words.length, grams.size(), query.least());
    BooleanQuery.Builder builder = new BooleanQuery.Builder();
    String field = IndexedEntry.grams(query.pair());
    sample.forEach(
        gram -> builder.add(new TermQuery(new Term(field, IndexedEntry.gram(gram))), Occur.SHOULD));
    builder.setMinimumNumberShouldMatch(Math.max(1, common * sample.size() / grams.size()));
    List<BytesRef> labels = query.labels().stream().map(BytesRef::new).toList();
    builder.add(new TermInSetQuery(IndexedEntry.LABEL, labels), Occur.FILTER);
    return builder.build();
  }

  private Scored scored(int document) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    int place = document - leaf.docBase;
    BinaryDocValues stored = DocValues.getBinary(leaf.reader(), IndexedEntry.WORDS);
    NumericDocValues numbers = DocValues.getNumeric(leaf.reader(), IndexedEntry.NUMBER);
    if (!stored.advanceExact(place) || !numbers.advanceExact(place)) {
      throw new IllegalStateException("memory index: entry without words");
    }
    int[] others = IndexedEntry.hashes(stored.binaryValue());
    return new Scored(numbers.longValue(), score(others));
  }

  /** One that is the same but for figures may have many of them. */
  private int score(int[] others) {
    boolean sameLength = others.length == words.length;
    int score = EditDistance.score(words, others, sameLength ? 1 : query.least());
    return sameLength ? Math.max(score, 1) : score;
  }
}
