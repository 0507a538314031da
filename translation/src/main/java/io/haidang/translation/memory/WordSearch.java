package io.haidang.translation.memory;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.util.BytesRef;

/** Finds words in source and target. */
final class WordSearch {

  private static final Sort NEWEST_FIRST =
      new Sort(new SortField(IndexedEntry.NUMBER, SortField.Type.LONG, true));

  /** Of the words of a search; more say nothing more. */
  private static final int MOST_WORDS = 50;

  private WordSearch() {}

  static MemoryIndex.Hits hits(IndexSearcher searcher, Concordance search) throws IOException {
    Query query = query(search);
    TopFieldDocs found = searcher.search(query, search.offset() + search.limit(), NEWEST_FIRST);
    List<Long> ids = new ArrayList<>();
    for (int i = search.offset(); i < found.scoreDocs.length; i++) {
      ids.add((Long) ((FieldDoc) found.scoreDocs[i]).fields[0]);
    }
    return new MemoryIndex.Hits(searcher.count(query), ids);
  }

  private static Query query(Concordance search) {
    BooleanQuery.Builder builder = new BooleanQuery.Builder();
    List<String> words = Token.words(search.words()).stream().limit(MOST_WORDS).toList();
    builder.add(words.isEmpty() ? new MatchAllDocsQuery() : inEither(words), Occur.MUST);
    List<BytesRef> labels = search.labels().stream().map(BytesRef::new).toList();
    builder.add(new TermInSetQuery(IndexedEntry.LABEL, labels), Occur.FILTER);
    if (search.pair() != null) {
      String pair = search.pair().toString();
      builder.add(new TermQuery(new Term(IndexedEntry.PAIR, pair)), Occur.FILTER);
    }
    return builder.build();
  }

  private static Query inEither(List<String> words) {
    String[] phrase = words.toArray(String[]::new);
    return new BooleanQuery.Builder()
        .add(new PhraseQuery(IndexedEntry.SOURCE, phrase), Occur.SHOULD)
        .add(new PhraseQuery(IndexedEntry.TARGET, phrase), Occur.SHOULD)
        .build();
  }
}
