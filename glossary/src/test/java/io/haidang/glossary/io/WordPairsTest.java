package io.haidang.glossary.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordPairsTest {

  private static final String NFD = Normalizer.normalize("hoà bình", Normalizer.Form.NFD);

  @Test
  void tsv_linesOfEveryKind_arePairsInTheirOrder() {
    assertThat(WordPairs.tsv("\uFEFFcảng\tport\r\n\n  tàu \t ship \n\"cá\"\t=1+1\n"))
        .containsExactly(
            new WordPair("cảng", "port"),
            new WordPair("tàu", "ship"),
            new WordPair("\"cá\"", "=1+1"));
  }

  @Test
  void csv_quotedCellsAndLanguages_arePairsOfTheWantedDirection() {
    String rows = "cảng,port\n\"a \"\"b\"\"\",\"c, d\",vi,en\n\ntàu,navire,vi,fr\n";

    assertThat(WordPairs.csv(rows, (source, target) -> target.equals("en")))
        .containsExactly(new WordPair("cảng", "port"), new WordPair("a \"b\"", "c, d"));
  }

  @Test
  void tsv_aSourceAgain_saysWhereBothStand() {
    assertThatThrownBy(() -> WordPairs.tsv("one two\tthree\none two\tfour"))
        .isInstanceOf(WordPairException.class)
        .hasMessage(
            "Key with the index 1 (starting at position 14) duplicates key with the index 0"
                + " (starting at position 0)");
  }

  @Test
  void tsv_theSameWordsInAnotherNormalForm_areTheSameSource() {
    assertThatThrownBy(() -> WordPairs.tsv("hoà bình\tpeace\n" + NFD + "\tPeace"))
        .hasMessageContaining("duplicates key");
    assertThat(WordPairs.tsv(NFD + "\tpeace")).containsExactly(new WordPair("hoà bình", "peace"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "secret",
        "secret\t",
        "\tsecret",
        "secret\ta\tb",
        "secret\ta\u0000b",
        "secret\ta\u202Eb",
        "secret\u2066\tb",
        "secret\ta\u2028b",
        "secret\ta\u0085b",
        "secret\t\uD800",
        "secret\ta ‹1› b",
        "secret\t\u200B\u00A0"
      })
  void tsv_notAPair_isRefusedWithoutQuotingIt(String line) {
    assertThatThrownBy(() -> WordPairs.tsv(line))
        .isInstanceOf(WordPairException.class)
        .hasMessageContaining("index 0")
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"secret", "secret", "secret,a,vi", "secret,a,vi,en,x", "\"secret\"x,b"})
  void csv_notAPair_isRefusedWithoutQuotingIt(String rows) {
    assertThatThrownBy(() -> WordPairs.csv(rows, (source, target) -> true))
        .isInstanceOf(WordPairException.class)
        .hasMessageNotContaining("secret");
  }

  @Test
  void pair_asLongAsMayBe_isKeptAndNoLonger() {
    String longest = "ệ".repeat(341) + "a"; // 3 bytes each.
    assertThat(new WordPair(longest, longest).source()).isEqualTo(longest);
    assertThatThrownBy(() -> new WordPair("a", longest + "a"))
        .hasMessage("target: 1025 bytes (expected: at most 1024)");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void tsv_anyCharacters_areReadOrRefusedByName(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      StringBuilder text = new StringBuilder();
      for (int c = random.nextInt(40); c > 0; c--) {
        text.append(
            random.nextInt(4) == 0
                ? "\t\n\",".charAt(random.nextInt(4))
                : (char) random.nextInt(0x10000));
      }
      try {
        List<WordPair> pairs = WordPairs.tsv(text.toString());
        assertThat(WordPairs.tsv(WordPairs.toTsv(pairs))).isEqualTo(pairs);
        WordPairs.csv(text.toString(), (source, target) -> true);
      } catch (WordPairException e) {
        assertThat(e).hasMessageContaining("ndex");
      }
    }
  }
}
