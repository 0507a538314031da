package io.haidang.translation.document.subtitle;

import io.haidang.translation.document.CodedText;
import io.haidang.translation.document.CodedText.Code;
import io.haidang.translation.document.CodedText.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/** Cuts a text with codes: a pair around a cut ends before it and begins again after it. */
final class CuePieces {

  private final CodedText text;
  private final Deque<Integer> open = new ArrayDeque<>();
  private int next;

  private CuePieces(CodedText text) {
    this.text = text;
  }

  /**
   * One piece more than there are starts, without white space around.
   *
   * @param starts where in the plain text pieces begin, but for the first
   */
  static List<CodedText> of(CodedText text, List<Integer> starts) {
    CuePieces cut = new CuePieces(text);
    List<CodedText> pieces = new ArrayList<>();
    int from = 0;
    for (int start : starts) {
      pieces.add(cut.piece(from, start, false));
      from = start;
    }
    pieces.add(cut.piece(from, text.plain().length(), true));
    return pieces;
  }

  private CodedText piece(int start, int end, boolean last) {
    int from = start;
    int to = end;
    while (from < to && Character.isWhitespace(text.plain().charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(text.plain().charAt(to - 1))) {
      to--;
    }
    List<Code> codes = new ArrayList<>();
    for (Iterator<Integer> each = open.descendingIterator(); each.hasNext(); ) {
      codes.add(new Code(Kind.OPEN, each.next(), 0));
    }
    while (next < text.codes().size() && belongs(text.codes().get(next), end, last)) {
      Code code = text.codes().get(next++);
      codes.add(code.at(Math.min(Math.max(code.offset(), from), to) - from));
      track(code);
    }
    for (int id : open) {
      codes.add(new Code(Kind.CLOSE, id, to - from));
    }
    return CodedText.parse(CodedText.write(text.plain().substring(from, to), codes));
  }

  private static boolean belongs(Code code, int end, boolean last) {
    return last || code.offset() < end || (code.offset() == end && code.kind() == Kind.CLOSE);
  }

  private void track(Code code) {
    if (code.kind() == Kind.OPEN) {
      open.push(code.id());
    } else if (code.kind() == Kind.CLOSE) {
      open.removeFirstOccurrence(code.id());
    }
  }
}
