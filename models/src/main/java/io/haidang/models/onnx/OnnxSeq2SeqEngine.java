package io.haidang.models.onnx;

import ai.onnxruntime.OrtException;
import io.haidang.models.CallContext;
import io.haidang.models.Generation;
import io.haidang.models.GenerationOptions;
import io.haidang.models.GenerationRequest;
import io.haidang.models.ModelDescriptor;
import io.haidang.models.ModelException;
import io.haidang.models.RequiredPhrase;
import io.haidang.models.TextGenerator;
import io.haidang.models.tokenizer.M2m100Tokenizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** An encoder-decoder model of the M2M100 family on ONNX Runtime. */
final class OnnxSeq2SeqEngine implements TextGenerator {

  private static final int BATCH_TEXTS = 16;
  private static final int BATCH_ROWS = 64;
  private static final long ASK_MILLIS = 20;

  private final ModelDescriptor descriptor;
  private final Seq2SeqConfig config;
  private final Seq2SeqSessions sessions;
  private final M2m100Tokenizer tokenizer;
  private final int concurrency;
  private final Semaphore slots;
  private boolean closed;

  /** A request on its way, with its place among the requests of the call. */
  private record Job(int index, List<Integer> source, boolean cut, int language, Lane lane) {}

  OnnxSeq2SeqEngine(
      ModelDescriptor descriptor,
      Seq2SeqConfig config,
      Seq2SeqSessions sessions,
      M2m100Tokenizer tokenizer,
      int concurrency) {
    this.descriptor = descriptor;
    this.config = config;
    this.sessions = sessions;
    this.tokenizer = tokenizer;
    this.concurrency = concurrency;
    this.slots = new Semaphore(concurrency, true);
  }

  @Override
  public ModelDescriptor descriptor() {
    return descriptor;
  }

  @Override
  public List<Generation> generate(
      List<GenerationRequest> requests, GenerationOptions options, CallContext call) {
    acquireSlot(call);
    try {
      List<Job> jobs = new ArrayList<>();
      for (GenerationRequest request : requests) {
        jobs.add(job(jobs.size(), request, options));
      }
      jobs.sort(Comparator.comparingInt(job -> job.source.size()));
      Generation[] results = new Generation[jobs.size()];
      for (List<Job> batch : batches(jobs)) {
        decode(batch, call);
        batch.forEach(job -> results[job.index] = generation(job));
      }
      return List.of(results);
    } finally {
      slots.release();
    }
  }

  private void acquireSlot(CallContext call) {
    try {
      while (!slots.tryAcquire(ASK_MILLIS, TimeUnit.MILLISECONDS)) {
        call.check();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ModelException.Cancelled();
    }
    if (closed) {
      slots.release();
      throw new IllegalStateException("model: closed (expected: open)");
    }
  }

  private Job job(int index, GenerationRequest request, GenerationOptions options) {
    if (!descriptor.pairs().contains(request.pair())) {
      throw new ModelException.Unsupported(
          "pair: " + request.pair() + " (expected: one of " + descriptor.pairs() + ")");
    }
    int[] source = tokenizer.encode(request.text(), request.pair().source());
    boolean cut = source.length > descriptor.maxSourceTokens();
    if (cut) {
      source = Arrays.copyOf(source, descriptor.maxSourceTokens());
      source[source.length - 1] = tokenizer.eos();
    }
    int language = tokenizer.languageId(request.pair().target());
    return new Job(
        index,
        Arrays.stream(source).boxed().toList(),
        cut,
        language,
        lane(request, options, language, source.length));
  }

  private Lane lane(
      GenerationRequest request, GenerationOptions options, int language, int sourceLength) {
    // A hypothesis leaves out the start token, which the options count.
    int maxLength = Math.max(2, Math.min(options.maxTargetTokens(), config.maxPositions()) - 1);
    RequiredPhrases phrases =
        new RequiredPhrases(
            tokenizer, request.requiredPhrases().stream().map(RequiredPhrase::best).toList());
    if (phrases.count() == 0) {
      return new BeamLane(
          options.beams(), options.lengthPenalty(), language, config.eos(), maxLength);
    }
    // A model that circles round a phrase would run to the limit with the widest beam.
    int sensible = 2 * sourceLength + phrases.tokenCount() + 16;
    return new PhraseLane(
        phrases,
        options.beams(),
        options.lengthPenalty(),
        language,
        config.eos(),
        Math.min(maxLength, sensible));
  }

  /** Batches of texts of about one length, for one target language each. */
  private static List<List<Job>> batches(List<Job> jobs) {
    List<List<Job>> batches = new ArrayList<>();
    List<Job> batch = new ArrayList<>();
    int rows = 0;
    for (Job job : jobs) {
      boolean full = batch.size() == BATCH_TEXTS || rows + job.lane.width() > BATCH_ROWS;
      if (!batch.isEmpty() && (full || batch.get(0).language != job.language)) {
        batches.add(batch);
        batch = new ArrayList<>();
        rows = 0;
      }
      batch.add(job);
      rows += job.lane.width();
    }
    if (!batch.isEmpty()) {
      batches.add(batch);
    }
    return batches;
  }

  private void decode(List<Job> batch, CallContext call) {
    long[][] sources =
        batch.stream()
            .map(job -> job.source.stream().mapToLong(Integer::longValue).toArray())
            .toArray(long[][]::new);
    DecoderRows rows = new DecoderRows(sessions, config, sources);
    long[] prefix = {config.decoderStart(), batch.get(0).language};
    try {
      new BatchDecoder(rows, config.vocabularySize(), call)
          .decode(batch.stream().map(Job::lane).toList(), prefix);
    } catch (OrtException e) {
      throw new ModelException.Failed("model: " + descriptor.id() + ": runtime failure", e);
    }
  }

  private Generation generation(Job job) {
    Lane.Finished best = job.lane.best();
    int[] tokens = best.hypothesis().tokens();
    boolean ended = tokens[tokens.length - 1] == config.eos();
    int written = tokens.length - (ended ? 2 : 1);
    return new Generation(
        tokenizer.decode(tokens), best.score(), job.source.size(), written, job.cut || best.cut());
  }

  /** Waits for the calls under way. */
  @Override
  public void close() {
    slots.acquireUninterruptibly(concurrency);
    try {
      if (!closed) {
        closed = true;
        sessions.close();
        tokenizer.close();
      }
    } finally {
      slots.release(concurrency);
    }
  }
}
