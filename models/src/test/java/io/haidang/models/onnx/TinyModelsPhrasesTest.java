package io.haidang.models.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.haidang.models.CallContext;
import io.haidang.models.Generation;
import io.haidang.models.GenerationOptions;
import io.haidang.models.GenerationRequest;
import io.haidang.models.LanguagePair;
import io.haidang.models.ModelDescriptor;
import io.haidang.models.ModelException;
import io.haidang.models.ModelId;
import io.haidang.models.RequiredPhrase;
import io.haidang.models.TextGenerator;
import io.haidang.models.serving.ModelScheduler;
import io.haidang.models.serving.ServingLimits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Required phrases in tiny models of every architecture, whose random weights know no language. */
final class TinyModelsPhrasesTest {

  private static final Path TINY =
      Path.of(System.getProperty("haidang.repository"), "models/src/test/resources/tiny");
  private static final LanguagePair PAIR = LanguagePair.of("vi", "en");
  private static final List<String> SENTENCES =
      List.of(
          "The Department of Foreign Affairs reported on the visit of foreign delegations",
          "Lach Huyen port received the largest container ship so far",
          "City leaders visited and presented gifts to families of merit",
          "Flamboyant flowers bloom bright red along the streets in summer",
          "Farmers in Vinh Bao harvest rice early to avoid the floods",
          "The Do Son buffalo fighting festival is a national intangible heritage");

  private static final int MAX_LENGTH = 48;
  private static final int ROUNDS = 3;

  @AfterEach
  void nothingNativeStaysOpen() {
    assertThat(NativeResources.open()).matches(NativeResources.Open::none);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bart", "m2m100", "marian", "mbart", "mbart50", "mt5", "nllb", "t5"})
  void generate_randomPhrases_eachStandsInTheText(String name) throws Exception {
    List<String> texts = texts(name);
    Random random = new Random(name.hashCode());
    try (TextGenerator model = open(name)) {
      for (int round = 0; round < ROUNDS; round++) {
        List<GenerationRequest> requests = new ArrayList<>();
        for (String text : texts) {
          // Every third text has none, beside those that have.
          int count = requests.size() % 3;
          requests.add(new GenerationRequest(text, PAIR, phrases(random, count)));
        }
        List<Generation> outputs = model.generate(requests, options(2), CallContext.PATIENT);
        for (int i = 0; i < requests.size(); i++) {
          assertPhrases(outputs.get(i), requests.get(i).requiredPhrases());
        }
        assertPlainOnesAsAlone(model, requests, outputs);
      }
    }
  }

  private static void assertPhrases(Generation output, List<RequiredPhrase> phrases) {
    assertThat(output.unmet()).as(output.text()).isEmpty();
    assertThat(output.targetTokens()).isLessThan(MAX_LENGTH);
    for (RequiredPhrase phrase : phrases) {
      String words = Pattern.quote(phrase.best()).replace(" ", "\\E\\s+\\Q");
      assertThat(output.text())
          .containsPattern("(?<![\\p{L}\\p{N}])(?i:" + words + ")(?![\\p{L}\\p{N}])");
    }
  }

  private static void assertPlainOnesAsAlone(
      TextGenerator model, List<GenerationRequest> requests, List<Generation> outputs) {
    for (int i = 0; i < requests.size(); i += 3) {
      List<GenerationRequest> one = List.of(requests.get(i));
      assertThat(outputs.get(i).text())
          .isEqualTo(model.generate(one, options(2), CallContext.PATIENT).get(0).text());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bart", "m2m100", "marian", "nllb", "t5"})
  void generate_phrasesThatDoNotFit_givesThePlainOutputAndSaysSo(String name) throws Exception {
    List<String> texts = texts(name);
    RequiredPhrase fits = phrases(new Random(1), 1).get(0);
    RequiredPhrase tooLong = RequiredPhrase.of((fits.best() + " ").repeat(30).strip());
    try (TextGenerator model = open(name)) {
      List<GenerationRequest> plain =
          texts.stream().map(text -> new GenerationRequest(text, PAIR)).toList();
      List<GenerationRequest> impossible =
          texts.stream().map(text -> new GenerationRequest(text, PAIR, List.of(tooLong))).toList();
      List<Generation> wanted = model.generate(plain, options(3), CallContext.PATIENT);
      List<Generation> outputs = model.generate(impossible, options(3), CallContext.PATIENT);
      for (int i = 0; i < texts.size(); i++) {
        assertThat(outputs.get(i).text()).isEqualTo(wanted.get(i).text());
        assertThat(outputs.get(i).others())
            .extracting(Generation.Alternative::text)
            .isEqualTo(wanted.get(i).others().stream().map(Generation.Alternative::text).toList());
        assertThat(outputs.get(i).unmet()).containsExactly(tooLong);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"m2m100", "marian", "mt5"})
  void generate_phraseBeyondTheVocabulary_isReportedAndTheOthersAreMet(String name)
      throws Exception {
    List<String> texts = texts(name);
    RequiredPhrase known = phrases(new Random(2), 1).get(0);
    RequiredPhrase unknown = RequiredPhrase.of("Ⴀ⠿ꙮ");
    try (TextGenerator model = open(name)) {
      GenerationRequest request =
          new GenerationRequest(texts.get(0), PAIR, List.of(unknown, known));
      Generation output = model.generate(List.of(request), options(1), CallContext.PATIENT).get(0);
      if (name.equals("mt5")) {
        assertThat(output.unmet()).as("has pieces for every byte").isEmpty();
      } else {
        assertThat(output.unmet()).containsExactly(unknown);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5, 9, 14})
  void generate_cancelledAtAnyStep_stopsAndReleasesEverything(int steps) throws Exception {
    List<String> texts = texts("m2m100");
    List<RequiredPhrase> phrases = phrases(new Random(3), 2);
    AtomicInteger asked = new AtomicInteger();
    try (TextGenerator model = open("m2m100")) {
      List<GenerationRequest> requests =
          texts.stream().map(text -> new GenerationRequest(text, PAIR, phrases)).toList();
      CallContext call = CallContext.bulk(() -> asked.incrementAndGet() > steps);
      assertThatThrownBy(() -> model.generate(requests, options(1), call))
          .isInstanceOf(ModelException.Cancelled.class);
    }
  }

  /** Words that stand side by side in a sentence that every vocabulary was cut from. */
  private static List<RequiredPhrase> phrases(Random random, int count) {
    List<RequiredPhrase> phrases = new ArrayList<>();
    while (phrases.size() < count) {
      String text = SENTENCES.get(random.nextInt(SENTENCES.size()));
      List<String> words = Arrays.asList(text.split(" ", -1));
      int from = random.nextInt(words.size());
      int to = Math.min(words.size(), from + 1 + random.nextInt(3));
      String phrase = String.join(" ", words.subList(from, to));
      if (phrases.stream().noneMatch(p -> p.best().equals(phrase))) {
        phrases.add(RequiredPhrase.of(phrase));
      }
    }
    return phrases;
  }

  private static GenerationOptions options(int hypotheses) {
    return new GenerationOptions(4, 1.0, MAX_LENGTH, hypotheses);
  }

  private static List<String> texts(String name) throws Exception {
    List<String> texts = new ArrayList<>();
    for (JsonNode input :
        new ObjectMapper()
            .readTree(TINY.resolve(name).resolve("golden.json").toFile())
            .path("inputs")) {
      texts.add(input.path("text").asText());
    }
    return texts;
  }

  private static TextGenerator open(String name) {
    ModelDescriptor descriptor =
        new ModelDescriptor(
            new ModelId(name), "1", Set.of(PAIR), null, 64, OnnxModels.CAPABILITIES);
    return ModelScheduler.start(
        OnnxModels.decoder(TINY.resolve(name), descriptor), ServingLimits.of(1));
  }
}
