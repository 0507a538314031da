package io.haidang.translation.document.markdown;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words so that Markdown takes none of them for markup. */
final class MarkdownEscapes {

  private static final Pattern SPECIAL =
      Pattern.compile(
          "[`*\\[\\]<|]"
              + "|\\\\(?=\\p{Punct}|$)"
              + "|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])"
              + "|~(?=~)|(?<=~)~"
              + "|&(?=#?\\w{1,32};)");

  private static final Pattern BLOCK =
      Pattern.compile(
          "(#{1,6}(?=\\s|$)|>|[-+](?=\\s|$)|(?:-{2,}|={1,})\\s*$|~~~|(\\d{1,9})[.)](?=\\s|$))");

  /** Breaks of a line that nothing follows. */
  private static final Pattern LAST_BREAKS = Pattern.compile("(?:(?:\\\\| {2,})\\R[ \\t>]*)++$");

  private MarkdownEscapes() {}

  static String words(String words) {
    return SPECIAL.matcher(words.replaceAll("\\s*[\\r\\n]+\\s*", " ")).replaceAll("\\\\$0");
  }

  /** What stands in a cell of a table, code included. */
  static String cell(String text) {
    return text.replaceAll("(?<!\\\\)\\|", "\\\\|");
  }

  /** A paragraph so that its beginning makes nothing else of it. */
  static String paragraph(String text) {
    String line = LAST_BREAKS.matcher(text.stripLeading()).replaceFirst("");
    Matcher block = BLOCK.matcher(line);
    if (!block.lookingAt()) {
      return line;
    }
    int mark = block.group(2) == null ? 0 : block.group(2).length();
    return line.substring(0, mark) + "\\" + line.substring(mark);
  }
}
