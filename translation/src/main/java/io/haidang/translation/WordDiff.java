package io.haidang.translation;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** How a text differs from an earlier one, word by word (Myers). */
public final class WordDiff {

  /** A number with its separators is one word: nobody reads 18.500 as two. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s+|\\p{N}+(?:[.,/:]\\p{N}+)++|[\\p{L}\\p{M}\\p{N}]+|[^\\s\\p{L}\\p{M}\\p{N}]");

  /** What happened to a stretch of text. */
  public enum Change {
    KEPT,
    REMOVED,
    ADDED
  }

  /** A stretch of text with one fate. */
  public record Part(Change change, String text) {}

  private WordDiff() {}

  /**
   * The parts in reading order: without the added ones they make {@code before}, without the
   * removed ones {@code after}.
   */
  public static List<Part> of(String before, String after) {
    List<String> old = tokens(before);
    List<Part> parts = new ArrayList<>();
    int next = 0;
    for (AbstractDelta<String> delta : DiffUtils.diff(old, tokens(after)).getDeltas()) {
      int start = delta.getSource().getPosition();
      add(parts, Change.KEPT, old.subList(next, start));
      add(parts, Change.REMOVED, delta.getSource().getLines());
      add(parts, Change.ADDED, delta.getTarget().getLines());
      next = start + delta.getSource().size();
    }
    add(parts, Change.KEPT, old.subList(next, old.size()));
    return parts;
  }

  private static void add(List<Part> parts, Change change, List<String> tokens) {
    if (!tokens.isEmpty()) {
      parts.add(new Part(change, String.join("", tokens)));
    }
  }

  private static List<String> tokens(String text) {
    return TOKEN.matcher(text).results().map(MatchResult::group).toList();
  }
}
