package io.haidang.models.internal.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Beam search whose outputs hold required phrases: vectorised dynamic beam allocation (Post and
 * Vilar 2018, Hu et al. 2019). Hypotheses compete with those that have written as many tokens of
 * the phrases, so that one that has begun a phrase is not lost to one that has not. The end is
 * taken only from a hypothesis that has them all. Ends at the length limit at the latest.
 */
public final class ConstrainedSearch implements Search {

  private static final Comparator<Row> BEST_FIRST =
      Comparator.comparingDouble((Row row) -> row.hypothesis.score()).reversed();

  private final SearchSettings settings;
  private final int width;
  private final RequiredPhrases phrases;
  private final List<ScoreProcessor> processors;
  private final FinishedBank bank;
  private List<Row> running;

  /** A candidate with its progress; {@code parent} is the row it continues. */
  record Row(int parent, Hypothesis hypothesis, PhraseProgress progress, int met) {}

  /**
   * A search of so many rows.
   *
   * @param width rows; more find better places for the phrases
   */
  public ConstrainedSearch(RequiredPhrases phrases, SearchSettings settings, int width) {
    this.settings = settings;
    this.phrases = phrases;
    this.processors = settings.processors();
    this.width = width;
    this.bank = new FinishedBank(settings);
    this.running = List.of(new Row(0, Hypothesis.start(settings.prefix()), phrases.start(), 0));
  }

  @Override
  public List<Next> advance(IntFunction<TokenScores> scores) {
    List<Row> open = new ArrayList<>();
    int rank = 0;
    for (Row candidate : candidates(scores)) {
      boolean complete = candidate.progress.isDone();
      boolean ended = settings.isEnd(candidate.hypothesis.token());
      if (ended || candidate.hypothesis.length() >= settings.maxLength()) {
        if (rank < settings.beams() && (ended ? complete : isWhole(candidate.progress))) {
          bank.add(candidate.hypothesis, !ended);
        }
      } else {
        open.add(candidate);
      }
      rank += complete ? 1 : 0;
    }
    List<Row> next = BankAllocation.choose(open, phrases.tokenCount(), settings.beams(), width);
    if (next.isEmpty() || isOver(next)) {
      return List.of();
    }
    running = next;
    return next.stream().map(row -> new Next(row.parent, row.hypothesis)).toList();
  }

  private boolean isWhole(PhraseProgress progress) {
    PhraseProgress ended = phrases.ended(progress);
    return ended.isDone() && !ended.refused();
  }

  /** Candidates of all rows, best first. */
  private List<Row> candidates(IntFunction<TokenScores> scores) {
    List<Row> candidates = new ArrayList<>();
    for (int i = 0; i < running.size(); i++) {
      Row row = running.get(i);
      int[] wanted = phrases.next(row.progress);
      TokenScores after = scores.apply(i);
      if (!processors.isEmpty()) {
        after.toLogProbabilities().processed(row.hypothesis, exempting(wanted));
      }
      for (int token : tokens(row, wanted, after)) {
        if (after.score(token) > Double.NEGATIVE_INFINITY) {
          add(candidates, i, row.hypothesis.append(token, after.score(token)), row.progress);
        }
      }
    }
    candidates.sort(BEST_FIRST);
    return candidates;
  }

  /** The likeliest tokens, those that phrases want, and one that lets a whole phrase be whole. */
  private int[] tokens(Row row, int[] wanted, TokenScores after) {
    IntPredicate parts = token -> settings.isEnd(token) || phrases.letsStand(row.progress, token);
    int[] likely = after.best(candidates());
    IntStream apart =
        Arrays.stream(likely).anyMatch(parts) ? IntStream.empty() : after.best(parts).stream();
    return IntStream.concat(IntStream.concat(Arrays.stream(likely), apart), Arrays.stream(wanted))
        .distinct()
        .toArray();
  }

  private void add(List<Row> candidates, int parent, Hypothesis longer, PhraseProgress before) {
    PhraseProgress progress =
        settings.isEnd(longer.token())
            ? phrases.ended(before)
            : phrases.after(before, longer.token());
    if (!progress.refused()) {
      candidates.add(new Row(parent, longer, progress, phrases.met(progress)));
    }
  }

  /** What a phrase wants may be written a second time whatever n-grams it repeats. */
  private List<ScoreProcessor> exempting(int[] wanted) {
    return processors.stream()
        .map(
            processor ->
                processor instanceof NoRepeatedNgrams
                    ? new ExceptTokens(processor, TokenIds.of(wanted))
                    : processor)
        .toList();
  }

  /**
   * As {@code early_stopping} has it, of the rows that may end now; only where no better one may be
   * missed do the others count as well.
   */
  private boolean isOver(List<Row> next) {
    boolean patient = settings.earlyStopping() == EarlyStopping.NEVER;
    return next.stream()
            .filter(row -> patient || row.progress.isDone())
            .allMatch(row -> bank.isClosedTo(row.hypothesis))
        && (patient || bank.isFull());
  }

  /** None when the phrases could not be met. */
  @Override
  public List<Finished> finished() {
    return bank.finished();
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int candidates() {
    return 2 * settings.beams();
  }
}
