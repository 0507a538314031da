package io.haidang.translation.memory;

import io.haidang.translation.document.InlineCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** How a text differs from another, word by word: by their longest common subsequence. */
public final class WordDiff {

  private static final Pattern TOKEN =
      Pattern.compile("\\s+|[\\p{L}\\p{M}\\p{N}]+|[^\\s\\p{L}\\p{M}\\p{N}]");

  /** Longer texts differ as a whole: nobody reads their words one by one. */
  private static final int MOST_TOKENS = 3_000;

  /** What happened to a stretch of text. */
  public enum Change {
    KEPT,
    REMOVED,
    ADDED
  }

  /** A stretch of text with one fate. */
  public record Part(Change change, String text) {}

  private final List<String> before;
  private final List<String> after;
  private final int[][] common;

  private WordDiff(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
    this.common = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        common[i][j] =
            before.get(i).equals(after.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
  }

  /**
   * The parts in reading order, without inline codes: those that are not added make {@code before},
   * those that are not removed {@code after}.
   */
  public static List<Part> of(String before, String after) {
    List<String> old = tokens(InlineCodes.strip(before));
    List<String> present = tokens(InlineCodes.strip(after));
    if (old.size() > MOST_TOKENS || present.size() > MOST_TOKENS) {
      return List.of(
          new Part(Change.REMOVED, String.join("", old)),
          new Part(Change.ADDED, String.join("", present)));
    }
    return new WordDiff(old, present).parts();
  }

  private List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
        add(parts, Change.KEPT, before.get(i++));
        j++;
      } else if (i < before.size() && (j == after.size() || common[i + 1][j] >= common[i][j + 1])) {
        add(parts, Change.REMOVED, before.get(i++));
      } else {
        add(parts, Change.ADDED, after.get(j++));
      }
    }
    return List.copyOf(parts);
  }

  private static void add(List<Part> parts, Change change, String token) {
    int last = parts.size() - 1;
    if (last >= 0 && parts.get(last).change() == change) {
      parts.set(last, new Part(change, parts.get(last).text() + token));
    } else {
      parts.add(new Part(change, token));
    }
  }

  private static List<String> tokens(String text) {
    return TOKEN.matcher(text).results().map(MatchResult::group).toList();
  }
}
