package io.haidang.models.internal.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The searches against what Transformers gave for bigram tables: same ids, same scores. */
class SearchGoldenTest {

  static Stream<JsonNode> tables() throws Exception {
    try (InputStream in = SearchGoldenTest.class.getResourceAsStream("/bigram/golden.json")) {
      JsonNode root = new ObjectMapper().readTree(Objects.requireNonNull(in));
      return StreamSupport.stream(root.path("tables").spliterator(), false);
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void search_everyVariant_givesTheSequencesAndScoresOfTransformers(JsonNode table) {
    for (JsonNode golden : table.path("cases")) {
      List<Search.Finished> outputs = run(settings(golden.path("settings")), table);
      assertThat(outputs).as(golden.toString()).hasSameSizeAs(golden.path("sequences"));
      for (int i = 0; i < outputs.size(); i++) {
        assertThat(outputs.get(i).hypothesis().tokens())
            .as("%s, output %d", golden.path("settings"), i)
            .isEqualTo(ids(golden.path("sequences").path(i)).toArray());
        if (!golden.path("scores").isNull()) {
          assertThat(outputs.get(i).score())
              .isCloseTo(golden.path("scores").path(i).asDouble(), within(1e-4));
        }
      }
    }
  }

  private static List<Search.Finished> run(SearchSettings settings, JsonNode table) {
    Search search = settings.search();
    TokenScores scores = new TokenScores(table.path("logits").size());
    List<Hypothesis> last = List.of(Hypothesis.start(settings.prefix()));
    while (!last.isEmpty()) {
      List<Hypothesis> rows = last;
      last =
          search.advance(row -> after(rows.get(row), table, scores)).stream()
              .map(Search.Next::hypothesis)
              .toList();
    }
    return search.finished();
  }

  private static TokenScores after(Hypothesis row, JsonNode table, TokenScores scores) {
    JsonNode byToken = table.path("logits").path(row.token());
    JsonNode byPlace = table.path("places").path(row.length() - 1);
    for (int i = 0; i < byToken.size(); i++) {
      scores.logits()[i] = byToken.path(i).floatValue() + byPlace.path(i).floatValue();
    }
    return scores.loaded();
  }

  private static SearchSettings settings(JsonNode node) {
    JsonNode forced = node.path("forced_bos_token_id");
    int start = node.path("decoder_start_token_id").asInt();
    return new SearchSettings(
        forced.isInt() ? TokenIds.of(start, forced.asInt()) : TokenIds.of(start),
        ids(node.path("eos_token_id")),
        ids(node.path("forced_eos_token_id")),
        node.path("num_beams").asInt(),
        node.path("length_penalty").asDouble(1),
        earlyStopping(node.path("early_stopping")),
        node.path("max_length").asInt(),
        node.path("min_length").asInt(0),
        node.path("no_repeat_ngram_size").asInt(0),
        node.path("repetition_penalty").asDouble(1),
        ids(node.path("suppress_tokens")),
        ids(node.path("begin_suppress_tokens")),
        words(node.path("bad_words_ids")));
  }

  private static EarlyStopping earlyStopping(JsonNode node) {
    if (node.isTextual()) {
      return EarlyStopping.NEVER;
    }
    return node.asBoolean() ? EarlyStopping.AT_ONCE : EarlyStopping.HEURISTIC;
  }

  private static List<TokenIds> words(JsonNode node) {
    List<TokenIds> words = new ArrayList<>();
    node.forEach(word -> words.add(ids(word)));
    return words;
  }

  private static TokenIds ids(JsonNode node) {
    if (node.isInt()) {
      return TokenIds.of(node.asInt());
    }
    return TokenIds.of(
        StreamSupport.stream(node.spliterator(), false).mapToInt(JsonNode::asInt).toArray());
  }
}
