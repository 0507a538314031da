package io.haidang.models.internal.search;

import java.util.ArrayList;
import java.util.List;

/**
 * How one text's output is searched, in the terms of Transformers' {@code GenerationConfig}.
 *
 * @param prefix what every output begins with: the start token and, where forced, the first token
 * @param ends tokens that end an output; at least one
 * @param forcedEnd tokens written in the last place an output may have; none when empty
 * @param maxLength most tokens of an output, start token included; more than the prefix
 * @param minLength fewest tokens before the end, start token included; 0 when any will do
 * @param noRepeatNgram runs of so many tokens occur once; 0 when any may recur
 * @param bannedWords token sequences that do not occur
 */
public record SearchSettings(
    TokenIds prefix,
    TokenIds ends,
    TokenIds forcedEnd,
    int beams,
    double lengthPenalty,
    EarlyStopping earlyStopping,
    int maxLength,
    int minLength,
    int noRepeatNgram,
    double repetitionPenalty,
    TokenIds suppressed,
    TokenIds suppressedAtBegin,
    List<TokenIds> bannedWords) {

  /** The same settings for another text, or asked for otherwise. */
  public SearchSettings with(TokenIds begin, int width, double penalty, int longest) {
    return new SearchSettings(
        begin,
        ends,
        forcedEnd,
        width,
        penalty,
        earlyStopping,
        longest,
        minLength,
        noRepeatNgram,
        repetitionPenalty,
        suppressed,
        suppressedAtBegin,
        bannedWords);
  }

  /** The processors these settings ask for, in Transformers' order. */
  List<ScoreProcessor> processors() {
    List<ScoreProcessor> all = new ArrayList<>();
    add(all, repetitionPenalty != 1, new RepetitionPenalty((float) repetitionPenalty));
    add(all, noRepeatNgram > 0, new NoRepeatedNgrams(noRepeatNgram));
    add(
        all,
        !bannedWords.isEmpty(),
        new BannedWords(bannedWords.stream().filter(this::bannable).toList()));
    add(all, minLength > 0, new MinimumLength(minLength, ends));
    add(all, !forcedEnd.isEmpty(), new ForcedAtLength(maxLength - 1, forcedEnd));
    add(all, !suppressed.isEmpty(), new SuppressedTokens(suppressed));
    add(all, !suppressedAtBegin.isEmpty(), new SuppressedAtBegin(prefix.size(), suppressedAtBegin));
    return List.copyOf(all);
  }

  private static void add(List<ScoreProcessor> all, boolean wanted, ScoreProcessor processor) {
    if (wanted) {
      all.add(processor);
    }
  }

  /** Without the end, nothing would ever be finished. */
  private boolean bannable(TokenIds word) {
    return word.size() > 1 || !isEnd(word.get(0));
  }

  boolean isEnd(int token) {
    return ends.contains(token);
  }

  /** The search these settings ask for. */
  public Search search() {
    return beams == 1 ? new GreedySearch(this) : new BeamSearch(this);
  }
}
