package io.haidang.models.onnx;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Beam search with the semantics of Transformers' {@code generate} (early stopping off): twice as
 * many candidates as beams, finished ones scored by mean log-probability.
 */
final class BeamLane implements Lane {

  private static final Comparator<Next> BEST_FIRST =
      Comparator.comparingDouble((Next next) -> next.hypothesis().score()).reversed();

  private final int beams;
  private final int eos;
  private final int maxLength;
  private final FinishedBank bank;
  private List<Hypothesis> running;

  /**
   * @param maxLength tokens a hypothesis may have, the language and the end included
   */
  BeamLane(int beams, double lengthPenalty, int language, int eos, int maxLength) {
    this.beams = beams;
    this.eos = eos;
    this.maxLength = maxLength;
    this.bank = new FinishedBank(beams, lengthPenalty);
    this.running = List.of(Hypothesis.start(language));
  }

  @Override
  public List<Next> advance(IntFunction<TokenScores> scores) {
    List<Next> next = new ArrayList<>();
    int rank = 0;
    for (Next candidate : candidates(scores)) {
      Hypothesis hypothesis = candidate.hypothesis();
      boolean ended = hypothesis.token() == eos;
      if (ended || hypothesis.length() >= maxLength) {
        if (rank < beams) {
          bank.add(hypothesis, !ended);
        }
      } else if (next.size() < beams) {
        next.add(candidate);
      }
      rank++;
    }
    if (next.isEmpty() || bank.isClosedTo(next.get(0).hypothesis())) {
      return List.of();
    }
    running = next.stream().map(Next::hypothesis).toList();
    return next;
  }

  private List<Next> candidates(IntFunction<TokenScores> scores) {
    // Greedy needs the best token only; a beam may lose half of its candidates to the end token.
    int count = beams == 1 ? 1 : 2 * beams;
    List<Next> candidates = new ArrayList<>();
    for (int row = 0; row < running.size(); row++) {
      TokenScores after = scores.apply(row);
      for (int token : after.best(count)) {
        candidates.add(new Next(row, running.get(row).append(token, after.logProbability(token))));
      }
    }
    candidates.sort(BEST_FIRST);
    return candidates.subList(0, Math.min(count, candidates.size()));
  }

  @Override
  public Finished best() {
    return bank.best();
  }

  @Override
  public int width() {
    return beams;
  }
}
