package io.haidang.models.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.models.CallContext;
import io.haidang.models.Deadline;
import io.haidang.models.Generation;
import io.haidang.models.GenerationOptions;
import io.haidang.models.GenerationRequest;
import io.haidang.models.LanguagePair;
import io.haidang.models.ModelDescriptor;
import io.haidang.models.ModelException;
import io.haidang.models.TextGenerator;
import io.haidang.models.internal.SequenceDecoder;
import io.haidang.models.testing.ScriptedGenerator;
import io.haidang.models.testing.TextGeneratorContract;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The threads around the policy, over a scripted model whose steps the test controls. */
@Timeout(30)
final class ModelSchedulerTest extends TextGeneratorContract {

  private static final LanguagePair PAIR = LanguagePair.of("vi", "en");

  @Override
  protected TextGenerator open() {
    return ModelScheduler.start(new GeneratorDecoder(scripted()), ServingLimits.of(2));
  }

  private static ScriptedGenerator scripted() {
    return ScriptedGenerator.obedient();
  }

  @Test
  void generate_bulkBatchUnderWay_interactiveIsServedAndBulkGoesOn() throws Exception {
    SteppingDecoder decoder = new SteppingDecoder();
    try (ModelScheduler scheduler = start(decoder, 1, 1, 100)) {
      CompletableFuture<List<Generation>> document = async(scheduler, CallContext.PATIENT, "bulk");
      decoder.started.await();
      CallContext urgent = CallContext.interactive(Deadline.NONE);
      assertThat(scheduler.generate(requests("now"), GenerationOptions.DEFAULT, urgent))
          .extracting(Generation::text)
          .containsExactly("now");
      decoder.mayEnd.countDown();
      assertThat(document.get()).extracting(Generation::text).containsExactly("bulk");
    }
  }

  @Test
  void generate_cancelledWhileItsBatchRuns_returnsAndTheBatchDropsIt() throws Exception {
    SteppingDecoder decoder = new SteppingDecoder();
    AtomicBoolean cancelled = new AtomicBoolean();
    try (ModelScheduler scheduler = start(decoder, 1, 0, 100)) {
      CompletableFuture<List<Generation>> document =
          async(scheduler, CallContext.bulk(cancelled::get), "bulk");
      decoder.started.await();
      cancelled.set(true);
      assertThatThrownBy(document::get)
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(ModelException.Cancelled.class);
      decoder.dropped.await(); // Never told that it may end.
    }
  }

  @Test
  void generate_cancelledWhileWaiting_neverStarts() throws Exception {
    SteppingDecoder decoder = new SteppingDecoder();
    AtomicBoolean cancelled = new AtomicBoolean();
    try (ModelScheduler scheduler = start(decoder, 1, 0, 100)) {
      CompletableFuture<List<Generation>> first = async(scheduler, CallContext.PATIENT, "bulk");
      decoder.started.await();
      CompletableFuture<List<Generation>> second =
          async(scheduler, CallContext.bulk(cancelled::get), "second");
      cancelled.set(true);
      assertThatThrownBy(second::get).hasCauseInstanceOf(ModelException.Cancelled.class);
      decoder.mayEnd.countDown();
      first.get();
      assertThat(decoder.texts()).containsExactly("bulk");
    }
  }

  @Test
  void generate_deadlinePasses_saysSo() throws Exception {
    SteppingDecoder decoder = new SteppingDecoder();
    try (ModelScheduler scheduler = start(decoder, 1, 0, 100)) {
      CompletableFuture<List<Generation>> first = async(scheduler, CallContext.PATIENT, "bulk");
      decoder.started.await();
      Deadline soon = Deadline.after(Duration.ofMillis(1), Clock.systemUTC());
      assertThatThrownBy(
              () ->
                  scheduler.generate(
                      requests("late"), GenerationOptions.DEFAULT, CallContext.interactive(soon)))
          .isInstanceOf(ModelException.DeadlineExceeded.class);
      decoder.mayEnd.countDown();
      first.get();
    }
  }

  @Test
  void generate_queueFull_isOverloaded() throws Exception {
    SteppingDecoder decoder = new SteppingDecoder();
    try (ModelScheduler scheduler = start(decoder, 1, 0, 2)) {
      CompletableFuture<List<Generation>> first = async(scheduler, CallContext.PATIENT, "bulk");
      decoder.started.await();
      CompletableFuture<List<Generation>> second =
          async(scheduler, CallContext.PATIENT, "second", "third");
      while (scheduler.load().waiting() < 2) {
        Thread.onSpinWait();
      }
      assertThatThrownBy(
              () ->
                  scheduler.generate(
                      requests("fourth"), GenerationOptions.DEFAULT, CallContext.PATIENT))
          .isInstanceOf(ModelException.Overloaded.class)
          .hasMessageContaining("test/scripted")
          .hasMessageContaining("2 texts waiting, 1 in flight");
      decoder.mayEnd.countDown();
      first.get();
      second.get();
    }
  }

  @Test
  void generate_decoderFails_failsItsCallersAndServesTheNext() {
    SequenceDecoder decoder = new GeneratorDecoder(failingOnce());
    try (ModelScheduler scheduler = ModelScheduler.start(decoder, ServingLimits.of(1))) {
      assertThatThrownBy(
              () ->
                  scheduler.generate(requests("x"), GenerationOptions.DEFAULT, CallContext.PATIENT))
          .isInstanceOf(ModelException.Failed.class);
      assertThat(scheduler.generate(requests("x"), GenerationOptions.DEFAULT, CallContext.PATIENT))
          .hasSize(1);
    }
  }

  private static ScriptedGenerator failingOnce() {
    AtomicBoolean failed = new AtomicBoolean();
    return ScriptedGenerator.of(
        null,
        text -> {
          if (failed.compareAndSet(false, true)) {
            throw new ModelException.Failed("model: broke", new IllegalStateException());
          }
          return text;
        });
  }

  @Test
  void close_callUnderWay_waitsForIt() throws Exception {
    SteppingDecoder decoder = new SteppingDecoder();
    ModelScheduler scheduler = start(decoder, 1, 0, 100);
    CompletableFuture<List<Generation>> call = async(scheduler, CallContext.PATIENT, "bulk");
    decoder.started.await();
    CompletableFuture<Void> closing = CompletableFuture.runAsync(scheduler::close);
    decoder.mayEnd.countDown();
    assertThat(call.get()).hasSize(1);
    closing.get();
    assertThat(decoder.closed.get()).isTrue();
  }

  @Test
  void generate_manyCallersAtOnce_everyoneGetsHisOwn() {
    ScriptedGenerator script = scripted();
    try (ModelScheduler scheduler =
        ModelScheduler.start(new GeneratorDecoder(script), ServingLimits.of(2))) {
      List<CompletableFuture<List<Generation>>> calls =
          IntStream.range(0, 64)
              .mapToObj(i -> async(scheduler, CallContext.PATIENT, "a" + i, "b" + i))
              .toList();
      for (int i = 0; i < calls.size(); i++) {
        assertThat(calls.get(i).join())
            .extracting(Generation::text)
            .containsExactly("A" + i, "B" + i);
      }
      assertThat(script.requests()).hasSize(128);
    }
  }

  private static ModelScheduler start(
      SteppingDecoder decoder, int slots, int reserved, int waiting) {
    ServingLimits limits =
        new ServingLimits(slots, reserved, waiting, 64, 4, Duration.ZERO, Duration.ofMillis(1));
    return ModelScheduler.start(decoder, limits);
  }

  private static CompletableFuture<List<Generation>> async(
      TextGenerator generator, CallContext call, String... texts) {
    CompletableFuture<List<Generation>> result = new CompletableFuture<>();
    Thread caller =
        new Thread(
            () -> {
              try {
                result.complete(
                    generator.generate(requests(texts), GenerationOptions.DEFAULT, call));
              } catch (RuntimeException e) {
                result.completeExceptionally(e);
              }
            });
    caller.setDaemon(true);
    caller.start();
    return result;
  }

  private static List<GenerationRequest> requests(String... texts) {
    return List.of(texts).stream().map(text -> new GenerationRequest(text, PAIR)).toList();
  }

  /** Steps on and on with a text called "bulk" until it may end; echoes the others at once. */
  private static final class SteppingDecoder implements SequenceDecoder {

    final CountDownLatch started = new CountDownLatch(1);
    final CountDownLatch mayEnd = new CountDownLatch(1);
    final CountDownLatch dropped = new CountDownLatch(1);
    final AtomicBoolean closed = new AtomicBoolean();
    private final List<String> texts = new CopyOnWriteArrayList<>();

    private record Job(String text) implements DecodingJob {
      @Override
      public int sourceTokens() {
        return 10;
      }

      @Override
      public int rows() {
        return 4;
      }
    }

    List<String> texts() {
      return texts;
    }

    @Override
    public ModelDescriptor descriptor() {
      return scripted().descriptor();
    }

    @Override
    public int maxRows() {
      return 64;
    }

    @Override
    public DecodingJob prepare(GenerationRequest request, GenerationOptions options) {
      return new Job(request.text());
    }

    @Override
    public void decode(List<? extends DecodingJob> jobs, BatchMonitor monitor) {
      for (int i = 0; i < jobs.size(); i++) {
        String text = ((Job) jobs.get(i)).text();
        texts.add(text);
        if (!text.equals("bulk") || steps(i, monitor)) {
          monitor.finished(i, new Generation(text, -0.1, 10, 1, false));
        } else {
          dropped.countDown();
        }
      }
    }

    private boolean steps(int job, BatchMonitor monitor) {
      started.countDown();
      while (mayEnd.getCount() > 0) {
        monitor.beforeStep();
        if (!monitor.wants(job)) {
          return false;
        }
        Thread.onSpinWait();
      }
      return true;
    }

    @Override
    public void close() {
      closed.set(true);
    }
  }
}
