package io.haidang.models.onnx;

/** How much two sequences have in common: twice the matching blocks over both lengths. */
final class Agreement {

  private Agreement() {}

  static double ratio(int[] a, int[] b) {
    int total = a.length + b.length;
    return total == 0 ? 1 : 2.0 * matches(a, 0, a.length, b, 0, b.length) / total;
  }

  /** The longest common block, and recursively what is common before and after it. */
  private static int matches(int[] a, int aFrom, int aTo, int[] b, int bFrom, int bTo) {
    int best = 0;
    int bestA = aFrom;
    int bestB = bFrom;
    for (int i = aFrom; i < aTo; i++) {
      for (int j = bFrom; j < bTo; j++) {
        int n = 0;
        while (i + n < aTo && j + n < bTo && a[i + n] == b[j + n]) {
          n++;
        }
        if (n > best) {
          best = n;
          bestA = i;
          bestB = j;
        }
      }
    }
    return best == 0
        ? 0
        : matches(a, aFrom, bestA, b, bFrom, bestB)
            + best
            + matches(a, bestA + best, aTo, b, bestB + best, bTo);
  }
}
