package io.haidang.translation.document.subtitle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The text of a transcript, and the time of every place in it. */
final class Transcript {

  private final StringBuilder text = new StringBuilder();
  private final List<Integer> starts = new ArrayList<>();
  private final List<TimedText> pieces;

  /**
   * @param pieces in the order of their times
   */
  Transcript(List<TimedText> pieces, Locale language) {
    this.pieces = List.copyOf(pieces);
    for (TimedText piece : pieces) {
      if (text.length() > 0 && !Scripts.hasNoSpaces(language)) {
        text.append(' ');
      }
      starts.add(text.length());
      text.append(piece.text());
    }
  }

  String text() {
    return text.toString();
  }

  /** When a word is first heard that begins at {@code offset}. */
  long startAt(int offset) {
    int piece = pieceAt(offset);
    return at(piece, offset - starts.get(piece));
  }

  /** When a word has been heard that ends before {@code offset}. */
  long endBefore(int offset) {
    int last = offset;
    while (last > 1 && Character.isWhitespace(text.charAt(last - 1))) {
      last--;
    }
    int piece = pieceAt(last - 1);
    return at(piece, last - starts.get(piece));
  }

  /** Inside a piece, the longer text takes the longer time. */
  private long at(int piece, int units) {
    TimedText timed = pieces.get(piece);
    double share = Math.min(1, units / (double) timed.text().length());
    return timed.time().start() + Math.round(share * timed.time().duration());
  }

  private int pieceAt(int offset) {
    int found = Collections.binarySearch(starts, offset);
    return found >= 0 ? found : -found - 2;
  }
}
