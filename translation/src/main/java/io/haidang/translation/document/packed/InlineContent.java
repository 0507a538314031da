package io.haidang.translation.document.packed;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * The content of a paragraph as text with inline codes.
 *
 * <p><b>Thread-safety:</b> immutable.
 */
public final class InlineContent {

  private final String text;
  private final List<InlineCode> codes;
  private final RunStyle base;
  private final InlineDialect dialect;

  InlineContent(String text, List<InlineCode> codes, RunStyle base, InlineDialect dialect) {
    this.text = text;
    this.codes = codes;
    this.base = base;
    this.dialect = dialect;
  }

  /** A line feed before a code says that the text on its two sides does not belong together. */
  public String text() {
    return text;
  }

  List<InlineCode> codes() {
    return codes;
  }

  RunStyle base() {
    return base;
  }

  InlineDialect dialect() {
    return dialect;
  }

  /**
   * Markup for a translation, whatever it did to the codes.
   *
   * @param source gives a range of the part, with the text inside translated
   */
  String render(String translation, Function<Slice, String> source, Locale language) {
    return new InlineRenderer(this, source, language).render(translation);
  }
}
