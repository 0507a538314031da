package io.haidang.models.internal.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Phrases an output must contain as whole words, each as often as listed.
 *
 * <p>Progress is read from the characters of the pieces, not from token ids: a model may cut a
 * phrase into other pieces than the tokenizer, and would otherwise have to write it twice.
 */
public final class RequiredPhrases {

  private final Pieces pieces;
  private final List<Phrase> phrases;
  private final int tokenCount;

  /** A phrase's pieces and their characters. */
  private record Phrase(String text, List<Integer> tokens, List<Integer> ends) {}

  /**
   * How far an output is.
   *
   * @param tokens tokens of the phrases written, the begun one's included
   * @param phrases whole phrases written
   * @param next tokens that would continue the begun phrase, or begin one
   * @param excess whether one occurs more often than it should
   */
  record Progress(int tokens, int phrases, Set<Integer> next, boolean excess) {}

  public RequiredPhrases(Pieces pieces, List<String> wordings) {
    this.pieces = pieces;
    this.phrases =
        wordings.stream()
            .map(this::phrase)
            // What the vocabulary cannot spell cannot be required either.
            .filter(phrase -> phrase.tokens.size() > 0)
            .filter(p -> !p.tokens.contains(pieces.unknown()))
            .sorted((a, b) -> Integer.compare(b.text.length(), a.text.length()))
            .toList();
    this.tokenCount = phrases.stream().mapToInt(phrase -> phrase.tokens.size()).sum();
  }

  private Phrase phrase(String wording) {
    List<Integer> tokens = Arrays.stream(pieces.pieceIds(wording)).boxed().toList();
    List<Integer> ends = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int token : tokens) {
      text.append(pieces.piece(token));
      ends.add(text.length());
    }
    return new Phrase(text.toString(), tokens, ends);
  }

  /** Phrases that can be required. */
  public int count() {
    return phrases.size();
  }

  /** Tokens of all phrases together. */
  public int tokenCount() {
    return tokenCount;
  }

  /** Reads the progress of an output, longest phrases first at each place. */
  Progress progress(int[] output) {
    StringBuilder joined = new StringBuilder();
    for (int token : output) {
      joined.append(pieces.piece(token));
    }
    String text = joined.toString();
    List<Phrase> open = new ArrayList<>(phrases);
    int met = 0;
    int tail = 0;
    for (int at = 0; at < text.length(); ) {
      Phrase found = found(open, text, at);
      if (found == null) {
        at++;
      } else {
        open.remove(found);
        met += found.tokens.size();
        at += found.text.length();
        tail = at;
      }
    }
    Tail begun = tail(open, text, tail);
    return new Progress(
        met + begun.tokens, phrases.size() - open.size(), begun.next, exceeds(text));
  }

  private record Tail(int tokens, Set<Integer> next) {}

  /** The longest end of the text that begins an open phrase at one of its token borders. */
  private static Tail tail(List<Phrase> open, String text, int from) {
    int best = 0;
    Set<Integer> next = new TreeSet<>();
    for (Phrase phrase : open) {
      for (int i = phrase.tokens.size() - 1; i > best - 1 && i > 0; i--) {
        int start = text.length() - phrase.ends.get(i - 1);
        if (start >= from && phrase.text.startsWith(text.substring(start))) {
          if (i > best) {
            best = i;
            next.clear();
          }
          next.add(phrase.tokens.get(i));
          break;
        }
      }
    }
    if (best == 0) {
      open.forEach(phrase -> next.add(phrase.tokens.get(0)));
    }
    return new Tail(best, next);
  }

  private static @Nullable Phrase found(List<Phrase> open, String text, int at) {
    for (Phrase phrase : open) {
      if (occursAt(phrase.text, text, at)) {
        return phrase;
      }
    }
    return null;
  }

  private static boolean occursAt(String phrase, String text, int at) {
    int end = at + phrase.length();
    return text.startsWith(phrase, at) && (end == text.length() || !joins(phrase, text, end));
  }

  /** Whether the character at {@code end} goes on with the phrase's last word. */
  private static boolean joins(String phrase, String text, int end) {
    return Character.isLetterOrDigit(phrase.charAt(phrase.length() - 1))
        && (Character.isLetterOrDigit(text.charAt(end)) || text.startsWith("<0x", end));
  }

  /** Whether a phrase of several words is there too often, or any twice in a row. */
  private boolean exceeds(String text) {
    for (Phrase phrase : phrases) {
      boolean words = phrase.text.indexOf(Pieces.WORD_START, 1) > 0;
      boolean single = phrases.stream().filter(p -> p.text.equals(phrase.text)).count() == 1;
      if ((words && occurrences(phrase, text) > allowed(phrase))
          || (single && text.contains(phrase.text + phrase.text))) {
        return true;
      }
    }
    return false;
  }

  private static int occurrences(Phrase phrase, String text) {
    int count = 0;
    for (int at = text.indexOf(phrase.text); at >= 0; at = text.indexOf(phrase.text, at + 1)) {
      count += occursAt(phrase.text, text, at) ? 1 : 0;
    }
    return count;
  }

  /** Times a phrase is listed, alone or inside longer ones. */
  private int allowed(Phrase phrase) {
    return phrases.stream().mapToInt(other -> occurrences(phrase, other.text)).sum();
  }
}
