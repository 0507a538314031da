package io.haidang.models.tokenizer;

import io.haidang.models.internal.JsonFile;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The families of tokenizers of Transformers, and what sets each apart.
 *
 * <p>Read from {@code tokenizer_class}; where that names none of them, from {@code model_type}.
 */
enum Family {
  /** OPUS-MT: one SentencePiece model a side; many targets have tokens such as {@code >>vie<<}. */
  MARIAN("marian", ">>[^<>]+<<", Frame.TARGET_FIRST, "MarianTokenizer"),
  M2M100("m2m_100", "__[a-z]{2,3}__", Frame.SOURCE_FIRST, "M2M100Tokenizer"),
  NLLB("", "[a-z]{3}_[A-Z][a-z]{3}", Frame.SOURCE_FIRST, "NllbTokenizer"),
  T5("t5", "", Frame.END_ONLY, "T5Tokenizer", "MT5Tokenizer"),
  MT5("mt5", "", Frame.END_ONLY),
  BART("bart", "", Frame.BOTH_ENDS, "BartTokenizer"),
  MBART("mbart", "[a-z]{2,3}_[A-Z]{2}", Frame.SOURCE_LAST_NO_START, "MBartTokenizer"),
  MBART50("", "[a-z]{2,3}_[A-Z]{2}", Frame.SOURCE_FIRST, "MBart50Tokenizer");

  private final String modelType;
  private final Pattern languages;
  private final Frame frame;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is
  private final List<String> classes;

  Family(String modelType, String languages, Frame frame, String... classes) {
    this.modelType = modelType;
    this.languages = Pattern.compile(languages);
    this.frame = frame;
    this.classes = List.of(classes);
  }

  /**
   * The family of a model.
   *
   * @throws io.haidang.models.ModelException.Unloadable when it is of none
   */
  static Family of(JsonFile config, JsonFile tokenizerConfig) {
    String named = tokenizerConfig.root().path("tokenizer_class").asText("");
    String name = named.isEmpty() ? config.root().path("tokenizer_class").asText("") : named;
    String plain = name.replaceFirst("Fast$", "");
    return find(family -> family.classes.contains(plain))
        .or(() -> generic(plain) ? byModelType(config) : Optional.empty())
        .orElseThrow(() -> tokenizerConfig.fault("tokenizer_class", name, "one of " + classes()));
  }

  /** A class that says nothing of the model, as files saved by other tools have it. */
  private static boolean generic(String name) {
    return name.isEmpty() || name.equals("PreTrainedTokenizer");
  }

  private static Optional<Family> byModelType(JsonFile config) {
    String type = config.text("model_type");
    return find(family -> !type.isEmpty() && family.modelType.equals(type));
  }

  private static Optional<Family> find(Predicate<Family> wanted) {
    return Arrays.stream(values()).filter(wanted).findFirst();
  }

  private static List<String> classes() {
    return Arrays.stream(values()).flatMap(family -> family.classes.stream()).toList();
  }

  Frame frame() {
    return frame;
  }

  /** Whether a special token stands for a language. */
  boolean isLanguage(String token) {
    return languages.matcher(token).matches();
  }

  /** Whether the pieces of a SentencePiece model are shifted by fairseq's special tokens. */
  boolean fairseqIds() {
    return this == NLLB || this == MBART || this == MBART50;
  }

  /** Whether {@code vocab.json} says which ids pieces have. */
  boolean vocabularyFile() {
    return this == MARIAN || this == M2M100;
  }
}
