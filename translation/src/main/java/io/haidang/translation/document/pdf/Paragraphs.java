package io.haidang.translation.document.pdf;

import io.haidang.translation.document.InlineCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Guesses paragraphs: a line goes on in the next one when it is full, the next one is near and
 * neither begins a list, and both have letters of one size.
 */
final class Paragraphs {

  private static final float SAME_SIZE = 0.1f;
  private static final float NEAR = 1.9f;

  /** Share of the widest line from which on a line is full. */
  private static final float FULL = 0.8f;

  private static final float HEADING = 1.15f;
  private static final float TITLE = 1.45f;

  private static final Pattern PAGE_NUMBER = Pattern.compile("[-–\\s]*\\d{1,4}[-–\\s]*");

  private static final Pattern LIST =
      Pattern.compile("(?:[-–+•*▪○]|\\d{1,3}[.)]|[a-zđ][.)]|[IVX]{1,5}\\.|Điều \\d+).*");

  private static final Pattern SENTENCE_END = Pattern.compile(".*[.!?:;…]”?\"?");

  /**
   * Lines that belong together.
   *
   * @param level of a heading, from 1; 0 for a paragraph
   */
  record Paragraph(String text, int level) {}

  private final List<Line> lines;
  private final float widest;
  private final float body;

  private Paragraphs(List<Line> lines) {
    this.lines = lines;
    this.widest = (float) lines.stream().mapToDouble(Line::right).max().orElse(0);
    List<Float> sizes = lines.stream().map(Line::size).sorted().toList();
    this.body = sizes.isEmpty() ? 0 : sizes.get(sizes.size() / 2);
  }

  static List<Paragraph> of(List<Line> lines) {
    return new Paragraphs(
            lines.stream().filter(line -> !PAGE_NUMBER.matcher(line.text()).matches()).toList())
        .read();
  }

  private List<Paragraph> read() {
    List<Paragraph> paragraphs = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      append(text, lines.get(i).text());
      if (i + 1 == lines.size() || !goesOn(lines.get(i), lines.get(i + 1))) {
        paragraphs.add(new Paragraph(Codes.renumber(text.toString()), level(lines.get(i))));
        text.setLength(0);
      }
    }
    return paragraphs;
  }

  private static void append(StringBuilder text, String line) {
    int last = text.length() - 1;
    if (last > 0
        && text.charAt(last) == '-'
        && Character.isLetter(text.charAt(last - 1))
        && Character.isLowerCase(line.codePointAt(0))) {
      text.setLength(last);
    } else if (last >= 0) {
      text.append(' ');
    }
    text.append(line);
  }

  private boolean goesOn(Line line, Line next) {
    String words = InlineCodes.strip(line.text());
    boolean sameSize = Math.abs(line.size() - next.size()) <= SAME_SIZE * line.size();
    float step = next.top() - line.top();
    boolean near = step > 0 && step < NEAR * Math.max(line.size(), 1);
    boolean full = line.right() >= FULL * widest || Character.isLowerCase(first(next));
    boolean headingGoesOn = level(line) > 0 && level(next) > 0;
    return sameSize
        && near
        && (full || headingGoesOn)
        && !LIST.matcher(InlineCodes.strip(next.text())).matches()
        && !(SENTENCE_END.matcher(words).matches() && line.right() < FULL * widest);
  }

  private static int first(Line line) {
    String words = InlineCodes.strip(line.text());
    return words.isEmpty() ? ' ' : words.codePointAt(0);
  }

  private int level(Line line) {
    return line.size() >= TITLE * body ? 1 : line.size() >= HEADING * body ? 2 : 0;
  }
}
