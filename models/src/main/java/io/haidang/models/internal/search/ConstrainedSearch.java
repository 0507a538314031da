package io.haidang.models.internal.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Beam search whose output holds required phrases, by dynamic beam allocation (Post and Vilar
 * 2018): hypotheses compete only with those that have written as many phrase tokens, so that one
 * that has begun a phrase is not lost to one that has not. Ends at the length limit at the latest.
 */
public final class ConstrainedSearch implements Search {

  private static final int MOST_ROWS = 40;

  private final SearchSettings settings;
  private final int width;
  private final RequiredPhrases phrases;
  private final List<ScoreProcessor> processors;
  private final FinishedBank bank;
  private List<State> running;
  private @Nullable State fallback;

  /** A candidate with its progress; {@code parent} is the row it continues. */
  private record State(int parent, Hypothesis hypothesis, RequiredPhrases.Progress progress) {}

  public ConstrainedSearch(RequiredPhrases phrases, SearchSettings settings) {
    int beams = settings.beams();
    this.settings = settings;
    this.phrases = phrases;
    this.processors = settings.processors();
    this.width = Math.min(MOST_ROWS, Math.max(2 * beams, phrases.tokenCount() + beams));
    this.bank = new FinishedBank(settings);
    Hypothesis start = Hypothesis.start(settings.prefix());
    this.running = List.of(new State(0, start, phrases.progress(start.tokens())));
  }

  @Override
  public List<Next> advance(IntFunction<TokenScores> scores) {
    List<State> open = new ArrayList<>();
    for (State candidate : candidates(scores)) {
      boolean ended = settings.isEnd(candidate.hypothesis.token());
      if (!ended && candidate.hypothesis.length() < settings.maxLength()) {
        open.add(candidate);
      } else if (candidate.progress.phrases() == phrases.count()) {
        bank.add(candidate.hypothesis, !ended);
      } else {
        keepFallback(candidate);
      }
    }
    List<State> next = allocate(open);
    if (next.isEmpty() || next.stream().allMatch(state -> bank.isClosedTo(state.hypothesis))) {
      return List.of();
    }
    running = next;
    return next.stream().map(state -> new Next(state.parent, state.hypothesis)).toList();
  }

  /** Per row: the likeliest tokens and those that a phrase wants. */
  private List<State> candidates(IntFunction<TokenScores> scores) {
    List<State> candidates = new ArrayList<>();
    for (int row = 0; row < running.size(); row++) {
      State state = running.get(row);
      TokenScores after = scores.apply(row);
      if (!processors.isEmpty()) {
        after.toLogProbabilities().processed(state.hypothesis, processors);
      }
      Set<Integer> tokens = new LinkedHashSet<>();
      for (int token : after.best(2 * settings.beams())) {
        tokens.add(token);
      }
      tokens.addAll(state.progress.next());
      for (int token : tokens) {
        if (after.score(token) == Double.NEGATIVE_INFINITY) {
          continue;
        }
        Hypothesis longer = state.hypothesis.append(token, after.score(token));
        RequiredPhrases.Progress progress = phrases.progress(longer.tokens());
        if (!progress.excess()) {
          candidates.add(new State(row, longer, progress));
        }
      }
    }
    candidates.sort(
        Comparator.comparingDouble((State state) -> state.hypothesis.score()).reversed());
    return candidates;
  }

  /**
   * One place per bank, the fullest bank first, then the full bank up to the beam, then by turns.
   */
  private List<State> allocate(List<State> open) {
    Map<Integer, List<State>> banks = new TreeMap<>(Comparator.reverseOrder());
    for (State state : open) {
      banks.computeIfAbsent(state.progress.tokens(), tokens -> new ArrayList<>()).add(state);
    }
    Map<Hypothesis, State> chosen = new LinkedHashMap<>();
    List<State> full = banks.getOrDefault(phrases.tokenCount(), List.of());
    for (int turn = 0; chosen.size() < width && chosen.size() < open.size(); turn++) {
      for (List<State> members : banks.values()) {
        if (turn < members.size() && chosen.size() < width) {
          chosen.putIfAbsent(members.get(turn).hypothesis, members.get(turn));
        }
      }
      for (int i = 0; turn == 0 && i < Math.min(settings.beams(), full.size()); i++) {
        if (chosen.size() < width) {
          chosen.putIfAbsent(full.get(i).hypothesis, full.get(i));
        }
      }
    }
    return List.copyOf(chosen.values());
  }

  private void keepFallback(State state) {
    State kept = fallback;
    if (kept == null
        || state.progress.phrases() > kept.progress.phrases()
        || (state.progress.phrases() == kept.progress.phrases() && score(state) > score(kept))) {
      fallback = state;
    }
  }

  private double score(State state) {
    return bank.normalised(state.hypothesis.score(), state.hypothesis.generated());
  }

  @Override
  public List<Finished> finished() {
    State kept = fallback;
    List<Finished> whole = bank.finished();
    if (!whole.isEmpty() || kept == null) {
      return whole;
    }
    boolean cut = !settings.isEnd(kept.hypothesis.token());
    return List.of(new Finished(kept.hypothesis, score(kept), cut));
  }

  @Override
  public int width() {
    return width;
  }
}
