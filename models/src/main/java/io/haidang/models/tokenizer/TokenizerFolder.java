package io.haidang.models.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import io.haidang.models.ModelException;
import io.haidang.models.internal.JsonFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The JSON files of a model folder that say how its tokenizer works.
 *
 * @param path the folder
 * @param config {@code config.json}
 * @param tokenizer {@code tokenizer_config.json}
 * @param family what these two say
 */
record TokenizerFolder(Path path, JsonFile config, JsonFile tokenizer, Family family) {

  /** The languages of M2M100 in the order of their ids, which its files need not list. */
  private static final List<String> M2M100_LANGUAGES =
      List.of(
          ("af am ar ast az ba be bg bn br bs ca ceb cs cy da de el en es et fa ff fi fr fy ga gd"
                  + " gl gu ha he hi hr ht hu hy id ig ilo is it ja jv ka kk km kn ko lb lg ln lo"
                  + " lt lv mg mk ml mn mr ms my ne nl no ns oc or pa pl ps pt ro ru sd si sk sl so"
                  + " sq sr ss su sv sw ta th tl tn tr uk ur uz vi wo xh yi yo zh zu")
              .split(" "));

  static TokenizerFolder read(Path folder) {
    JsonFile config = JsonFile.read(folder.resolve("config.json"));
    JsonFile tokenizer = JsonFile.read(folder.resolve("tokenizer_config.json"));
    return new TokenizerFolder(folder, config, tokenizer, Family.of(config, tokenizer));
  }

  boolean has(String name) {
    return Files.isRegularFile(path.resolve(name));
  }

  /** A special token such as {@code eos_token}, written as a text or as an object. */
  String special(String name, String usual) {
    JsonNode token = tokenizer.root().path(name);
    return token
        .path("content")
        .asText(token.asText(usual).isEmpty() ? usual : token.asText(usual));
  }

  /** The pieces of {@code vocab.json} and the added tokens. */
  Vocabulary listedVocabulary() {
    Vocabulary.Builder builder = new Vocabulary.Builder(tokenizer);
    JsonFile vocabulary = JsonFile.read(path.resolve("vocab.json"));
    builder.addAll(vocabulary);
    vocabulary
        .root()
        .fieldNames()
        .forEachRemaining(
            token -> {
              if (family.isLanguage(token)) {
                builder.markSpecial(token);
              }
            });
    return withAdded(builder);
  }

  /** The pieces of a SentencePiece model, moved where fairseq puts them, and the added tokens. */
  Vocabulary vocabulary(SentencePieceFile file) {
    Vocabulary.Builder builder = new Vocabulary.Builder(tokenizer);
    if (family.fairseqIds()) {
      List.of("<s>", "<pad>", "</s>", "<unk>")
          .forEach(token -> builder.addSpecial(token, builder.size()));
    }
    List<SentencePieceFile.Piece> pieces = file.pieces();
    for (SentencePieceFile.Piece piece :
        pieces.subList(builder.size() == 0 ? 0 : 3, pieces.size())) {
      if (piece.special()) {
        builder.addSpecial(piece.text(), builder.size());
      } else {
        builder.add(piece.text(), builder.size());
      }
    }
    return withAdded(builder);
  }

  private Vocabulary withAdded(Vocabulary.Builder builder) {
    for (Map.Entry<String, JsonNode> entry :
        tokenizer.root().path("added_tokens_decoder").properties()) {
      String token = entry.getValue().path("content").asText();
      builder.add(token, id(entry.getKey()));
      if (entry.getValue().path("special").asBoolean(true)) {
        builder.markSpecial(token);
      }
    }
    for (String token : additionalTokens()) {
      if (!builder.contains(token)) {
        builder.addSpecial(token, builder.size());
      }
    }
    for (String name : List.of("bos_token", "eos_token", "unk_token", "pad_token")) {
      builder.markSpecial(special(name, ""));
    }
    Set.of("<s>", "<pad>", "</s>", "<unk>").forEach(builder::markSpecial);
    return builder.build();
  }

  private int id(String key) {
    try {
      return Integer.parseInt(key);
    } catch (NumberFormatException e) {
      throw tokenizer.fault("added_tokens_decoder", key, "ids");
    }
  }

  /** In the order of their ids, which follow the pieces. */
  private List<String> additionalTokens() {
    List<String> tokens = new ArrayList<>();
    JsonNode listed = tokenizer.root().path("additional_special_tokens");
    if (listed.isEmpty() && has("special_tokens_map.json")) {
      listed =
          JsonFile.read(path.resolve("special_tokens_map.json"))
              .root()
              .path("additional_special_tokens");
    }
    listed.forEach(token -> tokens.add(token.path("content").asText(token.asText())));
    if (family == Family.M2M100 && tokens.isEmpty()) {
      M2M100_LANGUAGES.forEach(language -> tokens.add("__" + language + "__"));
    }
    int extra = tokenizer.root().path("extra_ids").asInt(0);
    for (int i = tokens.isEmpty() ? Math.min(extra, 1000) - 1 : -1; i >= 0; i--) {
      tokens.add("<extra_id_" + i + ">");
    }
    return tokens;
  }

  /** The longest input, if the files limit it. */
  int maxLength() {
    JsonNode limit = tokenizer.root().path("model_max_length");
    if (limit.isInt() && limit.intValue() < 8) {
      throw tokenizer.fault("model_max_length", limit, "a whole number of at least 8");
    }
    // Transformers writes 10^30 where there is no limit.
    return limit.isInt() ? limit.intValue() : Integer.MAX_VALUE;
  }

  /** A table of texts in {@code haidang.json}; empty when there is none. */
  Map<String, String> described(String name) {
    if (!has("haidang.json")) {
      return Map.of();
    }
    JsonFile file = JsonFile.read(path.resolve("haidang.json"));
    JsonNode table = file.root().path(name);
    if (!table.isMissingNode() && !table.isObject()) {
      throw file.fault(name, table, "an object of texts");
    }
    Map<String, String> texts = new HashMap<>();
    for (Map.Entry<String, JsonNode> entry : table.properties()) {
      if (!entry.getValue().isTextual()) {
        throw file.fault(name + "." + entry.getKey(), entry.getValue(), "a text");
      }
      texts.put(entry.getKey(), entry.getValue().textValue());
    }
    return texts;
  }

  ModelException.Unloadable missing(String file) {
    return new ModelException.Unloadable(
        path.resolve(file) + ": missing (expected: it, or " + TokenizerJson.FILE + ")");
  }
}
