package io.haidang.gateway.terms;

/**
 * A wording and what stands around it in its segment, without inline codes.
 *
 * @param index of the segment, from 0
 * @param before at most {@value #AROUND} UTF-16 units; begins with "…" where more stands before
 * @param wording as it is written here; empty where small letters are not told from capitals by
 *     Unicode's simple rules, in which case the segment is shown from its beginning
 * @param after likewise
 */
public record ConcordanceLine(int index, String before, String wording, String after) {

  static final int AROUND = 120;

  /** Cuts {@code text} around the first place that has {@code wording}, in whatever case. */
  static ConcordanceLine of(int index, String text, String wording) {
    int start = find(text, wording);
    if (start < 0) {
      return new ConcordanceLine(index, "", "", after(text, 0));
    }
    int end = start + wording.length();
    return new ConcordanceLine(
        index, before(text, start), text.substring(start, end), after(text, end));
  }

  private static int find(String text, String wording) {
    for (int i = 0; i + wording.length() <= text.length(); i++) {
      if (text.regionMatches(true, i, wording, 0, wording.length())) {
        return i;
      }
    }
    return -1;
  }

  /** The last words that fit, or what fits of a single one. */
  private static String before(String text, int end) {
    if (end <= AROUND) {
      return text.substring(0, end);
    }
    int from = end - AROUND + 1;
    int space = text.indexOf(' ', from);
    if (space < 0 || space >= end) {
      space = Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from;
    }
    return "…" + text.substring(space, end);
  }

  /** The first words that fit, or what fits of a single one. */
  private static String after(String text, int start) {
    if (text.length() - start <= AROUND) {
      return text.substring(start);
    }
    int to = start + AROUND - 1;
    int space = text.lastIndexOf(' ', to - 1) + 1;
    if (space <= start) {
      space = Character.isLowSurrogate(text.charAt(to)) ? to - 1 : to;
    }
    return text.substring(start, space) + "…";
  }
}
