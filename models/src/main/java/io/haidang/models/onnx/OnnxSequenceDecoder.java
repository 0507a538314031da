package io.haidang.models.onnx;

import ai.onnxruntime.OrtException;
import io.haidang.models.Generation;
import io.haidang.models.GenerationOptions;
import io.haidang.models.GenerationRequest;
import io.haidang.models.ModelDescriptor;
import io.haidang.models.ModelException;
import io.haidang.models.RequiredPhrase;
import io.haidang.models.internal.SequenceDecoder;
import io.haidang.models.internal.search.ConstrainedSearch;
import io.haidang.models.internal.search.RequiredPhrases;
import io.haidang.models.internal.search.Search;
import io.haidang.models.internal.search.SearchSettings;
import io.haidang.models.internal.search.TokenIds;
import io.haidang.models.tokenizer.Tokenizer;
import java.util.Arrays;
import java.util.List;

/** An encoder-decoder model on ONNX Runtime. */
final class OnnxSequenceDecoder implements SequenceDecoder {

  private static final int MAX_ROWS = 64;
  private static final int MOST_CANDIDATES = 32;

  /** Fewer hypotheses lose begun phrases to each other. */
  private static final int CONSTRAINED_BEAMS = 4;

  private final ModelDescriptor descriptor;
  private final Seq2SeqConfig config;
  private final Seq2SeqSessions sessions;
  private final Tokenizer tokenizer;

  /** A request on its way. */
  private record Job(TokenIds source, boolean cut, TokenIds prefix, Search search)
      implements DecodingJob {

    @Override
    public int sourceTokens() {
      return source.size();
    }

    @Override
    public int rows() {
      return search.width();
    }
  }

  OnnxSequenceDecoder(
      ModelDescriptor descriptor,
      Seq2SeqConfig config,
      Seq2SeqSessions sessions,
      Tokenizer tokenizer) {
    this.descriptor = descriptor;
    this.config = config;
    this.sessions = sessions;
    this.tokenizer = tokenizer;
  }

  @Override
  public ModelDescriptor descriptor() {
    return descriptor;
  }

  @Override
  public int maxRows() {
    return MAX_ROWS;
  }

  @Override
  public DecodingJob prepare(GenerationRequest request, GenerationOptions options) {
    if (!descriptor.pairs().contains(request.pair())) {
      throw new ModelException.Unsupported(
          "pair: " + request.pair() + " (expected: one of " + descriptor.pairs() + ")");
    }
    int[] full = tokenizer.encode(request.text(), request.pair());
    int[] source = tokenizer.shorten(full, descriptor.maxSourceTokens());
    boolean cut = source.length < full.length;
    TokenIds prefix = prefix(request);
    return new Job(
        TokenIds.of(source), cut, prefix, search(request, options, prefix, source.length));
  }

  /** Where outputs name their language; elsewhere what the files say. */
  private TokenIds prefix(GenerationRequest request) {
    TokenIds own = config.generation().search().prefix();
    return config.architecture().namesTarget()
        ? TokenIds.of(tokenizer.decoderPrefix(own.get(0), request.pair().target()))
        : own;
  }

  private Search search(
      GenerationRequest request, GenerationOptions options, TokenIds prefix, int sourceLength) {
    int longest = Math.max(3, Math.min(options.maxTargetTokens(), config.maxPositions()));
    RequiredPhrases phrases =
        new RequiredPhrases(
            tokenizer, request.requiredPhrases().stream().map(RequiredPhrase::best).toList());
    if (phrases.count() == 0) {
      return settings(options, prefix, options.beams(), longest).search();
    }
    // A model that circles round a phrase would run to the limit with the widest beam.
    int sensible = 2 * sourceLength + phrases.tokenCount() + 16;
    int beams = Math.max(options.beams(), CONSTRAINED_BEAMS);
    return new ConstrainedSearch(
        phrases, settings(options, prefix, beams, Math.min(longest, sensible)));
  }

  private SearchSettings settings(
      GenerationOptions options, TokenIds prefix, int beams, int maxLength) {
    SearchSettings own = config.generation().search();
    Double asked = options.lengthPenalty();
    return own.with(
        prefix,
        beams,
        asked == null ? own.lengthPenalty() : asked,
        Math.min(maxLength, own.maxLength()));
  }

  @Override
  public void decode(List<? extends DecodingJob> jobs, BatchMonitor monitor) {
    if (jobs.isEmpty()) {
      return;
    }
    List<Job> batch = jobs.stream().map(Job.class::cast).toList();
    HypothesisRows rows = rows(batch);
    BatchDecoder decoder =
        new BatchDecoder(
            rows,
            config.vocabularySize(),
            monitor,
            job -> monitor.finished(job, generation(batch.get(job))));
    try {
      decoder.decode(
          batch.stream().map(Job::search).toList(),
          longs(batch.stream().map(Job::prefix).toList()));
    } catch (OrtException e) {
      throw new ModelException.Failed("model: " + descriptor.id() + ": runtime failure", e);
    }
  }

  private HypothesisRows rows(List<Job> batch) {
    long[][] sources = longs(batch.stream().map(Job::source).toList());
    int widest = batch.stream().mapToInt(Job::rows).max().orElse(1);
    // A beam may lose half of its candidates to the end token; wider searches read the logits.
    int candidates = widest == 1 ? 1 : Math.min(2 * widest, MOST_CANDIDATES);
    return sessions.fused()
        ? new FusedRows(sessions, config, sources, candidates)
        : new DecoderRows(sessions, config, sources);
  }

  private static long[][] longs(List<TokenIds> rows) {
    return rows.stream()
        .map(row -> Arrays.stream(row.toArray()).asLongStream().toArray())
        .toArray(long[][]::new);
  }

  private Generation generation(Job job) {
    Search.Finished best = job.search.finished().get(0);
    int[] tokens = best.hypothesis().tokens();
    boolean ended = config.generation().search().ends().contains(best.hypothesis().token());
    int written = tokens.length - job.prefix.size() - (ended ? 1 : 0);
    return new Generation(
        tokenizer.decode(tokens), best.score(), job.source.size(), written, job.cut || best.cut());
  }

  @Override
  public void close() {
    sessions.close();
    tokenizer.close();
  }
}
