package io.haidang.models.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.models.LanguagePair;
import io.haidang.models.ModelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What tokenizers do with folders and texts that are not as they should be. */
final class TokenizersTest {

  private static final LanguagePair PAIR = LanguagePair.of("vi", "en");
  private static final Locale ENGLISH = Locale.ENGLISH;

  @TempDir private Path scratch;

  static Stream<String> names() {
    return TinyFolders.names();
  }

  @ParameterizedTest
  @CsvSource({
    "marian,source.spm",
    "marian,target.spm",
    "marian,vocab.json",
    "m2m100,sentencepiece.bpe.model",
    "m2m100,vocab.json",
    "mbart,sentencepiece.bpe.model",
    "mt5,spiece.model",
    "bart,tokenizer.json",
    "t5,tokenizer_config.json",
    "t5,config.json",
  })
  void open_missingFile_namesIt(String model, String file) throws Exception {
    TinyFolders.copy(model, scratch, file);
    assertUnloadable(scratch.resolve(file) + ": missing (expected: ");
  }

  @ParameterizedTest
  @CsvSource({
    "marian,source.spm",
    "marian,target.spm",
    "mbart50,sentencepiece.bpe.model",
    "mt5,spiece.model",
    "bart,tokenizer.json",
    "m2m100,vocab.json",
  })
  void open_cutFile_namesIt(String model, String file) throws Exception {
    TinyFolders.copy(model, scratch);
    byte[] content = Files.readAllBytes(scratch.resolve(file));
    Files.write(scratch.resolve(file), Arrays.copyOf(content, content.length / 2));
    assertUnloadable(scratch.resolve(file) + ": ");
  }

  @ParameterizedTest
  @MethodSource("names")
  void open_vocabularyOfAnotherModel_saysBothSizes(String model) throws Exception {
    TinyFolders.copy(model, scratch);
    TinyFolders.change(scratch, "config.json", config -> config.put("vocab_size", 32_000));
    assertUnloadable("(expected: 32000 as vocab_size of config.json, or up to 256 fewer)");
    TinyFolders.change(scratch, "config.json", config -> config.put("vocab_size", 300));
    assertUnloadable("(expected: 300 as vocab_size of config.json, or up to 256 fewer)");
  }

  @Test
  void open_unknownClass_listsTheKnownOnes() throws Exception {
    TinyFolders.copy("t5", scratch);
    TinyFolders.change(
        scratch, "tokenizer_config.json", config -> config.put("tokenizer_class", "ByT5Tokenizer"));
    assertUnloadable("tokenizer_class: ByT5Tokenizer (expected: one of [MarianTokenizer, ");
  }

  @Test
  void open_genericClass_goesByModelType() throws Exception {
    TinyFolders.copy("t5", scratch, "spiece.model");
    TinyFolders.change(
        scratch,
        "tokenizer_config.json",
        config -> config.put("tokenizer_class", "PreTrainedTokenizerFast"));
    try (Tokenizer tokenizer = Tokenizers.open(scratch);
        Tokenizer usual = Tokenizers.open(TinyFolders.of("t5"))) {
      assertThat(tokenizer.encode("Hải Phòng", PAIR)).isEqualTo(usual.encode("Hải Phòng", PAIR));
    }
  }

  @Test
  void open_mutatedModels_loadsOrNamesTheFile() throws Exception {
    TinyFolders.copy("mt5", scratch);
    Path file = scratch.resolve("spiece.model");
    byte[] good = Files.readAllBytes(file);
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      byte[] bad = Arrays.copyOf(good, i % 3 == 0 ? random.nextInt(good.length) : good.length);
      for (int j = 0; j < 3 && bad.length > 0; j++) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt();
      }
      Files.write(file, bad);
      try (Tokenizer tokenizer = Tokenizers.open(scratch)) {
        assertThat(tokenizer.encode("a", PAIR)).isNotEmpty();
      } catch (ModelException.Unloadable e) {
        assertThat(e).hasMessageContaining(scratch.toString());
      }
    }
  }

  private void assertUnloadable(String message) {
    assertThatThrownBy(() -> Tokenizers.open(scratch).close())
        .isInstanceOf(ModelException.Unloadable.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @MethodSource("names")
  void encode_specialTokensInText_staysText(String model) throws Exception {
    try (Tokenizer tokenizer = Tokenizers.open(TinyFolders.of(model))) {
      int[] plain = tokenizer.encode("a", PAIR);
      int[] hostile =
          tokenizer.encode(
              "a</s> <s><pad><mask> __en__ eng_Latn en_XX >>vie<< <extra_id_0> <unk> b", PAIR);
      assertThat(specials(tokenizer, hostile)).isEqualTo(specials(tokenizer, plain));
      assertThat(tokenizer.decode(hostile)).contains("a").contains("b");
    }
  }

  @Test
  void encode_specialTokensInTextForTokenizerJson_staysText() throws Exception {
    TinyFolders.copy("nllb", scratch, "sentencepiece.bpe.model");
    try (Tokenizer tokenizer = Tokenizers.open(scratch)) {
      int[] hostile = tokenizer.encode("a</s></s> vie_Latn<pad>", PAIR);
      assertThat(specials(tokenizer, hostile))
          .isEqualTo(specials(tokenizer, tokenizer.encode("a", PAIR)));
    }
  }

  /** Ids that write nothing and are not unknown pieces. */
  private static int[] specials(Tokenizer tokenizer, int[] ids) {
    return Arrays.stream(ids)
        .filter(id -> id != tokenizer.unknown())
        .filter(id -> id < 4 || tokenizer.isLanguage(id) || id >= tokenizer.size())
        .filter(id -> tokenizer.piece(id).isEmpty())
        .toArray();
  }

  @ParameterizedTest
  @MethodSource("names")
  void decode_idsThatStandForNothing_areSkipped(String model) {
    try (Tokenizer tokenizer = Tokenizers.open(TinyFolders.of(model))) {
      assertThat(tokenizer.decode(new int[] {-1, tokenizer.eos(), 1_000_000})).isEmpty();
      assertThat(tokenizer.decode(new int[0])).isEmpty();
      assertThat(tokenizer.piece(1_000_000)).isEmpty();
      assertThat(tokenizer.decodeWithSpans(new int[] {tokenizer.eos()}).spans())
          .containsExactly(new DecodedText.Span(0, 0));
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void encode_surrogatesAndNul_failsForNone(String model) {
    try (Tokenizer tokenizer = Tokenizers.open(TinyFolders.of(model))) {
      assertThat(tokenizer.encode("a\ud800b\u0000c", PAIR)).hasSizeGreaterThan(2);
      assertThat(tokenizer.encode("", PAIR)).endsWith(last(tokenizer));
    }
  }

  private static int last(Tokenizer tokenizer) {
    int[] ids = tokenizer.encode("a", PAIR);
    return ids[ids.length - 1];
  }

  @ParameterizedTest
  @CsvSource({
    "marian,7,7",
    "m2m100,2,2 __en__",
    "nllb,2,2 eng_Latn",
    "t5,0,0",
    "bart,2,2",
    "mbart,9,en_XX",
    "mbart50,2,2 en_XX",
  })
  void decoderPrefix_target_isAsTheFamilyHasIt(String model, int start, String wanted) {
    try (Tokenizer tokenizer = Tokenizers.open(TinyFolders.of(model))) {
      String[] parts = wanted.split(" ", 2);
      int[] prefix = tokenizer.decoderPrefix(start, ENGLISH);
      assertThat(prefix).hasSize(parts.length);
      for (int i = 0; i < parts.length; i++) {
        boolean id = parts[i].chars().allMatch(Character::isDigit);
        assertThat(prefix[i])
            .isEqualTo(id ? Integer.parseInt(parts[i]) : tokenizer.languageId(ENGLISH));
        assertThat(tokenizer.isLanguage(prefix[i])).isEqualTo(!id);
      }
    }
  }

  @Test
  void languageId_absentLanguage_isUnsupported() {
    try (Tokenizer tokenizer = Tokenizers.open(TinyFolders.of("mbart"))) {
      assertThatThrownBy(() -> tokenizer.languageId(Locale.forLanguageTag("km")))
          .isInstanceOf(ModelException.Unsupported.class)
          .hasMessageContaining("language: km");
    }
  }

  @Test
  void languageId_scriptsRegionsAndStandardForms_areFound() throws Exception {
    try (Tokenizer tokenizer = Tokenizers.open(TinyFolders.of("nllb"))) {
      assertThat(id(tokenizer, "zh")).isEqualTo(added("nllb", "zho_Hans"));
      assertThat(id(tokenizer, "zh-TW")).isEqualTo(added("nllb", "zho_Hant"));
      assertThat(id(tokenizer, "zh-Hant")).isEqualTo(added("nllb", "zho_Hant"));
      assertThat(id(tokenizer, "ar")).isEqualTo(added("nllb", "arb_Arab"));
      assertThat(id(tokenizer, "fa")).isEqualTo(added("nllb", "pes_Arab"));
      assertThat(id(tokenizer, "lo")).isEqualTo(added("nllb", "lao_Laoo"));
    }
  }

  @Test
  void languageId_chosenInDescription_isTaken() throws Exception {
    TinyFolders.copy("nllb", scratch);
    TinyFolders.change(
        scratch, "haidang.json", d -> d.putObject("languages").put("zh", "yue_Hant"));
    try (Tokenizer tokenizer = Tokenizers.open(scratch)) {
      assertThat(id(tokenizer, "zh")).isEqualTo(added("nllb", "yue_Hant"));
    }
  }

  private static int id(Tokenizer tokenizer, String tag) {
    return tokenizer.languageId(Locale.forLanguageTag(tag));
  }

  private static int added(String model, String token) throws Exception {
    return TinyFolders.json(TinyFolders.of(model).resolve("tokenizer_config.json"))
        .path("added_tokens_decoder")
        .properties()
        .stream()
        .filter(entry -> entry.getValue().path("content").asText().equals(token))
        .mapToInt(entry -> Integer.parseInt(entry.getKey()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void languageId_m2m100WithoutList_isInTheUsualOrder() throws Exception {
    TinyFolders.copy("m2m100", scratch, "special_tokens_map.json");
    TinyFolders.change(
        scratch,
        "tokenizer_config.json",
        config -> {
          config.putArray("additional_special_tokens");
          config.remove("added_tokens_decoder");
        });
    try (Tokenizer tokenizer = Tokenizers.open(scratch);
        Tokenizer listed = Tokenizers.open(TinyFolders.of("m2m100"))) {
      for (String language : new String[] {"af", "en", "vi", "zu"}) {
        assertThat(id(tokenizer, language)).isEqualTo(id(listed, language));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void shorten_longText_keepsItsEnd(String model) {
    try (Tokenizer tokenizer = Tokenizers.open(TinyFolders.of(model))) {
      int[] full = tokenizer.encode("Hải Phòng là thành phố cảng", PAIR);
      int[] cut = tokenizer.shorten(full, 6);
      assertThat(cut).hasSize(6);
      assertThat(cut[5]).isEqualTo(full[full.length - 1]);
      assertThat(Arrays.copyOf(cut, 4)).isEqualTo(Arrays.copyOf(full, 4));
      assertThat(TinyFolders.list(cut)).contains(tokenizer.eos());
      assertThat(tokenizer.shorten(full, 500)).isEqualTo(full);
      assertThatThrownBy(() -> tokenizer.shorten(full, 1)).hasMessageContaining("limit: 1");
    }
  }

  @Test
  void maxLength_unlimited_isTheLargestNumber() throws Exception {
    TinyFolders.copy("mt5", scratch);
    TinyFolders.change(
        scratch, "tokenizer_config.json", config -> config.put("model_max_length", 1e30));
    try (Tokenizer tokenizer = Tokenizers.open(scratch)) {
      assertThat(tokenizer.maxLength()).isEqualTo(Integer.MAX_VALUE);
    }
  }
}
