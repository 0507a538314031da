package io.haidang.translation.document.ooxml;

import io.haidang.translation.document.InlineCodes;
import io.haidang.translation.document.packed.InlineBuilder;
import io.haidang.translation.document.packed.InlineContent;
import io.haidang.translation.document.packed.InlineDialect;
import io.haidang.translation.document.packed.MarkupPiece;
import io.haidang.translation.document.packed.Region;
import io.haidang.translation.document.packed.RunStyle;
import io.haidang.translation.document.packed.Slice;
import io.haidang.translation.document.packed.XmlScanner;
import io.haidang.translation.document.packed.XmlScanner.Token;
import io.haidang.translation.document.packed.XmlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A paragraph on a slide, in a shape or in a chart. */
final class DrawingParagraph implements InlineDialect {

  /** Properties that nobody sees; they make PowerPoint split what looks the same. */
  private static final Pattern UNSEEN =
      Pattern.compile("\\s(?:lang|altLang|dirty|err|smtClean|smtId|noProof|kumimoji)=\"[^\"]*\"");

  private static final Pattern EMPTY = Pattern.compile("<(?:\\w+:)?rPr\\s*/>");
  private static final Pattern LANGUAGE = Pattern.compile("(rPr\\b[^>]*?\\slang=\")[^\"]*");

  private final OfficeReader reader;
  private final XmlScanner scanner;
  private final String prefix;
  private final InlineBuilder content = new InlineBuilder();
  private final List<Region> inner = new ArrayList<>();

  DrawingParagraph(OfficeReader reader) {
    this.reader = reader;
    this.scanner = reader.scanner();
    this.prefix = scanner.rawPrefix();
  }

  /** Reads the paragraph that begins here, to its end. */
  void read(List<Region> regions) {
    if (scanner.isEmptyElement()) {
      return;
    }
    int start = scanner.end();
    int end = -1;
    int depth = scanner.depth();
    for (scanner.next(); scanner.depth() >= depth; scanner.next()) {
      if (scanner.isStart("a:pPr")) {
        scanner.skip();
        start = scanner.end();
      } else if (scanner.isStart("a:endParaRPr")) {
        end = scanner.start();
        scanner.skip();
      } else if (scanner.token() == Token.START) {
        child();
      }
    }
    InlineContent built = content.build(this);
    if (InlineCodes.strip(built.text()).isBlank()) {
      regions.addAll(inner);
    } else {
      Slice slice = new Slice(start, end < 0 ? scanner.start() : end);
      regions.add(new Region.Paragraph(slice, built, inner, ""));
    }
  }

  private void child() {
    switch (scanner.name()) {
      case "a:r" -> run();
      case "a:br" -> content.alone(List.of(new MarkupPiece.Source(scanner.skip())), true);
      default -> content.alone(reader.inside(inner));
    }
  }

  private void run() {
    RunStyle style = style("");
    int depth = scanner.depth();
    if (scanner.isEmptyElement()) {
      return;
    }
    for (scanner.next(); scanner.depth() >= depth; scanner.next()) {
      if (scanner.isStart("a:rPr")) {
        Slice properties = scanner.skip();
        style = style(scanner.raw(properties.start(), properties.end()));
      } else if (scanner.isStart("a:t")) {
        words(scanner.content(), style);
      }
    }
  }

  private RunStyle style(String properties) {
    String seen = UNSEEN.matcher(properties).replaceAll("");
    String key = EMPTY.matcher(seen).matches() ? "" : seen;
    return new RunStyle(key, "<" + prefix + "r>" + properties, "</" + prefix + "r>");
  }

  /** Tabs and line ends stand among the characters here. */
  private void words(String text, RunStyle style) {
    int copied = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\t' || c == '\n') {
        content.words(text.substring(copied, i), style);
        String markup = style.open() + words(String.valueOf(c)) + style.close();
        content.alone(List.of(new MarkupPiece.Literal(markup)), true);
        copied = i + 1;
      }
    }
    content.words(text.substring(copied), style);
  }

  @Override
  public String words(String text) {
    return "<" + prefix + "t>" + XmlText.escape(text) + "</" + prefix + "t>";
  }

  @Override
  public String localised(String open, Locale language) {
    return LANGUAGE
        .matcher(open)
        .replaceFirst("$1" + Matcher.quoteReplacement(language.toLanguageTag()));
  }
}
