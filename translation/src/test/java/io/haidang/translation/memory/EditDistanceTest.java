package io.haidang.translation.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class EditDistanceTest {

  private final Random random = new Random(5);

  private int[] text() {
    return random.ints(random.nextInt(12), 0, 4).toArray();
  }

  /** The definition, without bounds. */
  private static int plain(int[] one, int[] other) {
    int[][] costs = new int[one.length + 1][other.length + 1];
    for (int i = 0; i <= one.length; i++) {
      for (int j = 0; j <= other.length; j++) {
        if (i == 0 || j == 0) {
          costs[i][j] = i + j;
          continue;
        }
        int replace = costs[i - 1][j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
        costs[i][j] = Math.min(replace, Math.min(costs[i - 1][j], costs[i][j - 1]) + 1);
      }
    }
    int longest = Math.max(one.length, other.length);
    return longest == 0 ? 100 : (longest - costs[one.length][other.length]) * 100 / longest;
  }

  @Test
  void score_anyTexts_isThatOfTheDefinitionWhereItCounts() {
    for (int i = 0; i < 5_000; i++) {
      int[] one = text();
      int[] other = text();
      int expected = plain(one, other);
      for (int least : new int[] {1, 50, 70, 90, 100}) {
        int score = EditDistance.score(one, other, least);
        if (expected >= least) {
          assertThat(score).isEqualTo(expected);
        } else {
          assertThat(score).isLessThan(least);
        }
      }
    }
  }

  @Test
  void common_ofTextsThatMatch_isNeverMoreThanTheyShare() {
    for (int i = 0; i < 20_000; i++) {
      var one = random.ints(1 + random.nextInt(10), 0, 6).mapToObj(Integer::toString).toList();
      var other = random.ints(1 + random.nextInt(10), 0, 6).mapToObj(Integer::toString).toList();
      int score = EditDistance.score(one, other, 1);
      if (score >= 70) {
        var grams = Grams.of(one);
        long shared = Grams.of(other).stream().filter(grams::contains).count();
        assertThat(shared)
            .as(one + " " + other)
            .isGreaterThanOrEqualTo(Grams.common(one.size(), grams.size(), 70));
      }
    }
  }
}
