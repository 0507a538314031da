package io.haidang.translation.document.packed;

import io.haidang.translation.document.CodedText;
import io.haidang.translation.document.CodedText.Code;
import io.haidang.translation.document.CodedText.Kind;
import io.haidang.translation.document.InlineCodes;
import io.haidang.translation.document.packed.MarkupPiece.Literal;
import io.haidang.translation.document.packed.MarkupPiece.Source;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** Writes a translation as markup: what is open is ended, what is lost goes to the end. */
final class InlineRenderer {

  private final InlineContent content;
  private final Function<Slice, String> source;
  private final Locale language;
  private final StringBuilder out = new StringBuilder();
  private final StringBuilder words = new StringBuilder();
  private final Deque<Frame> open = new ArrayDeque<>();
  private final Set<Integer> used = new HashSet<>();
  private RunStyle style;

  /** A code that has begun, and what to write and go back to when it ends. */
  private record Frame(int id, String close, RunStyle before) {}

  InlineRenderer(InlineContent content, Function<Slice, String> source, Locale language) {
    this.content = content;
    this.source = source;
    this.language = language;
    this.style = content.base();
  }

  String render(String translation) {
    CodedText coded = CodedText.parse(translation);
    out.append(content.dialect().begin());
    int written = 0;
    for (Code code : coded.codes()) {
      words.append(coded.plain(), written, code.offset());
      written = code.offset();
      apply(code);
    }
    words.append(coded.plain(), written, coded.plain().length());
    while (!open.isEmpty()) {
      close();
    }
    for (int id = 1; id <= content.codes().size(); id++) {
      if (content.codes().get(id - 1) instanceof InlineCode.Alone alone && used.add(id)) {
        write(alone);
      }
    }
    flush();
    return out.append(content.dialect().end()).toString();
  }

  private void apply(Code code) {
    InlineCode meant =
        code.id() <= content.codes().size() ? content.codes().get(code.id() - 1) : null;
    if (meant == null || (meant instanceof InlineCode.Alone) != (code.kind() == Kind.ALONE)) {
      words.append(code.text());
    } else if (code.kind() == Kind.CLOSE) {
      close(code.id());
    } else if (used.add(code.id())) {
      begin(code.id(), meant);
    }
  }

  private void begin(int id, InlineCode code) {
    if (code instanceof InlineCode.Alone alone) {
      write(alone);
      return;
    }
    flush();
    if (code instanceof InlineCode.Styled styled) {
      open.push(new Frame(id, "", style));
      style = styled.style();
    } else if (code instanceof InlineCode.Around around) {
      out.append(around.open());
      open.push(new Frame(id, around.close(), style));
      style = around.base();
    }
  }

  private void close(int id) {
    if (open.stream().noneMatch(frame -> frame.id == id)) {
      return;
    }
    while (close() != id) {
      // What was begun inside ends with it.
    }
  }

  private int close() {
    flush();
    Frame frame = open.pop();
    out.append(frame.close);
    style = frame.before;
    return frame.id;
  }

  private void write(InlineCode.Alone alone) {
    int last = words.length() - 1;
    if (alone.boundary() && last >= 0 && words.charAt(last) == '\n') {
      words.setLength(last);
    }
    flush();
    for (MarkupPiece piece : alone.pieces()) {
      if (piece instanceof Literal literal) {
        out.append(literal.markup());
      } else if (piece instanceof Source from) {
        out.append(source.apply(from.slice()));
      }
    }
  }

  private void flush() {
    if (words.length() > 0) {
      String text = InlineCodes.unescape(words.toString()).replace('\n', ' ');
      out.append(content.dialect().localised(style.open(), language))
          .append(content.dialect().words(text))
          .append(style.close());
      words.setLength(0);
    }
  }
}
