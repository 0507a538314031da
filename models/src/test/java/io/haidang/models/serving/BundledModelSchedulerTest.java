package io.haidang.models.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.models.CallContext;
import io.haidang.models.CallContext.Priority;
import io.haidang.models.Deadline;
import io.haidang.models.Generation;
import io.haidang.models.GenerationOptions;
import io.haidang.models.GenerationRequest;
import io.haidang.models.LanguagePair;
import io.haidang.models.ModelException;
import io.haidang.models.TextGenerator;
import io.haidang.models.onnx.NativeResources;
import io.haidang.models.registry.ModelRegistry;
import io.haidang.models.testing.TextGeneratorContract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The bundled model behind a scheduler, under callers that come, wait, and give up. */
final class BundledModelSchedulerTest extends TextGeneratorContract {

  private static final Path REPOSITORY = Path.of(System.getProperty("haidang.repository"));
  private static final LanguagePair PAIR = LanguagePair.of("vi", "en");
  private static final int CALLERS = 8;
  private static final int CALLS = 6;

  @Override
  protected TextGenerator open() {
    try (ModelRegistry registry =
        ModelRegistry.open(REPOSITORY.resolve("models/bundled"), "bundled/", 2)) {
      return registry.acquire(PAIR);
    }
  }

  @AfterEach
  void nothingNativeStaysOpen() {
    assertThat(NativeResources.open()).matches(NativeResources.Open::none);
  }

  @Test
  void generate_manyCallersSomeOfWhomGiveUp_othersGetTheirOwnOutputs() throws Exception {
    List<String> sentences = sentences();
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    try (TextGenerator model = open()) {
      List<Callable<Integer>> work = new ArrayList<>();
      for (int seed = 0; seed < CALLERS; seed++) {
        Random random = new Random(seed);
        work.add(() -> call(model, sentences, random));
      }
      int served = 0;
      for (Future<Integer> caller : callers.invokeAll(work)) {
        served += outcome(caller);
      }
      assertThat(served).isBetween(1, CALLERS * CALLS - 1);
    } finally {
      callers.shutdown();
    }
  }

  private static int outcome(Future<Integer> caller) throws InterruptedException {
    try {
      return caller.get();
    } catch (ExecutionException e) {
      throw new AssertionError("a caller failed", e.getCause());
    }
  }

  /** Every third call is cancelled after a few questions; returns how many were served. */
  private static int call(TextGenerator model, List<String> sentences, Random random) {
    int served = 0;
    for (int i = 0; i < CALLS; i++) {
      List<GenerationRequest> requests =
          random
              .ints(1 + random.nextInt(4), 0, sentences.size())
              .mapToObj(index -> new GenerationRequest(sentences.get(index), PAIR))
              .toList();
      AtomicInteger asked = new AtomicInteger();
      boolean givesUp = i % 3 == 2;
      CallContext call =
          new CallContext(
              i % 2 == 0 ? Priority.INTERACTIVE : Priority.BULK,
              Deadline.NONE,
              () -> givesUp && asked.incrementAndGet() > 3);
      try {
        List<Generation> outputs = model.generate(requests, GenerationOptions.DEFAULT, call);
        assertThat(outputs).hasSameSizeAs(requests).noneMatch(output -> output.text().isBlank());
        served++;
      } catch (ModelException.Cancelled e) {
        assertThat(givesUp).isTrue();
      }
    }
    return served;
  }

  @Test
  void generate_sharedBatch_agreesWithTheTextAlone() throws Exception {
    GenerationRequest request = new GenerationRequest(sentences().get(0), PAIR);
    try (TextGenerator model = open()) {
      String alone = text(model, request);
      List<GenerationRequest> same = Collections.nCopies(12, request);
      assertThat(model.generate(same, GenerationOptions.DEFAULT, CallContext.PATIENT))
          .allMatch(output -> output.text().equals(alone));
    }
  }

  private static String text(TextGenerator model, GenerationRequest request) {
    return model
        .generate(List.of(request), GenerationOptions.DEFAULT, CallContext.PATIENT)
        .get(0)
        .text();
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
