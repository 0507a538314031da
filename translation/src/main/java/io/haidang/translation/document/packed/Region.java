package io.haidang.translation.document.packed;

import io.haidang.translation.document.InlineCodes;
import java.util.List;

/** A range of a part that is text to translate. */
public sealed interface Region {

  Slice slice();

  /** With inline codes. */
  String text();

  /** Regions inside this one, such as the paragraphs of a text box; in order. */
  List<Region> inner();

  /**
   * The content of a paragraph.
   *
   * @param name what the document calls the place; may be empty
   */
  record Paragraph(Slice slice, InlineContent content, List<Region> inner, String name)
      implements Region {

    public Paragraph {
      inner = List.copyOf(inner);
    }

    @Override
    public String text() {
      return content.text();
    }
  }

  /**
   * The value of an attribute that people read or hear.
   *
   * @param lineEnd how it writes the end of a line
   */
  record Value(Slice slice, String value, String lineEnd) implements Region {

    @Override
    public String text() {
      return InlineCodes.escape(value);
    }

    @Override
    public List<Region> inner() {
      return List.of();
    }
  }
}
