package io.haidang.translation.document.subtitle;

import io.haidang.translation.document.inplace.Damage;
import io.haidang.translation.document.inplace.FileLine;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * SubRip. It has no standard; read as players do: a cue begins at its time and goes on to the next
 * one, numbers may be missing or wrong.
 */
final class SrtSyntax extends CueSyntax {

  private static final String JOINER = "\u2060";
  private static final Pattern MARKUP =
      Pattern.compile(
          "(?<end>\\r\\n|\\n|\\r)"
              + "|<(?<close>/?)(?<name>(?i:i|b|u|s|em|strong|font))(?:\\s[^<>\\r\\n]{0,200})?>"
              + "|\\{(?:\\\\[^{}\\r\\n]{1,200}|/?[bius]|[yYcC]:[^{}\\r\\n]{1,40})\\}");
  private static final int LONGEST_TIME = 40;
  private static final Pattern NUMBER = Pattern.compile("\\s*\\d{1,9}\\s*");
  private static final Pattern LOOKS_LIKE_TIME = Pattern.compile("[\\s\\d:.,-]*\\d[\\s\\d:.,-]*");

  @Override
  List<CueBlock> blocks(String text) {
    List<FileLine> lines = FileLine.of(text);
    List<Integer> heads = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (isHead(lines, i)) {
        heads.add(i);
      }
    }
    if (heads.isEmpty()) {
      throw Damage.inLine(1, "no cue in the whole file", "a number, a time and text");
    }
    List<CueBlock> blocks = new ArrayList<>();
    for (int i = 0; i < heads.size(); i++) {
      int end = i + 1 < heads.size() ? beforeNumber(lines, heads.get(i + 1)) : lines.size();
      blocks.add(block(lines, heads.get(i), end));
    }
    return blocks;
  }

  /** An arrow in a sentence is none; one below a number, or between digits, is meant as a time. */
  private static boolean isHead(List<FileLine> lines, int i) {
    String line = lines.get(i).text();
    int arrow = line.indexOf(CueClock.ARROW);
    return arrow >= 0
        && ((arrow < LONGEST_TIME && LOOKS_LIKE_TIME.matcher(line.substring(0, arrow)).matches())
            || (i > 0 && isNumber(lines, i - 1)));
  }

  private static boolean isNumber(List<FileLine> lines, int i) {
    return NUMBER.matcher(lines.get(i).text()).matches() && (i == 0 || lines.get(i - 1).isBlank());
  }

  private static int beforeNumber(List<FileLine> lines, int head) {
    return head > 0 && NUMBER.matcher(lines.get(head - 1).text()).matches() ? head - 1 : head;
  }

  private static CueBlock block(List<FileLine> lines, int head, int end) {
    CueTime time = CueClock.read(lines.get(head));
    int first = head + 1;
    int last = end - 1;
    while (first <= last && lines.get(first).isBlank()) {
      first++;
    }
    while (last >= first && lines.get(last).isBlank()) {
      last--;
    }
    int line = lines.get(head).number();
    if (first > last) {
      return new CueBlock(line, time, lines.get(head).end(), lines.get(head).end());
    }
    return new CueBlock(line, time, lines.get(first).start(), lines.get(last).end());
  }

  @Override
  Pattern markup() {
    return MARKUP;
  }

  /** SubRip cannot escape; an invisible character keeps a tag from being one. */
  @Override
  String escape(String words) {
    return words
        .replaceAll("<(?=/?(?i:i|b|u|s|em|strong|font)[\\s>])", "<" + JOINER)
        .replaceAll("\\{(?=[\\\\/bius])", "{" + JOINER)
        .replace(CueClock.ARROW, "→");
  }

  @Override
  String unescape(String words) {
    return words.replace("<" + JOINER, "<").replace("{" + JOINER, "{");
  }

  @Override
  String write(List<Cue> cues) {
    StringBuilder file = new StringBuilder();
    for (int i = 0; i < cues.size(); i++) {
      file.append(i + 1).append('\n').append(CueClock.write(cues.get(i).time(), ',')).append('\n');
      cues.get(i).lines().forEach(line -> file.append(escape(line)).append('\n'));
      file.append('\n');
    }
    return file.toString();
  }
}
