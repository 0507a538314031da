package io.haidang.models.tokenizer;

import io.haidang.models.ModelException;
import io.haidang.models.internal.JsonFile;
import io.haidang.models.tokenizer.ModelTokenizer.SpecialIds;
import java.nio.file.Path;

/** Opens the tokenizer of a model folder, as its configuration files name it. */
public final class Tokenizers {

  /** Embeddings are padded to a round size, or by ids that only training used. */
  private static final int MOST_UNNAMED_IDS = 256;

  private Tokenizers() {}

  /**
   * Loads a tokenizer; the caller closes it. SentencePiece files come before {@code
   * tokenizer.json}. Blocks for a moment.
   *
   * @throws ModelException.Unloadable naming the file that is missing, broken, or does not fit the
   *     model's vocabulary
   */
  public static Tokenizer open(Path folder) {
    TokenizerFolder files = TokenizerFolder.read(folder);
    return switch (files.family()) {
      case MARIAN -> files.has("source.spm") ? marian(files) : pipeline(files, "source.spm");
      case M2M100, NLLB, MBART, MBART50 -> pieces(files, "sentencepiece.bpe.model");
      case T5, MT5 -> pieces(files, "spiece.model");
      case BART -> pipeline(files, TokenizerJson.FILE);
    };
  }

  private static Tokenizer marian(TokenizerFolder files) {
    if (files.tokenizer().root().path("separate_vocabs").asBoolean()) {
      throw files
          .tokenizer()
          .fault("separate_vocabs", true, "false: one vocabulary for both sides");
    }
    Vocabulary vocabulary = files.listedVocabulary();
    SentencePieceFile source = SentencePieceFile.read(files.path().resolve("source.spm"));
    SentencePieceFile target = SentencePieceFile.read(files.path().resolve("target.spm"));
    SpecialIds special = checked(files, vocabulary, files.path().resolve("vocab.json"));
    SentencePieces reader = SentencePieces.open(source, vocabulary, special.unknown());
    try {
      return tokenizer(
          files, special, reader, SentencePieces.open(target, vocabulary, special.unknown()));
    } catch (RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  private static Tokenizer pieces(TokenizerFolder files, String name) {
    if (!files.has(name)) {
      return pipeline(files, name);
    }
    SentencePieceFile file = SentencePieceFile.read(files.path().resolve(name));
    boolean listed = files.family().vocabularyFile();
    Vocabulary vocabulary = listed ? files.listedVocabulary() : files.vocabulary(file);
    Path source = listed ? files.path().resolve("vocab.json") : file.file();
    SpecialIds special = checked(files, vocabulary, source);
    SentencePieces pieces = SentencePieces.open(file, vocabulary, special.unknown());
    return tokenizer(files, special, pieces, pieces);
  }

  private static Tokenizer pipeline(TokenizerFolder files, String instead) {
    if (!files.has(TokenizerJson.FILE)) {
      throw files.missing(instead);
    }
    TokenizerJson pipeline = TokenizerJson.open(files.path());
    try {
      Path file = files.path().resolve(TokenizerJson.FILE);
      return tokenizer(files, checked(files, pipeline.vocabulary(), file), pipeline, pipeline);
    } catch (RuntimeException e) {
      pipeline.close();
      throw e;
    }
  }

  private static Tokenizer tokenizer(
      TokenizerFolder files, SpecialIds special, Subwords source, Subwords target) {
    LanguageTokens languages =
        new LanguageTokens(
            LanguageTokens.of(files.family(), target.vocabulary().specialTokens()),
            files.described("languages"));
    if (files.family().frame().namesSource() && languages.none()) {
      throw files
          .tokenizer()
          .fault("additional_special_tokens", "no languages", "tokens that stand for languages");
    }
    boolean after = files.tokenizer().root().path("legacy_behaviour").asBoolean();
    return new ModelTokenizer(
        source,
        target,
        files.family() == Family.NLLB && after ? Frame.SOURCE_LAST : files.family().frame(),
        languages,
        files.described("prefixes"),
        special,
        files.maxLength());
  }

  /** The special ids, if the tokenizer is one for the model's weights. */
  private static SpecialIds checked(TokenizerFolder files, Vocabulary vocabulary, Path source) {
    JsonFile config = files.config();
    int size = config.integer("vocab_size", 4);
    if (vocabulary.size() > size || vocabulary.size() < size - MOST_UNNAMED_IDS) {
      String expected = size + " as vocab_size of config.json, or up to " + MOST_UNNAMED_IDS;
      throw fault(source, "tokens", vocabulary.size(), expected + " fewer");
    }
    int end = id(files, vocabulary, source, "eos_token", "</s>");
    int begin = vocabulary.id(files.special("bos_token", "<s>")).orElse(end);
    return new SpecialIds(begin, end, id(files, vocabulary, source, "unk_token", "<unk>"));
  }

  private static int id(
      TokenizerFolder files, Vocabulary vocabulary, Path source, String name, String usual) {
    String token = files.special(name, usual);
    return vocabulary
        .id(token)
        .orElseThrow(() -> fault(source, name, "(absent)", "a token " + token));
  }

  private static ModelException.Unloadable fault(
      Path file, String name, Object value, String expected) {
    return new ModelException.Unloadable(
        file + ": " + name + ": " + value + " (expected: " + expected + ")");
  }
}
