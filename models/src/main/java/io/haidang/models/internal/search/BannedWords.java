package io.haidang.models.internal.search;

import java.util.List;

/** Bans sequences of tokens ({@code bad_words_ids}): each one's last token after the others. */
record BannedWords(List<TokenIds> words) implements ScoreProcessor {

  @Override
  public void process(Hypothesis soFar, float[] scores) {
    for (TokenIds word : words) {
      if (soFar.endsWith(word, word.size() - 1)) {
        scores[word.last()] = Float.NEGATIVE_INFINITY;
      }
    }
  }
}
