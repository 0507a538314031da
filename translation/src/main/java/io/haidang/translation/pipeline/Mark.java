package io.haidang.translation.pipeline;

import io.haidang.glossary.TextSpan;
import io.haidang.translation.document.CodedText;
import io.haidang.translation.document.CodedText.Code;
import io.haidang.translation.document.CodedText.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An inline code, or a pair of them with what is between.
 *
 * @param open the code, or the first of the pair
 * @param close the second of the pair, or null
 * @param children marks in between
 */
record Mark(Code open, @Nullable Code close, List<Mark> children) {

  Mark {
    children = List.copyOf(children);
  }

  TextSpan span(int length) {
    int end = close == null ? open.offset() : close.offset();
    return new TextSpan(Math.min(open.offset(), length), Math.min(end, length));
  }

  /** The marks of a text; codes without a partner stand alone. */
  static List<Mark> tree(CodedText text) {
    return tree(text.codes());
  }

  private static List<Mark> tree(List<Code> codes) {
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < codes.size(); i++) {
      Code code = codes.get(i);
      int partner = code.kind() == Kind.OPEN ? partner(codes, i) : -1;
      if (partner < 0) {
        marks.add(new Mark(code, null, List.of()));
      } else {
        marks.add(new Mark(code, codes.get(partner), tree(codes.subList(i + 1, partner))));
        i = partner;
      }
    }
    return marks;
  }

  private static int partner(List<Code> codes, int open) {
    for (int i = open + 1; i < codes.size(); i++) {
      if (codes.get(i).kind() == Kind.CLOSE && codes.get(i).id() == codes.get(open).id()) {
        return i;
      }
    }
    return -1;
  }
}
