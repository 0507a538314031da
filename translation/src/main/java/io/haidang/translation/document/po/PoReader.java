package io.haidang.translation.document.po;

import io.haidang.translation.document.inplace.Damage;
import io.haidang.translation.document.inplace.FileLine;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the entries of a catalogue; obsolete ones, behind {@code #~}, are comments. */
final class PoReader {

  private static final Pattern KEYWORD =
      Pattern.compile("\\s*(msgctxt|msgid_plural|msgid|msgstr(?:\\[\\d\\])?)\\s*(?=\")");

  private final List<FileLine> lines;
  private final List<PoEntry> entries = new ArrayList<>();
  private final List<PoString> strings = new ArrayList<>();
  private @Nullable FileLine flags;
  private int at;

  private PoReader(String text) {
    this.lines = FileLine.of(text);
  }

  /**
   * In order, the header with them.
   *
   * @throws io.haidang.translation.document.DocumentException naming the line that is no PO
   */
  static List<PoEntry> read(String text) {
    PoReader reader = new PoReader(text);
    while (reader.at < reader.lines.size()) {
      reader.next();
    }
    reader.finish();
    return reader.entries;
  }

  private void next() {
    FileLine line = lines.get(at);
    String content = line.text().strip();
    if (content.isEmpty() || content.startsWith("#")) {
      finish();
      if (content.isEmpty() || content.startsWith("#~")) {
        flags = null;
      } else if (content.startsWith("#,")) {
        flags = line;
      }
      at++;
      return;
    }
    Matcher keyword = KEYWORD.matcher(line.text());
    if (!keyword.lookingAt()) {
      throw Damage.inLine(line.number(), "no keyword", "msgid or msgstr and a string in quotes");
    }
    if (startsEntry(keyword.group(1))) {
      finish();
    }
    strings.add(string(keyword.group(1), keyword.end()));
  }

  private boolean startsEntry(String keyword) {
    boolean translated = strings.stream().anyMatch(each -> each.keyword().startsWith("msgstr"));
    return translated && !keyword.startsWith("msgstr");
  }

  private void finish() {
    if (!strings.isEmpty()) {
      entries.add(new PoEntry(flags, strings));
      strings.clear();
      flags = null;
    }
  }

  private PoString string(String keyword, int from) {
    int first = at;
    StringBuilder value = new StringBuilder();
    FileLine line = lines.get(at);
    int start = line.start() + from;
    int end = start + read(line, from, value);
    at++;
    while (at < lines.size() && lines.get(at).text().strip().startsWith("\"")) {
      line = lines.get(at);
      int quote = line.text().indexOf('"');
      end = line.start() + quote + read(line, quote, value);
      at++;
    }
    return new PoString(keyword, start, end, value.toString(), at - first);
  }

  /** Reads a string in quotes, which has to be the rest of its line. */
  private static int read(FileLine line, int quote, StringBuilder value) {
    String text = line.text();
    int i = quote + 1;
    while (i < text.length() && text.charAt(i) != '"') {
      char c = text.charAt(i++);
      if (c == '\\' && i < text.length()) {
        c = unescaped(text.charAt(i++));
      }
      value.append(c);
    }
    if (i >= text.length() || !text.substring(i + 1).isBlank()) {
      throw Damage.inLine(line.number(), "no whole string", "a string in quotes");
    }
    return i + 1 - quote;
  }

  private static char unescaped(char c) {
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      default -> c;
    };
  }
}
