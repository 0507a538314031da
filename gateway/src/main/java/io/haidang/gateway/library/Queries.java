package io.haidang.gateway.library;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.library.LibraryQuery.Facet;
import io.haidang.translation.review.Role;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** What is asked of the index. */
final class Queries {

  /** More than any score of words, so that hits with their marks as typed come first. */
  private static final float FIRST = 1_000;

  private static final int MOST_TELLING = 25;
  private static final int AT_LEAST = 3;

  private Queries() {}

  static Query of(LibraryQuery query, Account reader) {
    BooleanQuery.Builder all = new BooleanQuery.Builder().add(words(query.text()), Occur.MUST);
    query.chosen().forEach((facet, value) -> all.add(is(facet, value), Occur.FILTER));
    return all.add(readableBy(reader), Occur.FILTER).build();
  }

  private static Query words(String text) {
    List<String> words = Words.of(text);
    if (words.isEmpty()) {
      return new ConstantScoreQuery(new MatchAllDocsQuery());
    }
    BooleanQuery.Builder folded = new BooleanQuery.Builder();
    BooleanQuery.Builder exact = new BooleanQuery.Builder();
    PhraseQuery.Builder phrase = new PhraseQuery.Builder();
    for (String word : words) {
      folded.add(term(LibraryIndex.FOLDED, Words.folded(word)), Occur.MUST);
      exact.add(term(LibraryIndex.TEXT, word), Occur.MUST);
      phrase.add(new Term(LibraryIndex.TEXT, word));
    }
    BooleanQuery.Builder best = new BooleanQuery.Builder().add(folded.build(), Occur.MUST);
    best.add(new BoostQuery(new ConstantScoreQuery(exact.build()), FIRST), Occur.SHOULD);
    best.add(new BoostQuery(phrase.build(), 2), Occur.SHOULD);
    words.forEach(word -> best.add(term(LibraryIndex.TITLE, word), Occur.SHOULD));
    return best.build();
  }

  private static Query term(String field, String word) {
    return new TermQuery(new Term(field, word));
  }

  private static Query is(Facet facet, String value) {
    return term(LibraryIndex.field(facet), value);
  }

  /** {@link io.haidang.gateway.draft.Visibility} for the index. */
  private static Query readableBy(Account reader) {
    if (reader.has(Role.ADMIN)) {
      return new MatchAllDocsQuery();
    }
    Query open =
        new BooleanQuery.Builder()
            .add(new MatchAllDocsQuery(), Occur.MUST)
            .add(is(Facet.LABEL, PublicName.of(Sensitivity.SECRET)), Occur.MUST_NOT)
            .build();
    return new BooleanQuery.Builder()
        .add(open, Occur.SHOULD)
        .add(is(Facet.OFFICE, reader.office().name()), Occur.SHOULD)
        .add(term(LibraryIndex.OWNER_ID, reader.id().toString()), Occur.SHOULD)
        .build();
  }

  /** What has some of the most telling words of an entry, in its language. */
  static Query like(LibraryEntry entry, LibraryIndex index, Account reader) {
    BooleanQuery.Builder words = new BooleanQuery.Builder();
    List<String> telling = telling(entry, index);
    telling.forEach(word -> words.add(term(LibraryIndex.TEXT, word), Occur.SHOULD));
    words.setMinimumNumberShouldMatch(Math.min(AT_LEAST, Math.max(1, telling.size())));
    UUID self = entry.target().id();
    return new BooleanQuery.Builder()
        .add(words.build(), Occur.MUST)
        .add(is(Facet.LANGUAGE, entry.target().language().toLanguageTag()), Occur.FILTER)
        .add(readableBy(reader), Occur.FILTER)
        .add(term(LibraryIndex.ID, self.toString()), Occur.MUST_NOT)
        .build();
  }

  /** Words that few other entries have tell most. */
  private static List<String> telling(LibraryEntry entry, LibraryIndex index) {
    return Words.of(entry.text().title() + "\n" + entry.text().body()).stream()
        .distinct()
        .filter(word -> word.length() > 1 || Character.isIdeographic(word.codePointAt(0)))
        .filter(word -> index.documents(word) > 1)
        .sorted(Comparator.comparingInt(index::documents))
        .limit(MOST_TELLING)
        .toList();
  }
}
