package io.haidang.models.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.models.CallContext;
import io.haidang.models.Generation;
import io.haidang.models.GenerationOptions;
import io.haidang.models.GenerationRequest;
import io.haidang.models.LanguagePair;
import io.haidang.models.ModelException;
import io.haidang.models.RequiredPhrase;
import io.haidang.models.TextGenerator;
import io.haidang.models.registry.ModelRegistry;
import io.haidang.models.testing.TextGeneratorContract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The bundled model as its users see it. */
final class BundledModelTest extends TextGeneratorContract {

  private static final Path REPOSITORY = Path.of(System.getProperty("haidang.repository"));
  private static final LanguagePair PAIR = LanguagePair.of("vi", "en");
  private static final List<String> NAMES =
      List.of(
          "Department of Foreign Affairs",
          "Hai Phong City People's Committee",
          "Standing Board of the City Party Committee",
          "Vietnam Fatherland Front",
          "Cat Ba National Park");

  private ModelRegistry registry = registry();

  private static ModelRegistry registry() {
    return ModelRegistry.open(REPOSITORY.resolve("models/bundled"), "bundled/", 1);
  }

  @Override
  protected TextGenerator open() {
    registry.close();
    registry = registry();
    TextGenerator generator = registry.acquire(PAIR);
    registry.close();
    return generator;
  }

  @AfterEach
  void nothingNativeStaysOpen() {
    registry.close();
    assertThat(NativeResources.open()).matches(NativeResources.Open::none);
  }

  @Test
  void generate_batch_agreesWithSingleTexts() throws Exception {
    List<GenerationRequest> requests = sentences().stream().map(BundledModelTest::plain).toList();
    try (TextGenerator model = open()) {
      GenerationOptions options = GenerationOptions.DEFAULT;
      List<Generation> together = model.generate(requests, options, CallContext.PATIENT);
      double sum = 0;
      for (int i = 0; i < requests.size(); i++) {
        Generation alone =
            model.generate(List.of(requests.get(i)), options, CallContext.PATIENT).get(0);
        sum +=
            Agreement.ratio(
                together.get(i).text().chars().toArray(), alone.text().chars().toArray());
      }
      // Not equal: int8 activations are scaled by what is in the batch.
      assertThat(sum / requests.size()).isGreaterThan(0.8);
    }
  }

  @Test
  void generate_cancelledMidway_stopsAndReleasesTensors() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    try (TextGenerator model = open()) {
      List<GenerationRequest> requests = List.of(plain(sentences().get(0)));
      assertThatThrownBy(
              () ->
                  model.generate(
                      requests,
                      GenerationOptions.DEFAULT,
                      CallContext.bulk(() -> asked.incrementAndGet() > 5)))
          .isInstanceOf(ModelException.Cancelled.class);
      assertThat(NativeResources.open().tensors()).isZero();
      assertThat(NativeResources.open().results()).isZero();
    }
  }

  @Test
  void generate_overlongText_isCutAndSaysSo() {
    try (TextGenerator model = open()) {
      String text = String.join(" ", Collections.nCopies(600, "thành phố"));
      Generation output =
          model
              .generate(
                  List.of(plain(text)), new GenerationOptions(1, 1.0, 20), CallContext.PATIENT)
              .get(0);
      assertThat(output.truncated()).isTrue();
      assertThat(output.sourceTokens()).isEqualTo(400);
      assertThat(output.targetTokens()).isLessThan(20);
    }
  }

  @Test
  void generate_requiredPhrase_occursOnceAsWholeWords() throws Exception {
    try (TextGenerator model = open()) {
      List<GenerationRequest> requests = new ArrayList<>();
      for (String sentence : sentences()) {
        String name = NAMES.get(requests.size() % NAMES.size());
        requests.add(new GenerationRequest(sentence, PAIR, List.of(RequiredPhrase.of(name))));
      }
      List<Generation> outputs =
          model.generate(requests, GenerationOptions.DEFAULT, CallContext.PATIENT);
      for (int i = 0; i < requests.size(); i++) {
        Generation output = outputs.get(i);
        String name = NAMES.get(i % NAMES.size());
        assertThat(occurrences(output.text(), name)).isEqualTo(1);
        int start = output.text().indexOf(name);
        int end = start + name.length();
        assertThat(output.uncertain()).noneMatch(word -> word.start() < end && start < word.end());
      }
      assertThat(outputs).anyMatch(output -> !output.uncertain().isEmpty());
    }
  }

  @Test
  void generate_options_areObeyed() throws Exception {
    try (TextGenerator model = open()) {
      List<GenerationRequest> one = List.of(plain(sentences().get(1)));
      GenerationOptions usual = new GenerationOptions(4, null, 300, 4);
      Generation output = model.generate(one, usual, CallContext.PATIENT).get(0);
      assertThat(output.others()).hasSize(3);
      Generation sum =
          model.generate(one, new GenerationOptions(4, 0.0, 300), CallContext.PATIENT).get(0);
      assertThat(sum.logProbability()).isLessThan(5 * output.logProbability());
      Generation brief =
          model.generate(one, new GenerationOptions(4, null, 9), CallContext.PATIENT).get(0);
      assertThat(brief.targetTokens()).isLessThan(9);
      Generation greedy = model.generate(one, usual.withBeams(1), CallContext.PATIENT).get(0);
      assertThat(greedy.others()).isEmpty();
    }
  }

  @Test
  void generate_severalRequiredPhrases_allOccur() {
    try (TextGenerator model = open()) {
      List<String> names = List.of(NAMES.get(0), NAMES.get(1), NAMES.get(0));
      String source =
          "Sở Ngoại vụ báo cáo Ủy ban nhân dân thành phố Hải Phòng; Sở Ngoại vụ chủ trì cuộc họp.";
      Generation output =
          model
              .generate(
                  List.of(new GenerationRequest(source, PAIR, phrases(names))),
                  GenerationOptions.DEFAULT,
                  CallContext.PATIENT)
              .get(0);
      assertThat(occurrences(output.text(), NAMES.get(0))).as(output.text()).isEqualTo(2);
      assertThat(occurrences(output.text(), NAMES.get(1))).as(output.text()).isEqualTo(1);
    }
  }

  @Test
  void generate_phraseThatDoesNotFit_ends() throws Exception {
    try (TextGenerator model = open()) {
      List<String> names = List.of(NAMES.get(0), NAMES.get(2));
      Generation output =
          model
              .generate(
                  List.of(new GenerationRequest(sentences().get(0), PAIR, phrases(names))),
                  new GenerationOptions(4, 1.0, 9),
                  CallContext.PATIENT)
              .get(0);
      assertThat(output.truncated()).isTrue();
    }
  }

  @Test
  void generate_surrogatesAndMarks_failsForNone() {
    try (TextGenerator model = open()) {
      List<GenerationRequest> requests =
          List.of(plain("😀 Xin chào"), plain("\ud800"), plain("a\u0000b"), plain("</s> __en__"));
      assertThat(model.generate(requests, GenerationOptions.DEFAULT, CallContext.PATIENT))
          .hasSize(4);
    }
  }

  private static int occurrences(String text, String phrase) {
    return (int)
        Pattern.compile("(?<![\\p{L}\\d])" + Pattern.quote(phrase) + "(?![\\p{L}\\d])")
            .matcher(text)
            .results()
            .count();
  }

  private static List<RequiredPhrase> phrases(List<String> wordings) {
    return wordings.stream().map(RequiredPhrase::of).toList();
  }

  private static GenerationRequest plain(String text) {
    return new GenerationRequest(text, PAIR);
  }

  private static List<String> sentences() throws Exception {
    String text = Files.readString(REPOSITORY.resolve("docs/samples/directive.vi.txt"));
    return Pattern.compile("(?<=[.;])\\s+|\\n+")
        .splitAsStream(text)
        .map(String::strip)
        .filter(sentence -> sentence.length() > 40)
        .limit(20)
        .toList();
  }
}
