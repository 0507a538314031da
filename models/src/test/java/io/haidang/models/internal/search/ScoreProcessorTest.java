package io.haidang.models.internal.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Each processor on scores worked out by hand from Transformers' definition. */
class ScoreProcessorTest {

  private static final float BANNED = Float.NEGATIVE_INFINITY;

  @Test
  void repetitionPenalty_tokenWrittenTwice_paysOnce() {
    assertThat(after(new RepetitionPenalty(2), written(0, 1, 1), 4, -4, 6))
        .containsExactly(2, -8, 6);
  }

  @Test
  void noRepeatedNgrams_secondRun_isBannedAtItsLastToken() {
    ScoreProcessor processor = new NoRepeatedNgrams(3);
    assertThat(after(processor, written(0, 1, 2, 3, 1, 2), 1, 1, 1, 1))
        .containsExactly(1, 1, 1, BANNED);
    assertThat(after(processor, written(0, 1), 1, 1, 1, 1)).containsExactly(1, 1, 1, 1);
  }

  @Test
  void noRepeatedNgrams_sizeOne_bansEveryWrittenToken() {
    assertThat(after(new NoRepeatedNgrams(1), written(0, 2), 1, 1, 1))
        .containsExactly(BANNED, 1, BANNED);
  }

  @Test
  void bannedWords_beginningWritten_bansTheLastToken() {
    ScoreProcessor processor =
        new BannedWords(List.of(TokenIds.of(1, 2), TokenIds.of(3), TokenIds.of(0, 1, 0)));
    assertThat(after(processor, written(0, 1), 1, 1, 1, 1))
        .containsExactly(BANNED, 1, BANNED, BANNED);
    assertThat(after(processor, written(1, 0), 1, 1, 1, 1)).containsExactly(1, 1, 1, BANNED);
  }

  @Test
  void minimumLength_notReached_bansEveryEnd() {
    ScoreProcessor processor = new MinimumLength(3, TokenIds.of(0, 2));
    assertThat(after(processor, written(1, 1), 1, 1, 1)).containsExactly(BANNED, 1, BANNED);
    assertThat(after(processor, written(1, 1, 1), 1, 1, 1)).containsExactly(1, 1, 1);
  }

  @Test
  void forcedAtLength_lastPlace_leavesTheForcedTokenAtNoCost() {
    ScoreProcessor processor = new ForcedAtLength(2, TokenIds.of(1));
    assertThat(after(processor, written(0, 2), -1, -2, -3)).containsExactly(BANNED, 0, BANNED);
    assertThat(after(processor, written(0), -1, -2, -3)).containsExactly(-1, -2, -3);
  }

  @Test
  void suppressed_everywhereOrAtBegin_areBannedThere() {
    TokenIds one = TokenIds.of(1);
    assertThat(after(new SuppressedTokens(one), written(0, 0), 1, 1)).containsExactly(1, BANNED);
    ScoreProcessor begin = new SuppressedAtBegin(2, one);
    assertThat(after(begin, written(0, 0), 1, 1)).containsExactly(1, BANNED);
    assertThat(after(begin, written(0, 0, 0), 1, 1)).containsExactly(1, 1);
  }

  private static Hypothesis written(int... tokens) {
    return Hypothesis.start(TokenIds.of(tokens));
  }

  private static float[] after(ScoreProcessor processor, Hypothesis soFar, float... scores) {
    processor.process(soFar, scores);
    return scores;
  }
}
