package io.haidang.translation.document.ooxml;

import io.haidang.translation.document.packed.InlineDialect;
import io.haidang.translation.document.packed.MarkupPiece;
import io.haidang.translation.document.packed.RunStyle;
import io.haidang.translation.document.packed.Slice;
import io.haidang.translation.document.packed.XmlText;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How Word writes characters: in runs, each with its properties. */
final class WordRuns implements InlineDialect {

  /** Word writes a hyphen that no line ends at as an element. */
  static final char HYPHEN = '\u2011';

  /** Properties that nobody sees; they make Word split what looks the same. */
  private static final Pattern UNSEEN =
      Pattern.compile(
          "<(?:\\w+:)?(?:lang|noProof)\\b[^>]*/>"
              + "|<(\\w+:)?rPrChange\\b.*?</\\1rPrChange>"
              + "|\\s(?:\\w+:)?hint=\"[^\"]*\"",
          Pattern.DOTALL);

  private static final Pattern EMPTY =
      Pattern.compile("<(?:\\w+:)?rPr\\s*/>|<(\\w+:)?rPr>\\s*</\\1rPr>");

  private static final Pattern LANGUAGE =
      Pattern.compile("(<(?:\\w+:)?lang\\b[^>]*?\\s(?:\\w+:)?val=\")[^\"]*");

  private final String prefix;

  /**
   * Of one paragraph.
   *
   * @param prefix of its elements, with the colon
   */
  WordRuns(String prefix) {
    this.prefix = prefix;
  }

  Run run() {
    return new Run();
  }

  /** A run while it is read. */
  final class Run {

    private RunStyle style = new RunStyle("", "<" + prefix + "r>", "</" + prefix + "r>");

    void look(String properties) {
      String seen = UNSEEN.matcher(properties).replaceAll("");
      String key = EMPTY.matcher(seen).matches() ? "" : seen;
      style = new RunStyle(key, "<" + prefix + "r>" + properties, "</" + prefix + "r>");
    }

    RunStyle style() {
      return style;
    }

    /** Something of this run, in a run of its own. */
    List<MarkupPiece> around(Slice slice) {
      return List.of(
          new MarkupPiece.Literal(style.open()),
          new MarkupPiece.Source(slice),
          new MarkupPiece.Literal(style.close()));
    }
  }

  @Override
  public String words(String text) {
    String open = "<" + prefix + "t xml:space=\"preserve\">";
    String close = "</" + prefix + "t>";
    String hyphen = close + "<" + prefix + "noBreakHyphen/>" + open;
    return (open + XmlText.escape(text).replace(String.valueOf(HYPHEN), hyphen) + close)
        .replace(open + close, "");
  }

  @Override
  public String localised(String open, Locale language) {
    return LANGUAGE
        .matcher(open)
        .replaceFirst("$1" + Matcher.quoteReplacement(language.toLanguageTag()));
  }
}
