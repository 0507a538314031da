package io.haidang.translation.segment;

import com.ibm.icu.text.BreakIterator;
import io.haidang.glossary.TextSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits text into sentence-like segments.
 *
 * <p>Every line is cut on its own. The sentence rules of Unicode propose where sentences end; a
 * proposal is refused after an abbreviation or a list number, and before a small letter. Sentences
 * too long for a model are cut between clauses.
 *
 * <p><b>Thread-safety:</b> immutable. <b>Blocking:</b> no I/O.
 */
public final class Segmenter {

  /**
   * Ends that Unicode does not propose: behind an ellipsis of one character, behind a quotation
   * that closes with a space, and before a number.
   */
  private static final Pattern FURTHER =
      Pattern.compile(
          "(?:…[\"”’»)]{0,3}|[.!?…][ \\u00A0\\u202F]?»)\\s{1,9}(?=[\"“‘«(]{0,2}\\p{Lu})"
              + "|\\.\\s{1,9}(?=\\d)");

  /** What may stand before a full stop and a number that begins a sentence. */
  private static final Pattern BEFORE_NUMBER = Pattern.compile("\\p{Ll}{3}|.\\d{2}|..%");

  private static final String OPENING = "「『（“‘(«《【〈";

  private final BreakIterator sentences;
  private final SentenceEnds ends;
  private final boolean whole;

  private Segmenter(BreakIterator sentences, SentenceEnds ends, boolean whole) {
    this.sentences = sentences;
    this.ends = ends;
    this.whole = whole;
  }

  /** Any language; those without own abbreviations get the ones of all languages. */
  public static Segmenter forLanguage(Locale language) {
    return new Segmenter(
        BreakIterator.getSentenceInstance(language), new SentenceEnds(language), false);
  }

  /** Leaves the sentences of a line together, unless they are too long for a model. */
  public Segmenter forLines() {
    return new Segmenter(sentences, ends, true);
  }

  /** Cuts {@code text}; a blank text has no segments. */
  public Segmentation segment(String text) {
    List<TextSpan> segments = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || isLineEnd(text.charAt(i))) {
        segmentLine(text, start, i, segments);
        start = i + 1;
      }
    }
    return new Segmentation(text, segments);
  }

  private void segmentLine(String text, int start, int end, List<TextSpan> segments) {
    TextSpan line = trim(text, start, end);
    if (line.length() == 0) {
      return;
    }
    String content = line.of(text);
    int from = 0;
    for (int to : proposals(content)) {
      if (to < content.length() && !ends.isEnd(content, from, to)) {
        continue;
      }
      for (TextSpan part : LongSentences.split(content, trim(content, from, to))) {
        segments.add(new TextSpan(line.start() + part.start(), line.start() + part.end()));
      }
      from = to;
    }
  }

  /** The ends by Unicode, and some more. */
  private SortedSet<Integer> proposals(String content) {
    SortedSet<Integer> proposals = new TreeSet<>();
    if (whole) {
      proposals.add(content.length());
      return proposals;
    }
    // A break iterator keeps its position: a copy per call makes the segmenter safe to share.
    BreakIterator each = sentences.clone();
    each.setText(content);
    for (int to = each.next(); to != BreakIterator.DONE; to = each.next()) {
      proposals.add(beforeOpening(content, to));
    }
    addFurther(content, proposals);
    return proposals;
  }

  private static void addFurther(String content, SortedSet<Integer> proposals) {
    Matcher further = FURTHER.matcher(content);
    for (int i = 0; i < content.length(); i++) {
      if (".!?…".indexOf(content.charAt(i)) < 0
          || !further.region(i, content.length()).lookingAt()) {
        continue;
      }
      boolean number =
          further.end() < content.length() && Character.isDigit(content.charAt(further.end()));
      if (!number || BEFORE_NUMBER.matcher(content.substring(Math.max(0, i - 3), i)).matches()) {
        proposals.add(further.end());
      }
    }
  }

  /** Unicode counts a bracket that opens behind a full stop to the sentence in front of it. */
  private static int beforeOpening(String content, int end) {
    int to = end;
    while (to < content.length() && to > 0 && OPENING.indexOf(content.charAt(to - 1)) >= 0) {
      to--;
    }
    return to;
  }

  /** The part of a range without white space at its ends; empty when there is nothing else. */
  static TextSpan trim(String text, int start, int end) {
    int from = start;
    int to = end;
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return new TextSpan(from, to);
  }

  static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
  }
}
