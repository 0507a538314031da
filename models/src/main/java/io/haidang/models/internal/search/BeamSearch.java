package io.haidang.models.internal.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Beam search with the results of Transformers 4.57's {@code _beam_search}: for each beam one
 * candidate more than there are end tokens, of which the best {@code beams} may finish.
 */
final class BeamSearch implements Search {

  private static final Comparator<Next> BEST_FIRST =
      Comparator.comparingDouble((Next next) -> next.hypothesis().score()).reversed();

  private final SearchSettings settings;
  private final List<ScoreProcessor> processors;
  private final int kept;
  private final FinishedBank bank;
  private List<Hypothesis> running;

  BeamSearch(SearchSettings settings) {
    this.settings = settings;
    this.processors = settings.processors();
    this.kept = Math.max(2, 1 + settings.ends().size()) * settings.beams();
    this.bank = new FinishedBank(settings);
    this.running = List.of(Hypothesis.start(settings.prefix()));
  }

  @Override
  public List<Next> advance(IntFunction<TokenScores> scores) {
    List<Next> next = new ArrayList<>();
    int rank = 0;
    for (Next candidate : candidates(scores)) {
      Hypothesis hypothesis = candidate.hypothesis();
      boolean ended = settings.isEnd(hypothesis.token());
      if (ended || hypothesis.length() >= settings.maxLength()) {
        if (rank < settings.beams()) {
          bank.add(hypothesis, !ended);
        }
      } else if (next.size() < settings.beams()) {
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
    List<Next> candidates = new ArrayList<>();
    for (int row = 0; row < running.size(); row++) {
      Hypothesis hypothesis = running.get(row);
      TokenScores after = scores.apply(row);
      if (!processors.isEmpty()) {
        after.toLogProbabilities().processed(hypothesis, processors);
      }
      for (int token : after.best(kept)) {
        candidates.add(new Next(row, hypothesis.append(token, after.score(token))));
      }
    }
    candidates.sort(BEST_FIRST);
    return candidates.subList(0, Math.min(kept, candidates.size()));
  }

  @Override
  public List<Finished> finished() {
    return bank.finished();
  }

  @Override
  public int width() {
    return settings.beams();
  }

  @Override
  public int candidates() {
    return kept;
  }
}
