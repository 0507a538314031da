package io.haidang.models.internal.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as a phrase, token by token. Pieces: words, and "s" which goes on with any. */
final class RequiredPhrasesTest {

  private static final WordPieces PIECES =
      new WordPieces(
          "_city",
          "_City",
          "_party",
          "_Party",
          "_committee",
          "_port",
          "_of",
          "_finance",
          "s",
          "'",
          "folio",
          "_the",
          ".",
          "_(",
          "port",
          "city",
          "_",
          "x",
          "北",
          "京",
          "_北",
          "은",
          "_항구");
  private static final PieceEdges EDGES = PieceEdges.of(PIECES);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Required; written; open at the end.
        "port | the port | 0",
        "port | the portfolio | 1",
        "port | the ports | 1",
        "port, ports | the ports | 0",
        "port | portfolio port | 0",
        "port | the (port | 0",
        "port | cityport | 1",
        "port | port's | 0",
        "party committee | Party committee | 0",
        "party committee | City party committee of | 0",
        "party committee | party | 1",
        "party committee | party party committee | 0",
        "party committee | party city committee | 1",
        "北京 | the 北京 | 0",
        "항구 | 항구은 | 0",
      })
  void phrase_written_countsAsWholeWords(String wordings, String output, int open) {
    List<String> alternatives = Arrays.stream(wordings.split(",")).map(String::strip).toList();
    assertThat(open(List.of(alternatives), output)).isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Two phrases; written; open at the end.
        "city party | city party committee | city party committee | 1",
        "city party | city party committee | city party of city party committee | 0",
        "city party | city party committee | city party committee of city party | 0",
        "city party committee of | party committee | city party committee port | 1",
        "city party committee of | committee port | city party committee port | 1",
        "port | port | the port | 1",
        "port | port | port of port | 0",
        "party committee | committee of | party committee of | 1",
        "party committee | committee of | party committee of committee of | 0",
      })
  void phrases_sharingWords_eachNeedAPlaceOfTheirOwn(
      String one, String other, String output, int open) {
    assertThat(open(List.of(List.of(one), List.of(other)), output)).isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "party committee | party committee of party committee | true",
        "party committee | party committee of party | false",
        "port | port of port | false",
        "port | port port | true",
        "port | port ports | false",
      })
  void phrase_writtenTooOften_isRefused(String phrase, String output, boolean refused) {
    RequiredPhrases phrases = phrases(List.of(List.of(phrase)));
    assertThat(phrases.ended(read(phrases, output)).refused()).isEqualTo(refused);
  }

  @Test
  void next_betweenPhrases_beginsTheOpenOnes() {
    RequiredPhrases phrases = phrases(List.of(List.of("party committee"), List.of("port")));
    assertThat(next(phrases, "the")).containsExactlyInAnyOrder("_party", "_port");
    assertThat(next(phrases, "the port of")).containsExactly("_party");
    assertThat(next(phrases, "the party")).containsExactly("_committee");
    assertThat(next(phrases, "the party committee")).containsExactly("_port");
  }

  @Test
  void next_atSentenceStart_offersTheCapitalToo() {
    RequiredPhrases phrases = phrases(List.of(List.of("party committee")));
    assertThat(next(phrases, "")).containsExactlyInAnyOrder("_party", "_Party");
    assertThat(next(phrases, "the port.")).containsExactlyInAnyOrder("_party", "_Party");
    assertThat(next(phrases, "the port")).containsExactly("_party");
  }

  @Test
  void next_afterABareSpace_writesNoSecondOne() {
    RequiredPhrases phrases = phrases(List.of(List.of("port")));
    PhraseProgress progress = phrases.start();
    assertThat(phrases.next(phrases.after(progress, PIECES.id("_")))).isEmpty();
    assertThat(phrases.next(phrases.after(progress, PIECES.id("_the")))).hasSize(1);
  }

  @Test
  void next_inAlternatives_leadsToAnyOfThem() {
    RequiredPhrases phrases =
        phrases(List.of(List.of("city party", "city party committee", "city committee")));
    assertThat(next(phrases, "the city")).containsExactlyInAnyOrder("_party", "_committee");
    assertThat(open(List.of(List.of("city party", "city committee")), "city committee")).isZero();
  }

  /** A model may write padding or another language's token; the text does not show it. */
  @Test
  void phrase_withASilentTokenInside_isReadWithoutIt() {
    RequiredPhrases phrases = phrases(List.of(List.of("port")));
    int silent = 0;
    PhraseProgress port = phrases.after(phrases.start(), PIECES.id("_port"));
    PhraseProgress ports = phrases.after(phrases.after(port, silent), PIECES.id("s"));
    assertThat(phrases.ended(phrases.after(port, silent)).isDone()).isTrue();
    assertThat(phrases.ended(ports).isDone()).isFalse();
  }

  @Test
  void phrases_thatTheVocabularyCannotSpell_areLeftOut() {
    RequiredPhrases phrases =
        phrases(List.of(List.of("Ångström"), List.of("Ångström", "port"), List.of("of")));
    assertThat(phrases.count()).isEqualTo(2);
    assertThat(phrases.ended(read(phrases, "port of")).isDone()).isTrue();
  }

  @Test
  void met_onTheWay_onlyGrows() {
    RequiredPhrases phrases = phrases(List.of(List.of("city party committee"), List.of("port")));
    PhraseProgress progress = phrases.start();
    int before = 0;
    for (int token : PIECES.pieceIds("city party committee port")) {
      progress = phrases.after(progress, token);
      assertThat(phrases.met(progress)).isEqualTo(++before);
    }
    assertThat(before).isEqualTo(phrases.tokenCount());
  }

  @Test
  void met_ofALongerAlternative_isLessThanWhole() {
    RequiredPhrases phrases = phrases(List.of(List.of("port", "city party committee of")));
    assertThat(phrases.met(read(phrases, "city party committee"))).isZero();
    assertThat(phrases.met(read(phrases, "city party committee of"))).isEqualTo(1);
  }

  private static RequiredPhrases phrases(List<List<String>> wordings) {
    return RequiredPhrases.of(wordings, PIECES, EDGES);
  }

  private static int open(List<List<String>> wordings, String output) {
    RequiredPhrases phrases = phrases(wordings);
    return Long.bitCount(phrases.ended(read(phrases, output)).open());
  }

  private static PhraseProgress read(RequiredPhrases phrases, String output) {
    PhraseProgress progress = phrases.start();
    for (int token : output.isEmpty() ? new int[0] : PIECES.pieceIds(output)) {
      progress = phrases.after(progress, token);
    }
    return progress;
  }

  private static List<String> next(RequiredPhrases phrases, String output) {
    return Arrays.stream(phrases.next(read(phrases, output)))
        .mapToObj(token -> PIECES.piece(token).replace(Pieces.WORD_START, '_'))
        .toList();
  }
}
