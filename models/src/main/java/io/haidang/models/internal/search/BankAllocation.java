package io.haidang.models.internal.search;

import io.haidang.models.internal.search.ConstrainedSearch.Row;
import java.util.ArrayList;
import java.util.List;

/** Shares the rows of a beam among banks of hypotheses with equally many phrase tokens written. */
final class BankAllocation {

  private BankAllocation() {}

  /**
   * The rows to go on with: one for each bank, the fullest bank first, then the full bank up to
   * {@code beams}, then by turns.
   *
   * @param candidates best first
   * @param all tokens of all phrases: the number of the full bank
   */
  static List<Row> choose(List<Row> candidates, int all, int beams, int width) {
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
    int[] shares = new int[banks.size()];
    int left = give(banks, shares, width, 1);
    int more = Math.min(left, Math.min(beams, banks.get(0).size()) - shares[0]);
    shares[0] += more;
    left -= more;
    for (int before = -1; left > 0 && left != before; ) {
      before = left;
      left = give(banks, shares, left, Integer.MAX_VALUE);
    }
    return shares;
  }

  /** One more for each bank that has candidates left and fewer rows than {@code limit}. */
  private static int give(List<List<Row>> banks, int[] shares, int rows, int limit) {
    int left = rows;
    for (int bank = 0; bank < shares.length && left > 0; bank++) {
      if (shares[bank] < Math.min(limit, banks.get(bank).size())) {
        shares[bank]++;
        left--;
      }
    }
    return left;
  }
}
