package io.haidang.translation.memory;

import io.haidang.models.LanguagePair;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/**
 * How an entry is written into the index: its words, not its text, which stays where it is kept.
 */
final class IndexedEntry {

  /** Its id as a term, by which it is replaced. */
  static final String ID = "id";

  /** Its id as a value, which is what a search gives. */
  static final String NUMBER = "number";

  static final String LABEL = "label";
  static final String PAIR = "pair";

  /** Every word of the source as a number, in order. */
  static final String WORDS = "words";

  static final String SOURCE = "source";
  static final String TARGET = "target";

  private static final FieldType GRAMS_TYPE = type(IndexOptions.DOCS);
  private static final FieldType TEXT_TYPE = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);

  private IndexedEntry() {}

  private static FieldType type(IndexOptions options) {
    FieldType type = new FieldType();
    type.setIndexOptions(options);
    type.setTokenized(true);
    type.setOmitNorms(options != IndexOptions.DOCS);
    type.freeze();
    return type;
  }

  /** One field for each direction, so that a search reads nothing of the others. */
  static String grams(LanguagePair pair) {
    return "grams " + pair;
  }

  static Term id(long id) {
    return new Term(ID, new BytesRef(ByteBuffer.allocate(Long.BYTES).putLong(id).array()));
  }

  static Document document(MemoryEntry entry) {
    MemoryText source = MemoryText.of(entry.source(), entry.pair().source());
    MemoryText target = MemoryText.of(entry.target(), entry.pair().target());
    Document document = new Document();
    document.add(new StringField(ID, id(entry.id()).bytes(), Field.Store.NO));
    document.add(new NumericDocValuesField(NUMBER, entry.id()));
    document.add(new StringField(LABEL, entry.label(), Field.Store.NO));
    document.add(new StringField(PAIR, entry.pair().toString(), Field.Store.NO));
    document.add(new BinaryDocValuesField(WORDS, new BytesRef(hashes(source.words()))));
    document.add(
        new Field(grams(entry.pair()), new Terms(grams(Grams.of(source.masked()))), GRAMS_TYPE));
    document.add(new Field(SOURCE, new Terms(bytes(source.words())), TEXT_TYPE));
    document.add(new Field(TARGET, new Terms(bytes(target.words())), TEXT_TYPE));
    return document;
  }

  private static byte[] hashes(List<String> words) {
    ByteBuffer hashes = ByteBuffer.allocate(words.size() * Integer.BYTES);
    words.forEach(word -> hashes.putInt(Grams.hash(word)));
    return hashes.array();
  }

  /** What {@link #WORDS} holds. */
  static int[] hashes(BytesRef stored) {
    int[] hashes = new int[stored.length / Integer.BYTES];
    ByteBuffer.wrap(stored.bytes, stored.offset, stored.length).asIntBuffer().get(hashes);
    return hashes;
  }

  private static List<BytesRef> grams(Set<Integer> grams) {
    List<BytesRef> terms = new ArrayList<>(grams.size());
    grams.forEach(gram -> terms.add(gram(gram)));
    return terms;
  }

  static BytesRef gram(int gram) {
    return new BytesRef(ByteBuffer.allocate(Integer.BYTES).putInt(gram).array());
  }

  private static List<BytesRef> bytes(List<String> words) {
    return words.stream().map(BytesRef::new).toList();
  }

  /** Terms that are already made. */
  private static final class Terms extends TokenStream {

    private final List<BytesRef> terms;
    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private int next;

    Terms(List<BytesRef> terms) {
      this.terms = terms;
      addAttribute(PositionIncrementAttribute.class);
    }

    @Override
    public boolean incrementToken() {
      if (next == terms.size()) {
        return false;
      }
      clearAttributes();
      term.setBytesRef(terms.get(next++));
      return true;
    }

    @Override
    public void reset() {
      next = 0;
    }
  }
}
