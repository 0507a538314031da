package io.haidang.models.internal.search;

import java.util.List;
import java.util.function.IntFunction;

/** Takes the likeliest token each time. */
final class GreedySearch implements Search {

  private final SearchSettings settings;
  private final List<ScoreProcessor> processors;
  private final FinishedBank bank;
  private Hypothesis running;

  GreedySearch(SearchSettings settings) {
    this.settings = settings;
    this.processors = settings.processors();
    this.bank = new FinishedBank(settings);
    this.running = Hypothesis.start(settings.prefix());
  }

  @Override
  public List<Next> advance(IntFunction<TokenScores> scores) {
    TokenScores after = scores.apply(0);
    int token = after.processed(running, processors).best(1)[0];
    running = running.append(token, forced(token) ? 0 : after.score(token));
    boolean ended = settings.isEnd(token);
    if (ended || running.length() >= settings.maxLength()) {
      bank.add(running, !ended);
      return List.of();
    }
    return List.of(new Next(0, running));
  }

  /** What is written whatever the model says costs nothing. */
  private boolean forced(int token) {
    return settings.forcedEnd().contains(token) && running.length() == settings.maxLength() - 1;
  }

  @Override
  public List<Finished> finished() {
    return bank.finished();
  }

  @Override
  public int width() {
    return 1;
  }

  @Override
  public int candidates() {
    return 1;
  }
}
