package io.haidang.translation.document.ooxml;

import io.haidang.translation.document.packed.InlineBuilder;
import io.haidang.translation.document.packed.MarkupPiece;
import io.haidang.translation.document.packed.MarkupPiece.Literal;
import io.haidang.translation.document.packed.MarkupPiece.Source;
import io.haidang.translation.document.packed.Slice;
import io.haidang.translation.document.packed.XmlScanner;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Fields of a paragraph. A link is markup around its text. What Word works out by itself (numbers
 * of pages, dates, references) is one code with its last result. A table of contents spans
 * paragraphs: its marks are codes, its entries text.
 */
final class WordFields {

  private final XmlScanner scanner;
  private final InlineBuilder content;
  private final Deque<Field> open = new ArrayDeque<>();

  /** A field that has begun. */
  private static final class Field {
    final StringBuilder instruction = new StringBuilder();
    final List<MarkupPiece> pieces;
    final boolean inner;
    boolean collecting = true;
    @Nullable Object link;

    Field(@Nullable Field outer) {
      inner = outer != null && outer.collecting;
      pieces = outer != null && outer.collecting ? outer.pieces : new ArrayList<>();
    }
  }

  WordFields(XmlScanner scanner, InlineBuilder content) {
    this.scanner = scanner;
    this.content = content;
  }

  static boolean isLink(String instruction) {
    return instruction.strip().toUpperCase(Locale.ROOT).startsWith("HYPERLINK");
  }

  private static boolean isTable(String instruction) {
    return instruction.strip().toUpperCase(Locale.ROOT).matches("(?s)(?:TOC|INDEX|TOA|BIBL).*");
  }

  boolean isCollecting() {
    return !open.isEmpty() && open.getFirst().collecting;
  }

  /** Takes markup for the field that is open; false when none is. */
  boolean collect(List<MarkupPiece> pieces) {
    if (!isCollecting()) {
      return false;
    }
    open.getFirst().pieces.addAll(pieces);
    return true;
  }

  boolean collect(Slice slice) {
    return collect(List.of(new Source(slice)));
  }

  void instruction(String text) {
    if (!open.isEmpty()) {
      open.getFirst().instruction.append(text);
    }
  }

  /** One of the three marks of a field. */
  void mark(String kind, List<MarkupPiece> mark) {
    switch (kind) {
      case "begin" -> {
        open.push(new Field(open.peek()));
        open.getFirst().pieces.addAll(mark);
      }
      case "separate" -> separate(mark);
      case "end" -> end(mark);
      default -> content.alone(mark, false);
    }
  }

  private void separate(List<MarkupPiece> mark) {
    if (!collect(mark)) {
      content.alone(mark, false);
      return;
    }
    Field field = open.getFirst();
    if (field.inner) {
      return;
    }
    if (isLink(field.instruction.toString())) {
      field.collecting = false;
      field.link = content.open(markup(field.pieces));
    } else if (isTable(field.instruction.toString())) {
      field.collecting = false;
      content.alone(field.pieces, false);
    }
  }

  private void end(List<MarkupPiece> mark) {
    Field field = open.poll();
    if (field != null && field.collecting) {
      field.pieces.addAll(mark);
      if (!field.inner) {
        content.alone(field.pieces, false);
      }
    } else if (field == null || field.link == null || !content.close(field.link, markup(mark))) {
      content.alone(mark, false);
    }
  }

  /** The paragraph is over; its fields may go on in the next. */
  void end() {
    for (Field field : open) {
      if (field.collecting && !field.inner) {
        content.alone(field.pieces, false);
      }
    }
    open.clear();
  }

  private String markup(List<MarkupPiece> pieces) {
    StringBuilder markup = new StringBuilder();
    for (MarkupPiece piece : pieces) {
      if (piece instanceof Literal literal) {
        markup.append(literal.markup());
      } else if (piece instanceof Source source) {
        markup.append(scanner.raw(source.slice().start(), source.slice().end()));
      }
    }
    return markup.toString();
  }
}
