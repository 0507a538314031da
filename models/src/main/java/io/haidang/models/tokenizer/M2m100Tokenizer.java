package io.haidang.models.tokenizer;

import ai.djl.sentencepiece.SpTokenizer;
import com.fasterxml.jackson.databind.JsonNode;
import io.haidang.models.ModelException;
import io.haidang.models.internal.JsonFile;
import io.haidang.models.internal.search.Pieces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * SentencePiece with the vocabulary and language ids of the M2M100 family.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Owns:</b> the native SentencePiece model,
 * until {@link #close}.
 */
public final class M2m100Tokenizer implements Pieces, AutoCloseable {

  private static final String MODEL_FILE = "sentencepiece.bpe.model";

  private final SpTokenizer sentencePiece;
  private final Map<String, Integer> ids;
  private final String[] pieces;
  private final Map<String, Integer> languages;
  private final int eos;
  private final int unknown;
  private final int maxLength;

  private M2m100Tokenizer(
      SpTokenizer sentencePiece,
      Map<String, Integer> ids,
      String[] pieces,
      Map<String, Integer> languages,
      int maxLength) {
    this.sentencePiece = sentencePiece;
    this.ids = ids;
    this.pieces = pieces;
    this.languages = languages;
    this.eos = ids.getOrDefault("</s>", 2);
    this.unknown = ids.getOrDefault("<unk>", 3);
    this.maxLength = maxLength;
  }

  /**
   * Loads {@code sentencepiece.bpe.model}, {@code vocab.json} and {@code tokenizer_config.json}.
   *
   * @throws ModelException.Unloadable naming the file that is missing or broken
   */
  public static M2m100Tokenizer open(Path folder) {
    Map<String, Integer> ids = vocabulary(JsonFile.read(folder.resolve("vocab.json")));
    String[] pieces = new String[ids.size()];
    ids.forEach((piece, id) -> pieces[id] = piece);
    JsonFile config = JsonFile.read(folder.resolve("tokenizer_config.json"));
    Map<String, Integer> languages = languages(config, ids.size());
    int maxLength = config.integer("model_max_length", 8, Integer.MAX_VALUE);
    return new M2m100Tokenizer(
        sentencePiece(folder.resolve(MODEL_FILE)), ids, pieces, languages, maxLength);
  }

  private static Map<String, Integer> vocabulary(JsonFile file) {
    Map<String, Integer> ids = new HashMap<>();
    for (Map.Entry<String, JsonNode> entry : file.root().properties()) {
      JsonNode id = entry.getValue();
      if (!id.isInt() || id.intValue() < 0 || id.intValue() >= file.root().size()) {
        throw file.fault("id", id, "0 to the number of pieces less one");
      }
      ids.put(entry.getKey(), id.intValue());
    }
    if (ids.values().stream().distinct().count() != ids.size()) {
      throw file.fault("ids", "repeated", "one id per piece");
    }
    return Map.copyOf(ids);
  }

  /** Language ids follow the pieces, in the order in which the special tokens are listed. */
  private static Map<String, Integer> languages(JsonFile config, int firstId) {
    Map<String, Integer> languages = new HashMap<>();
    int id = firstId;
    for (JsonNode token : config.root().path("additional_special_tokens")) {
      String name = token.asText();
      languages.put(name.replace("__", ""), id++);
    }
    if (languages.isEmpty()) {
      throw config.fault("additional_special_tokens", "(none)", "language tokens such as __vi__");
    }
    return Map.copyOf(languages);
  }

  private static SpTokenizer sentencePiece(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new ModelException.Unloadable(file + ": missing (expected: a SentencePiece model)");
    }
    try {
      return new SpTokenizer(Files.readAllBytes(file));
    } catch (IOException | RuntimeException e) {
      throw new ModelException.Unloadable(
          file + ": unreadable (expected: a SentencePiece model)", e);
    }
  }

  /** Ids that stand for something: pieces, special ones, languages. */
  public int size() {
    return ids.size() + languages.size();
  }

  /** Whether an id stands for a language. */
  public boolean isLanguage(int id) {
    return languages.containsValue(id);
  }

  /** The id that ends every text. */
  public int eos() {
    return eos;
  }

  /** The id of pieces outside the vocabulary. */
  @Override
  public int unknown() {
    return unknown;
  }

  /** Longest input in tokens, special ones included. */
  public int maxLength() {
    return maxLength;
  }

  /**
   * The id that stands for a language.
   *
   * @throws ModelException.Unsupported when the model has none for it
   */
  public int languageId(Locale language) {
    Integer id = languages.get(language.getLanguage());
    if (id == null) {
      throw new ModelException.Unsupported(
          "language: " + language.toLanguageTag() + " (expected: one of the model's languages)");
    }
    return id;
  }

  /** Language id, pieces, eos: what the encoder reads. */
  public int[] encode(String text, Locale source) {
    int[] body = pieceIds(text);
    int[] all = new int[body.length + 2];
    all[0] = languageId(source);
    System.arraycopy(body, 0, all, 1, body.length);
    all[all.length - 1] = eos;
    return all;
  }

  /** The pieces alone. */
  @Override
  public int[] pieceIds(String text) {
    return sentencePiece.tokenize(wellFormed(text)).stream()
        .mapToInt(piece -> ids.getOrDefault(piece, unknown))
        .toArray();
  }

  /** SentencePiece reads UTF-8, in which a lone surrogate or NUL has no form. */
  private static String wellFormed(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF) ? 0xFFFD : c)
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  /** The piece of an id; empty for special ids and languages. */
  @Override
  public String piece(int id) {
    return id <= unknown || id >= pieces.length ? "" : pieces[id];
  }

  /** The text of ids; special ids and languages are skipped. */
  public String decode(int[] tokens) {
    List<String> kept = new ArrayList<>();
    for (int token : tokens) {
      String piece = piece(token);
      if (!piece.isEmpty()) {
        kept.add(piece);
      }
    }
    return kept.isEmpty() ? "" : sentencePiece.buildSentence(kept);
  }

  @Override
  public void close() {
    sentencePiece.close();
  }
}
