package io.haidang.gateway.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Cuts texts of every language into words in lower case: Vietnamese into syllables, Chinese and
 * Japanese into characters, others at spaces and signs (Unicode text segmentation, UAX 29).
 */
final class Words {

  static final Analyzer ANALYZER = new StandardAnalyzer();

  private Words() {}

  /** The words of a text in their order. */
  static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    try (TokenStream stream = ANALYZER.tokenStream("", composed(text))) {
      CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        words.add(word.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory can be read", e);
    }
    return words;
  }

  /** Letters with their marks in one, so that equal looking words are equal. */
  static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /** The text without marks over and under letters; as long as the composed one where marks go. */
  static String folded(String text) {
    return Normalizer.normalize(text.replace('đ', 'd').replace('Đ', 'D'), Normalizer.Form.NFD)
        .replaceAll("\\p{M}+", "");
  }
}
