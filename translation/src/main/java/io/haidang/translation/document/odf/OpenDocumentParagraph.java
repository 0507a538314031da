package io.haidang.translation.document.odf;

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
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A paragraph or a heading. */
final class OpenDocumentParagraph implements InlineDialect {

  private static final Pattern SPACES = Pattern.compile(" {2,}");
  private static final int MOST_SPACES = 1_000;

  private final OpenDocumentReader reader;
  private final XmlScanner scanner;
  private final String prefix;
  private final InlineBuilder content = new InlineBuilder();
  private final List<Region> inner = new ArrayList<>();
  private boolean afterSpace = true;

  OpenDocumentParagraph(OpenDocumentReader reader) {
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
    children(new RunStyle("", "", ""));
    InlineContent built = content.build(this);
    if (InlineCodes.strip(built.text()).isBlank()) {
      regions.addAll(inner);
    } else {
      regions.add(new Region.Paragraph(new Slice(start, scanner.start()), built, inner, ""));
    }
  }

  private void children(RunStyle style) {
    if (scanner.isEmptyElement()) {
      return;
    }
    int depth = scanner.depth();
    for (scanner.next(); scanner.depth() >= depth; scanner.next()) {
      if (scanner.token() == Token.TEXT) {
        words(scanner.characters(), style);
      } else if (scanner.token() == Token.START) {
        child(style);
      }
    }
  }

  private void child(RunStyle style) {
    switch (scanner.name()) {
      case "text:span" -> children(styled(style));
      case "text:a" -> link(style);
      case "text:s" -> spaces(style);
      case "text:tab", "text:line-break" -> alone(style, scanner.skip(), true);
      case "text:soft-page-break" -> scanner.skip();
      default -> alone(style, reader.inside(inner), false);
    }
  }

  private RunStyle styled(RunStyle outer) {
    String name = Objects.requireNonNullElse(scanner.attribute("text:style-name"), "");
    String look = reader.styles().look(name);
    return look.isEmpty()
        ? outer
        : new RunStyle(
            outer.key() + '\n' + look,
            outer.open() + scanner.raw(),
            "</" + scanner.rawPrefix() + "span>" + outer.close());
  }

  private void link(RunStyle style) {
    if (!scanner.isEmptyElement()) {
      Object group = content.open(style.open() + scanner.raw());
      children(new RunStyle("", "", ""));
      content.close(group, scanner.raw() + style.close());
    }
  }

  private void spaces(RunStyle style) {
    String count = Objects.requireNonNullElse(scanner.attribute("text:c"), "1");
    scanner.skip();
    int spaces = count.matches("\\d{1,4}") ? Integer.parseInt(count) : 1;
    content.words(" ".repeat(Math.min(spaces, MOST_SPACES)), style);
    afterSpace = false;
  }

  private void alone(RunStyle style, Slice slice, boolean boundary) {
    content.alone(
        List.of(
            new MarkupPiece.Literal(style.open()),
            new MarkupPiece.Source(slice),
            new MarkupPiece.Literal(style.close())),
        boundary);
    afterSpace = false;
  }

  /** White space in the file is one space; what is more has elements of its own. */
  private void words(String text, RunStyle style) {
    StringBuilder words = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
      if (!space || !afterSpace) {
        words.append(space ? ' ' : c);
      }
      afterSpace = space;
    }
    content.words(words.toString(), style);
  }

  @Override
  public String words(String text) {
    return SPACES.matcher(XmlText.escape(text)).replaceAll(this::spaces);
  }

  private String spaces(MatchResult spaces) {
    return "<" + prefix + "s " + prefix + "c=\"" + spaces.group().length() + "\"/>";
  }
}
