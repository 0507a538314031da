package io.haidang.models.internal.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search over random bigram tables; small cases against trying every output. */
final class ConstrainedSearchTest {

  private static final WordPieces PIECES = new WordPieces("_a", "_b", "_c", "_d", "s");
  private static final PieceEdges EDGES = PieceEdges.of(PIECES);
  private static final int END = 0;
  private static final int UNKNOWN = 1;
  private static final int ENOUGH = 10_000;
  private static final int BEAMS = 4;

  /** Tokens of an output, start and end included, where every one is tried. */
  private static final int LONGEST = 6;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void search_roomForAll_findsTheBestOfAllOutputs(long seed) {
    Random random = new Random(seed);
    float[][] table = table(random);
    List<String> phrases = phrases(random);
    SearchSettings settings = settings(64, 0, LONGEST, 0);
    List<Search.Finished> found = run(phrases, settings, ENOUGH, table);
    List<int[]> valid = outputs().stream().filter(o -> meets(o, phrases)).toList();
    if (valid.isEmpty()) {
      assertThat(found).isEmpty();
      return;
    }
    double best = valid.stream().mapToDouble(o -> score(o, table)).max().orElseThrow();
    assertThat(found.get(0).score()).as("%s", phrases).isCloseTo(best, within(1e-4));
    assertThat(found).allMatch(output -> meets(body(output), phrases));
    assertThat(found).hasSize(Math.min(64, valid.size()));
  }

  /** Where a beam is narrow, the outputs are still right, and none is better than the best. */
  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36})
  void search_narrowBeam_meetsEveryPhrase(long seed) {
    Random random = new Random(seed);
    float[][] table = table(random);
    List<String> phrases = phrases(random);
    int longest = 3 * tokens(phrases) + 4;
    List<Search.Finished> found = run(phrases, settings(BEAMS, 1, longest, 0), 8, table);
    assertThat(found).as("%s", phrases).isNotEmpty();
    assertThat(found).allMatch(output -> meets(body(output), phrases));
    assertThat(found).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
    assertThat(found.stream().map(output -> Arrays.toString(body(output))).distinct())
        .hasSameSizeAs(found);
  }

  @Test
  void search_phrasesLongerThanTheLimit_findsNothingAndEnds() {
    float[][] table = table(new Random(5));
    assertThat(run(List.of("a b c d"), settings(BEAMS, 1, 4, 0), 8, table)).isEmpty();
  }

  @Test
  void search_phraseTwice_isWrittenTwiceApart() {
    float[][] table = table(new Random(6));
    List<Search.Finished> found = run(List.of("a b", "a b"), settings(BEAMS, 1, 14, 0), 8, table);
    assertThat(found).isNotEmpty();
    assertThat(found).allMatch(o -> PIECES.text(body(o)).matches("(.* )?a b .+ a b( .*)?"));
  }

  /** Three tokens may not recur, but the phrase has to: what it wants is let through. */
  @Test
  void search_phraseTwiceAndNoRepeatedNgrams_letsOnlyThePhraseRecur() {
    for (long seed = 40; seed < 60; seed++) {
      List<String> phrases = List.of("a b c", "a b c");
      List<Search.Finished> found =
          run(phrases, settings(BEAMS, 1, 20, 3), 12, table(new Random(seed)));
      assertThat(found).isNotEmpty();
      for (Search.Finished output : found) {
        List<Integer> tokens = Arrays.stream(body(output)).boxed().toList();
        List<List<Integer>> others =
            IntStream.rangeClosed(3, tokens.size())
                .mapToObj(end -> tokens.subList(end - 3, end))
                .filter(run -> run.get(2) > PIECES.id("_c"))
                .toList();
        assertThat(others).doesNotHaveDuplicates();
        assertThat(count(" " + PIECES.text(body(output)) + " ", " a b c ")).isEqualTo(2);
      }
    }
  }

  @Test
  void search_bannedToken_isNotForcedByAPhrase() {
    SearchSettings banned = settings(BEAMS, 1, 12, 0, TokenIds.of(PIECES.id("_c")));
    assertThat(run(List.of("b c"), banned, 8, table(new Random(7)))).isEmpty();
    assertThat(run(List.of("b d"), banned, 8, table(new Random(7)))).isNotEmpty();
  }

  /** A model that loves one word would write it for ever. */
  @Test
  void search_circlingModel_endsAtTheLimit() {
    float[][] table = table(new Random(8));
    for (float[] row : table) {
      row[PIECES.id("_d")] = 20;
    }
    int steps = steps(List.of("a b", "c"), settings(BEAMS, 1, 30, 0), 8, table);
    assertThat(steps).isLessThanOrEqualTo(30);
  }

  @Test
  void search_anyStep_asksForNoMoreRowsThanItsWidth() {
    for (long seed = 70; seed < 80; seed++) {
      Random random = new Random(seed);
      ConstrainedSearch search =
          new ConstrainedSearch(required(phrases(random)), settings(BEAMS, 1, 20, 0), 7);
      float[][] table = table(random);
      List<Hypothesis> rows = List.of(Hypothesis.start(TokenIds.of(END)));
      while (!rows.isEmpty()) {
        rows = step(search, rows, table);
        assertThat(rows).hasSizeLessThanOrEqualTo(search.width());
      }
    }
  }

  /** Once the phrase stands in a likely output, no rows are spent on those without it. */
  @Test
  void search_phraseWritten_goesOnWithAsManyRowsAsABeam() {
    float[][] table = table(new Random(9));
    for (float[] row : table) {
      row[PIECES.id("_a")] = 9;
      row[END] = -9;
    }
    ConstrainedSearch search =
        new ConstrainedSearch(required(List.of("a")), settings(BEAMS, 1, 9, 0), 12);
    List<Hypothesis> rows = List.of(Hypothesis.start(TokenIds.of(END)));
    for (int i = 0; i < 3; i++) {
      rows = step(search, rows, table);
    }
    assertThat(rows).hasSize(BEAMS);
    assertThat(rows).anyMatch(row -> PIECES.text(tail(row)).contains("a"));
  }

  private static int[] tail(Hypothesis row) {
    return Arrays.copyOfRange(row.tokens(), 1, row.length());
  }

  private static List<Search.Finished> run(
      List<String> phrases, SearchSettings settings, int width, float[][] table) {
    ConstrainedSearch search = new ConstrainedSearch(required(phrases), settings, width);
    List<Hypothesis> rows = List.of(Hypothesis.start(settings.prefix()));
    while (!rows.isEmpty()) {
      rows = step(search, rows, table);
    }
    return search.finished();
  }

  private static int steps(
      List<String> phrases, SearchSettings settings, int width, float[][] table) {
    ConstrainedSearch search = new ConstrainedSearch(required(phrases), settings, width);
    List<Hypothesis> rows = List.of(Hypothesis.start(settings.prefix()));
    int steps = 0;
    while (!rows.isEmpty()) {
      rows = step(search, rows, table);
      steps++;
    }
    return steps;
  }

  private static List<Hypothesis> step(
      ConstrainedSearch search, List<Hypothesis> rows, float[][] table) {
    TokenScores scores = new TokenScores(PIECES.size());
    return search
        .advance(
            row -> {
              System.arraycopy(table[rows.get(row).token()], 0, scores.logits(), 0, PIECES.size());
              return scores.loaded();
            })
        .stream()
        .map(Search.Next::hypothesis)
        .toList();
  }

  private static RequiredPhrases required(List<String> phrases) {
    return RequiredPhrases.of(phrases.stream().map(List::of).toList(), PIECES, EDGES);
  }

  /** One to three phrases of up to three words, none of which shares a word with another. */
  private static List<String> phrases(Random random) {
    List<String> words = new ArrayList<>(List.of("a", "b", "c", "d", "as", "ds"));
    Collections.shuffle(words, random);
    List<String> phrases = new ArrayList<>();
    int count = 1 + random.nextInt(3);
    while (phrases.size() < count && !words.isEmpty()) {
      int size = Math.min(words.size(), 1 + random.nextInt(3));
      List<String> taken = words.subList(0, size);
      phrases.add(String.join(" ", taken));
      taken.clear();
    }
    return phrases;
  }

  private static int tokens(List<String> phrases) {
    return phrases.stream().mapToInt(phrase -> PIECES.pieceIds(phrase).length).sum();
  }

  /** Logits after each token; what cannot be spelled is never written. */
  private static float[][] table(Random random) {
    float[][] table = new float[PIECES.size()][PIECES.size()];
    for (float[] row : table) {
      for (int i = 0; i < row.length; i++) {
        row[i] = 3 * (float) random.nextGaussian();
      }
      row[UNKNOWN] = Float.NEGATIVE_INFINITY;
    }
    return table;
  }

  /** Every output that the limit allows, without start and end. */
  private static List<int[]> outputs() {
    List<int[]> all = new ArrayList<>(List.of(new int[0]));
    for (int from = 0; from < all.size(); from++) {
      int[] shorter = all.get(from);
      for (int token = 2; token < PIECES.size() && shorter.length < LONGEST - 1; token++) {
        int[] longer = Arrays.copyOf(shorter, shorter.length + 1);
        longer[shorter.length] = token;
        all.add(longer);
      }
    }
    return all;
  }

  /** By text alone: each phrase once as whole words, none of several words twice, none doubled. */
  private static boolean meets(int[] output, List<String> phrases) {
    String text = " " + PIECES.text(output) + " ";
    return phrases.stream()
        .allMatch(
            phrase -> {
              int count = count(text, " " + phrase + " ");
              boolean once = phrase.contains(" ") ? count == 1 : count >= 1;
              return once && !text.contains(" " + phrase + " " + phrase + " ");
            });
  }

  private static int count(String text, String phrase) {
    int count = 0;
    for (int at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
      count++;
    }
    return count;
  }

  private static double score(int[] output, float[][] table) {
    double score = 0;
    int previous = END;
    for (int token : output) {
      score += logProbability(table[previous], token);
      previous = token;
    }
    boolean cut = output.length == LONGEST - 1;
    return cut ? score : score + logProbability(table[previous], END);
  }

  private static double logProbability(float[] row, int token) {
    double sum = 0;
    for (float logit : row) {
      sum += Math.exp(logit);
    }
    return row[token] - Math.log(sum);
  }

  private static int[] body(Search.Finished output) {
    int[] tokens = output.hypothesis().tokens();
    int end = tokens[tokens.length - 1] == END ? tokens.length - 1 : tokens.length;
    return Arrays.copyOfRange(tokens, 1, end);
  }

  private static SearchSettings settings(int beams, double penalty, int longest, int ngram) {
    return settings(beams, penalty, longest, ngram, TokenIds.NONE);
  }

  private static SearchSettings settings(
      int beams, double penalty, int longest, int ngram, TokenIds suppressed) {
    return new SearchSettings(
        TokenIds.of(END),
        TokenIds.of(END),
        TokenIds.NONE,
        beams,
        penalty,
        penalty == 0 ? EarlyStopping.NEVER : EarlyStopping.HEURISTIC,
        longest,
        0,
        ngram,
        1,
        suppressed,
        TokenIds.NONE,
        List.of());
  }
}
