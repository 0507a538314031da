package io.haidang.translation.pipeline;

import io.haidang.models.Generation.UncertainSpan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Carries marked places over to a text that was edited a little: spaces, capitals, punctuation, a
 * word left out. Characters keep their place when they are in a longest common subsequence of both
 * texts, whatever their case (Wagner and Fischer 1974, between the common beginning and end).
 */
final class EditedText {

  /** Texts that differ all over are no edits, and comparing them costs their product. */
  private static final long MOST_COMPARISONS = 1_000_000;

  private static final int GONE = -1;

  private EditedText() {}

  /** The places that {@code after} still has, most of their characters at least. */
  static List<UncertainSpan> carry(List<UncertainSpan> places, String before, String after) {
    if (places.isEmpty() || before.equals(after)) {
      return places;
    }
    int[] now = now(before, after);
    List<UncertainSpan> carried = new ArrayList<>();
    for (UncertainSpan place : places) {
      int[] kept =
          Arrays.stream(now, place.start(), place.end()).filter(at -> at != GONE).toArray();
      if (2 * kept.length > place.end() - place.start()) {
        carried.add(new UncertainSpan(kept[0], kept[kept.length - 1] + 1, place.logProbability()));
      }
    }
    return List.copyOf(carried);
  }

  /** Where each unit of {@code before} is now. */
  private static int[] now(String before, String after) {
    int[] now = new int[before.length()];
    Arrays.fill(now, GONE);
    int shorter = Math.min(before.length(), after.length());
    int start = 0;
    while (start < shorter && same(before.charAt(start), after.charAt(start))) {
      now[start] = start++;
    }
    int end = 0;
    while (end < shorter - start
        && same(before.charAt(before.length() - 1 - end), after.charAt(after.length() - 1 - end))) {
      end++;
      now[before.length() - end] = after.length() - end;
    }
    align(
        before.substring(start, before.length() - end),
        after.substring(start, after.length() - end),
        start,
        now);
    return now;
  }

  private static void align(String before, String after, int offset, int[] now) {
    if ((long) before.length() * after.length() > MOST_COMPARISONS) {
      return;
    }
    int[][] common = common(before, after);
    int i = 0;
    int j = 0;
    while (i < before.length() && j < after.length()) {
      if (same(before.charAt(i), after.charAt(j))) {
        now[offset + i++] = offset + j++;
      } else if (common[i + 1][j] >= common[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
  }

  /** Lengths of the longest common subsequences of what begins at each pair of places. */
  private static int[][] common(String before, String after) {
    int[][] common = new int[before.length() + 1][after.length() + 1];
    for (int i = before.length() - 1; i >= 0; i--) {
      for (int j = after.length() - 1; j >= 0; j--) {
        common[i][j] =
            same(before.charAt(i), after.charAt(j))
                ? 1 + common[i + 1][j + 1]
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private static boolean same(char one, char other) {
    return Character.toLowerCase(one) == Character.toLowerCase(other);
  }
}
