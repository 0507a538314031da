package io.haidang.translation.document.subtitle;

import io.haidang.translation.document.DocumentException;
import io.haidang.translation.document.DocumentException.Reason;
import io.haidang.translation.document.inplace.FileLine;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** WebVTT, as <a href="https://www.w3.org/TR/webvtt1/">W3C</a> describes it. */
final class VttSyntax extends CueSyntax {

  static final String SIGNATURE = "WEBVTT";

  // The reading of a ruby text says how the words are pronounced, so it goes with its markup.
  private static final Pattern MARKUP =
      Pattern.compile(
          "(?<end>\\r\\n|\\n|\\r)"
              + "|<rt(?:[.\\s][^<>]{0,200})?>[^<>]{0,200}</rt>"
              + "|<(?<close>/?)(?<name>c|i|b|u|v|lang|ruby)(?:[.\\s][^<>]{0,500})?>"
              + "|<[^<>\\s][^<>]{0,200}>");

  @Override
  List<CueBlock> blocks(String text) {
    List<FileLine> lines = FileLine.of(text);
    checkSignature(lines);
    List<CueBlock> blocks = new ArrayList<>();
    int i = 1;
    while (i < lines.size() && !lines.get(i).isBlank() && !isTime(lines.get(i))) {
      i++; // The header, with what it says of time stamps.
    }
    while (i < lines.size()) {
      if (!isTime(lines.get(i))) {
        i++; // Blank lines, ids, notes, styles, regions.
        continue;
      }
      int head = i++;
      while (i < lines.size() && !lines.get(i).text().isEmpty() && !isTime(lines.get(i))) {
        i++;
      }
      blocks.add(block(lines, head, i));
    }
    return blocks;
  }

  private static void checkSignature(List<FileLine> lines) {
    String first = lines.isEmpty() ? "" : lines.get(0).text();
    if (!first.matches(SIGNATURE + "(?:[ \\t].*)?")) {
      throw new DocumentException(
          Reason.MISLABELLED, "document.line 1: no WEBVTT (expected: WEBVTT, as in every VTT)");
    }
  }

  private static boolean isTime(FileLine line) {
    return line.text().contains(CueClock.ARROW);
  }

  private static CueBlock block(List<FileLine> lines, int head, int end) {
    FileLine time = lines.get(head);
    if (head + 1 == end) {
      return new CueBlock(time.number(), CueClock.read(time), time.end(), time.end());
    }
    return new CueBlock(
        time.number(), CueClock.read(time), lines.get(head + 1).start(), lines.get(end - 1).end());
  }

  @Override
  Pattern markup() {
    return MARKUP;
  }

  @Override
  String escape(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace("-->", "--&gt;");
  }

  @Override
  String unescape(String words) {
    return words.indexOf('&') < 0 ? words : Parser.unescapeEntities(words, false);
  }

  @Override
  String write(List<Cue> cues) {
    StringBuilder file = new StringBuilder(SIGNATURE).append("\n\n");
    for (Cue cue : cues) {
      file.append(CueClock.write(cue.time(), '.')).append('\n');
      cue.lines().forEach(line -> file.append(escape(line)).append('\n'));
      file.append('\n');
    }
    return file.toString();
  }
}
