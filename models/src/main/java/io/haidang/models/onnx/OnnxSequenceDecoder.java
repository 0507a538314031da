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
import io.haidang.models.internal.search.Hypothesis;
import io.haidang.models.internal.search.PieceEdges;
import io.haidang.models.internal.search.RequiredPhrases;
import io.haidang.models.internal.search.Search;
import io.haidang.models.internal.search.SearchSettings;
import io.haidang.models.internal.search.TokenIds;
import io.haidang.models.tokenizer.Tokenizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** An encoder-decoder model on ONNX Runtime. */
final class OnnxSequenceDecoder implements SequenceDecoder {

  private static final int MAX_ROWS = 64;
  private static final int MOST_CANDIDATES = 32;

  /** Fewer hypotheses lose begun phrases to each other. */
  private static final int CONSTRAINED_BEAMS = 4;

  /** At most; fewer rows write worse, more only cost time: {@code docs/performance.md}. */
  private static final int CONSTRAINED_ROWS_PER_BEAM = 3;

  /** Between batches: about what two long ones side by side need. */
  private static final long KEPT_BYTES = 96L << 20;

  private final ModelDescriptor descriptor;
  private final Seq2SeqConfig config;
  private final Seq2SeqSessions sessions;
  private final Tokenizer tokenizer;

  private final PieceEdges edges;
  private final Outputs outputs;
  private final BufferPool pool = new BufferPool(KEPT_BYTES);

  /**
   * A request on its way.
   *
   * @param search first tried
   * @param plain the search without phrases, for when the first one meets them not
   */
  private record Job(
      GenerationRequest request,
      int hypotheses,
      TokenIds source,
      boolean cut,
      TokenIds prefix,
      Search search,
      Search plain)
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
      Tokenizer tokenizer,
      double uncertainBelow) {
    this.descriptor = descriptor;
    this.config = config;
    this.sessions = sessions;
    this.tokenizer = tokenizer;
    this.edges = PieceEdges.of(tokenizer);
    this.outputs = new Outputs(tokenizer, uncertainBelow);
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
    int longest = Math.max(3, Math.min(options.maxTargetTokens(), config.maxPositions()));
    Search plain = settings(options, prefix, options.beams(), longest).search();
    return new Job(
        request,
        options.hypotheses(),
        TokenIds.of(source),
        cut,
        prefix,
        constrained(request, options, prefix, longest, source.length).orElse(plain),
        plain);
  }

  /** Where outputs name their language; elsewhere what the files say. */
  private TokenIds prefix(GenerationRequest request) {
    TokenIds own = config.generation().search().prefix();
    return config.architecture().namesTarget()
        ? TokenIds.of(tokenizer.decoderPrefix(own.get(0), request.pair().target()))
        : own;
  }

  /** A search for the phrases; empty when there are none or they do not fit. */
  private Optional<Search> constrained(
      GenerationRequest request,
      GenerationOptions options,
      TokenIds prefix,
      int longest,
      int sourceLength) {
    RequiredPhrases phrases =
        RequiredPhrases.of(
            request.requiredPhrases().stream().map(RequiredPhrase::alternatives).toList(),
            tokenizer,
            edges);
    int tokens = phrases.tokenCount();
    if (phrases.count() == 0) {
      return Optional.empty();
    }
    // A model that circles round a phrase would run to the limit with the widest beam.
    int sensible = 2 * sourceLength + tokens + 16;
    int beams = Math.max(options.beams(), CONSTRAINED_BEAMS);
    return Optional.of(
        new ConstrainedSearch(
            phrases,
            settings(options, prefix, beams, Math.min(longest, sensible)),
            CONSTRAINED_ROWS_PER_BEAM * beams));
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
    try {
      List<Integer> all = IntStream.range(0, batch.size()).boxed().toList();
      List<Integer> unmet = decode(batch, all, Job::search, monitor);
      if (!unmet.isEmpty()) {
        decode(batch, unmet, Job::plain, monitor);
      }
    } catch (OrtException e) {
      throw new ModelException.Failed("model: " + descriptor.id() + ": runtime failure", e);
    }
  }

  /** Decodes the jobs at {@code places}; those whose search found nothing are left over. */
  private List<Integer> decode(
      List<Job> batch, List<Integer> places, Function<Job, Search> search, BatchMonitor monitor)
      throws OrtException {
    List<Job> jobs = places.stream().map(batch::get).toList();
    List<Search> searches = jobs.stream().map(search).toList();
    List<Integer> unmet = new ArrayList<>();
    BatchMonitor part = new PartMonitor(monitor, places);
    IntConsumer finish =
        done -> {
          List<Search.Finished> finished = searches.get(done).finished();
          if (finished.isEmpty()) {
            unmet.add(places.get(done));
          } else {
            part.finished(done, generation(jobs.get(done), finished));
          }
        };
    try (HypothesisRows rows = rows(jobs, searches)) {
      new BatchDecoder(rows, config.vocabularySize(), part, finish)
          .decode(searches, longs(jobs.stream().map(Job::prefix).toList()));
    }
    return unmet;
  }

  private HypothesisRows rows(List<Job> batch, List<Search> searches) {
    long[][] sources = longs(batch.stream().map(Job::source).toList());
    // A search that bans tokens, or wants others than the likeliest, reads the logits.
    int candidates = searches.stream().mapToInt(Search::candidates).max().orElse(1);
    return sessions.fused()
        ? new FusedRows(sessions, config, pool, sources, Math.min(candidates, MOST_CANDIDATES))
        : new DecoderRows(sessions, config, pool, sources);
  }

  private static long[][] longs(List<TokenIds> rows) {
    return rows.stream()
        .map(row -> Arrays.stream(row.toArray()).asLongStream().toArray())
        .toArray(long[][]::new);
  }

  private Generation generation(Job job, List<Search.Finished> finished) {
    Hypothesis best = finished.get(0).hypothesis();
    boolean ended = config.generation().search().ends().contains(best.token());
    return outputs.of(
        finished,
        job.hypotheses,
        job.request.requiredPhrases(),
        job.source.size(),
        best.length() - job.prefix.size() - (ended ? 1 : 0),
        job.cut);
  }

  @Override
  public void close() {
    sessions.close();
    tokenizer.close();
  }
}
