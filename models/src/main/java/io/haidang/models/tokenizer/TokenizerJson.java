package io.haidang.models.tokenizer;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.fasterxml.jackson.databind.JsonNode;
import io.haidang.models.ModelException;
import io.haidang.models.internal.JsonFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The pipeline that {@code tokenizer.json} describes, without its special tokens. */
final class TokenizerJson implements Subwords {

  static final String FILE = "tokenizer.json";

  private static final Map<String, String> PLAIN =
      Map.of("addSpecialTokens", "false", "truncation", "false", "padding", "false");

  /** How GPT-2's alphabet of bytes writes a space. */
  private static final char BYTE_SPACE = '\u0120';

  private final HuggingFaceTokenizer pipeline;
  private final Vocabulary vocabulary;
  private final Pattern specialTokens;
  private final boolean ofBytes;

  private TokenizerJson(
      HuggingFaceTokenizer pipeline, Vocabulary vocabulary, Pattern special, boolean ofBytes) {
    this.pipeline = pipeline;
    this.vocabulary = vocabulary;
    this.specialTokens = special;
    this.ofBytes = ofBytes;
  }

  /**
   * Loads the native pipeline.
   *
   * @throws ModelException.Unloadable when the file is missing or broken
   */
  static TokenizerJson open(Path folder) {
    JsonFile file = JsonFile.read(folder.resolve(FILE));
    Vocabulary vocabulary = vocabulary(file);
    Pattern special =
        Pattern.compile(
            vocabulary.specialTokens().keySet().stream()
                .filter(token -> token.length() > 1)
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|")));
    Djl.keepOffline();
    try {
      return new TokenizerJson(
          HuggingFaceTokenizer.newInstance(folder.resolve(FILE), PLAIN),
          vocabulary,
          special,
          file.root().path("decoder").toString().contains("\"ByteLevel\""));
    } catch (IOException | RuntimeException e) {
      throw new ModelException.Unloadable(
          folder.resolve(FILE) + ": unreadable (expected: a tokenizer of Hugging Face)", e);
    }
  }

  private static Vocabulary vocabulary(JsonFile file) {
    Vocabulary.Builder builder = new Vocabulary.Builder(file);
    JsonNode pieces = file.root().path("model").path("vocab");
    if (pieces.isObject()) {
      pieces.properties().forEach(entry -> builder.add(entry.getKey(), entry.getValue().asInt(-1)));
    } else {
      int id = 0;
      for (JsonNode piece : pieces) {
        builder.add(piece.path(0).asText(), id++);
      }
    }
    for (JsonNode token : file.root().path("added_tokens")) {
      String content = token.path("content").asText();
      if (token.path("special").asBoolean()) {
        builder.addSpecial(content, token.path("id").asInt(-1));
      } else {
        builder.add(content, token.path("id").asInt(-1));
      }
    }
    if (builder.size() == 0) {
      throw file.fault("model.vocab", pieces.getNodeType(), "pieces and their ids");
    }
    return builder.build();
  }

  /** The pipeline would read a special token in a text as one; cut in two, it is mere text. */
  @Override
  public int[] ids(String text) {
    String clean = Subwords.wellFormed(text);
    IntStream ids = IntStream.empty();
    int from = 0;
    if (!specialTokens.pattern().isEmpty()) {
      Matcher matcher = specialTokens.matcher(clean);
      for (int at = 0; matcher.find(at); at = matcher.start() + 1) {
        ids = IntStream.concat(ids, plainIds(clean.substring(from, matcher.start() + 1)));
        from = matcher.start() + 1;
      }
    }
    return IntStream.concat(ids, plainIds(clean.substring(from))).toArray();
  }

  private IntStream plainIds(String text) {
    return Arrays.stream(pipeline.encode(text, false, false).getIds()).mapToInt(Math::toIntExact);
  }

  @Override
  public int[] idsAfterSpace(String text) {
    return ids(ofBytes ? " " + text : text);
  }

  @Override
  public String text(int[] ids) {
    long[] ordinary = Arrays.stream(ids).filter(vocabulary::isOrdinary).asLongStream().toArray();
    return ordinary.length == 0 ? "" : pipeline.decode(ordinary, true);
  }

  @Override
  public String piece(int id) {
    String token = vocabulary.token(id);
    return ofBytes ? token.replace(BYTE_SPACE, Tokenizer.WORD_START) : token;
  }

  @Override
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  @Override
  public void close() {
    pipeline.close();
  }
}
