package io.haidang.gateway.library;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.library.LibraryQuery.Facet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * The words of the library, in memory (Apache Lucene). It holds nothing that SQL does not hold, and
 * is made anew at each start.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use.
 */
final class LibraryIndex {

  static final String ID = "id";
  static final String TITLE = "title";
  static final String TEXT = "text";
  static final String FOLDED = "folded";
  static final String OWNER_ID = "owner-id";
  private static final String AT = "at";

  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("yyyy-MM", Locale.ROOT).withZone(Office.ZONE);

  private final IndexWriter writer;
  private final SearcherManager searchers;

  LibraryIndex() {
    try {
      writer = new IndexWriter(new ByteBuffersDirectory(), new IndexWriterConfig(Words.ANALYZER));
      searchers = new SearcherManager(writer, null);
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory can be opened", e);
    }
  }

  /** Which documents of a query, and what the others of it are like. */
  record Found(long total, List<UUID> ids, Map<Facet, Map<String, Integer>> facets) {}

  void put(LibraryEntry entry) {
    try {
      writer.updateDocument(new Term(ID, entry.target().id().toString()), document(entry));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void remove(UUID target) {
    try {
      writer.deleteDocuments(new Term(ID, target.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes out what was only marked as removed. */
  void purge() {
    try {
      writer.forceMergeDeletes();
      refresh();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Shows searches what was put in since. */
  void refresh() {
    try {
      searchers.maybeRefreshBlocking();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Document document(LibraryEntry entry) {
    Document document = new Document();
    String title = Words.composed(entry.text().title());
    String text = Words.composed(entry.text().body());
    document.add(new StringField(ID, entry.target().id().toString(), Field.Store.YES));
    document.add(new StringField(OWNER_ID, entry.story().owner().id().toString(), Field.Store.NO));
    document.add(new TextField(TITLE, title, Field.Store.NO));
    document.add(new TextField(TEXT, title + "\n" + text, Field.Store.NO));
    document.add(new TextField(FOLDED, Words.folded(title + "\n" + text), Field.Store.NO));
    document.add(new NumericDocValuesField(AT, entry.target().updatedAt().toEpochMilli()));
    facets(entry)
        .forEach(
            (facet, value) -> {
              document.add(new StringField(field(facet), value, Field.Store.NO));
              document.add(new SortedDocValuesField(field(facet), new BytesRef(value)));
            });
    return document;
  }

  static Map<Facet, String> facets(LibraryEntry entry) {
    Sensitivity label = entry.story().sensitivity();
    return new EnumMap<>(
        Map.of(
            Facet.LANGUAGE, entry.target().language().toLanguageTag(),
            Facet.FORM, entry.target().form().id(),
            Facet.LABEL, PublicName.of(label),
            Facet.OFFICE, entry.story().office().name(),
            Facet.OWNER, entry.story().owner().displayName(),
            Facet.MONTH, MONTH.format(entry.target().updatedAt())));
  }

  static String field(Facet facet) {
    return PublicName.of(facet);
  }

  /** The best documents, then the newest. */
  Found search(Query query, int offset, int limit) {
    return with(
        searcher -> {
          FacetCounts counts = searcher.search(query, FacetCounts.manager());
          Sort order =
              new Sort(SortField.FIELD_SCORE, new SortField(AT, SortField.Type.LONG, true));
          TopFieldDocs top = searcher.search(query, offset + limit, order);
          List<UUID> ids = new ArrayList<>();
          for (int i = offset; i < top.scoreDocs.length; i++) {
            ids.add(id(searcher, top.scoreDocs[i]));
          }
          return new Found(counts.total(), ids, counts.counts());
        });
  }

  private static UUID id(IndexSearcher searcher, ScoreDoc hit) throws IOException {
    return UUID.fromString(searcher.storedFields().document(hit.doc).get(ID));
  }

  /** In how many documents a word of a text is. */
  int documents(String word) {
    return with(searcher -> searcher.getIndexReader().docFreq(new Term(TEXT, word)));
  }

  private interface Search<T> {
    T in(IndexSearcher searcher) throws IOException;
  }

  private <T> T with(Search<T> search) {
    try {
      IndexSearcher searcher = searchers.acquire();
      try {
        return search.in(searcher);
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
