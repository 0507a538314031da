package io.haidang.models.internal.search;

import io.haidang.models.internal.search.ConstrainedSearch.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Shares the rows of a beam among banks of hypotheses with equally many phrase tokens written. */
final class BankAllocation {

  /** A row this far below one that has written more of the phrases hardly overtakes it again. */
  private static final double BEHIND_FULLER = 2;

  private BankAllocation() {}

  /**
   * The rows to go on with. All of them where they have room; otherwise the promising ones, filled
   * up to a multiple of {@code beams}, for rows of one source share its cross-attention by so many.
   * Where even those do not fit, each bank gets one, the fullest bank first, then the full bank up
   * to {@code beams}, then all by turns.
   *
   * @param candidates best first
   * @param all tokens of all phrases: the number of the full bank
   */
  static List<Row> choose(List<Row> candidates, int all, int beams, int width) {
    if (candidates.size() <= width) {
      return List.copyOf(candidates);
    }
    List<List<Row>> banks = new ArrayList<>();
    for (int bank = 0; bank <= all; bank++) {
      banks.add(new ArrayList<>());
    }
    candidates.forEach(row -> banks.get(all - row.met()).add(row)); // The full bank is the first.
    int[] shares = shares(banks, beams, width);
    List<Row> chosen = new ArrayList<>();
    for (int bank = 0; bank <= all; bank++) {
      chosen.addAll(banks.get(bank).subList(0, shares[bank]));
    }
    return chosen;
  }

  private static int[] shares(List<List<Row>> banks, int beams, int width) {
    int[] promising = promising(banks, beams);
    int[] shares = new int[promising.length];
    int groups = (IntStream.of(promising).sum() + beams - 1) / beams;
    int left = give(promising, shares, Math.min(width, groups * beams), 1);
    int more = Math.min(left, Math.min(beams, promising[0]) - shares[0]);
    shares[0] += more;
    left = giveByTurns(promising, shares, left - more);
    giveByTurns(banks.stream().mapToInt(List::size).toArray(), shares, left);
    return shares;
  }

  /**
   * How many of the first rows of each bank are worth their time: not those that a row has left
   * behind which has written more, except for the best one as long as the full bank is worse.
   */
  private static int[] promising(List<List<Row>> banks, int beams) {
    double complete = best(banks.get(0)) - BEHIND_FULLER;
    double limit = Double.NEGATIVE_INFINITY;
    int[] promising = new int[banks.size()];
    for (int bank = 0; bank < promising.length; bank++) {
      List<Row> rows = banks.get(bank);
      for (Row row : rows.subList(0, Math.min(beams, rows.size()))) {
        boolean onlyHope = promising[bank] == 0 && score(row) >= complete;
        promising[bank] += onlyHope || score(row) >= limit ? 1 : 0;
      }
      limit = Math.max(limit, best(rows) - BEHIND_FULLER);
    }
    return promising;
  }

  /** Of no rows it is that of no hope. */
  private static double best(List<Row> rows) {
    return rows.isEmpty() ? Double.NEGATIVE_INFINITY : score(rows.get(0));
  }

  private static double score(Row row) {
    return row.hypothesis().score();
  }

  private static int giveByTurns(int[] sizes, int[] shares, int rows) {
    int left = rows;
    for (int before = -1; left > 0 && left != before; ) {
      before = left;
      left = give(sizes, shares, left, Integer.MAX_VALUE);
    }
    return left;
  }

  /** One more for each bank that has rows left and fewer given than {@code limit}. */
  private static int give(int[] sizes, int[] shares, int rows, int limit) {
    int left = rows;
    for (int bank = 0; bank < shares.length && left > 0; bank++) {
      if (shares[bank] < Math.min(limit, sizes[bank])) {
        shares[bank]++;
        left--;
      }
    }
    return left;
  }
}
