package io.haidang.summarization.evaluate;

import io.haidang.summarization.extract.Syllables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * ROUGE-1, ROUGE-2 and ROUGE-L (Lin, 2004) as the Python package rouge-score computes them without
 * a stemmer: F1 over n-grams with clipped counts, and over the longest common subsequence of the
 * whole texts. Only the tokens differ, since that package drops every letter that is not ASCII:
 * here they are runs of letters and digits in NFC and in small letters, which are words in English
 * and syllables in Vietnamese. On plain ASCII text both agree to the last digit.
 *
 * @param one ROUGE-1 F1, 0 to 1
 * @param two ROUGE-2 F1
 * @param longest ROUGE-L F1
 */
public record Rouge(double one, double two, double longest) {

  /** Compares a summary with the one that a person wrote. */
  public static Rouge of(String reference, String summary) {
    List<String> expected = Syllables.of(reference);
    List<String> written = Syllables.of(summary);
    return new Rouge(
        grams(expected, written, 1), grams(expected, written, 2), subsequence(expected, written));
  }

  /** The mean over several summaries; all 0 for none. */
  static Rouge mean(List<Rouge> scores) {
    return new Rouge(
        scores.stream().mapToDouble(Rouge::one).average().orElse(0),
        scores.stream().mapToDouble(Rouge::two).average().orElse(0),
        scores.stream().mapToDouble(Rouge::longest).average().orElse(0));
  }

  private static double grams(List<String> expected, List<String> written, int size) {
    Map<List<String>, Integer> reference = counts(expected, size);
    Map<List<String>, Integer> summary = counts(written, size);
    int common = 0;
    for (Map.Entry<List<String>, Integer> gram : reference.entrySet()) {
      common += Math.min(gram.getValue(), summary.getOrDefault(gram.getKey(), 0));
    }
    return harmonic(common, total(summary), total(reference));
  }

  private static Map<List<String>, Integer> counts(List<String> tokens, int size) {
    Map<List<String>, Integer> counts = new HashMap<>();
    for (int i = 0; i + size <= tokens.size(); i++) {
      counts.merge(List.copyOf(tokens.subList(i, i + size)), 1, Integer::sum);
    }
    return counts;
  }

  private static int total(Map<List<String>, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static double subsequence(List<String> expected, List<String> written) {
    int[] before = new int[written.size() + 1];
    for (String token : expected) {
      int[] now = new int[written.size() + 1];
      for (int j = 1; j <= written.size(); j++) {
        now[j] =
            token.equals(written.get(j - 1)) ? before[j - 1] + 1 : Math.max(before[j], now[j - 1]);
      }
      before = now;
    }
    return harmonic(before[written.size()], written.size(), expected.size());
  }

  private static double harmonic(int common, int written, int expected) {
    return common == 0 ? 0 : 2.0 * common / (written + expected);
  }
}
