package io.haidang.models.serving;

import io.haidang.models.CallContext;
import io.haidang.models.Generation;
import io.haidang.models.GenerationOptions;
import io.haidang.models.GenerationRequest;
import io.haidang.models.ModelDescriptor;
import io.haidang.models.ModelException;
import io.haidang.models.TextGenerator;
import io.haidang.models.internal.SequenceDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Lets a scheduler compose the batches of a generator that is no {@link SequenceDecoder} itself;
 * the generator must serve as many calls at a time as the scheduler has threads.
 *
 * <p><b>Thread-safety:</b> as safe as the generator. <b>Owns:</b> the generator.
 */
public final class GeneratorDecoder implements SequenceDecoder {

  private static final int MAX_ROWS = 64;
  private static final int CHARACTERS_PER_TOKEN = 3;

  private final TextGenerator generator;

  private record Job(GenerationRequest request, GenerationOptions options, int sourceTokens)
      implements DecodingJob {

    @Override
    public int rows() {
      return options.beams();
    }
  }

  public GeneratorDecoder(TextGenerator generator) {
    this.generator = generator;
  }

  @Override
  public ModelDescriptor descriptor() {
    return generator.descriptor();
  }

  @Override
  public int maxRows() {
    return MAX_ROWS;
  }

  @Override
  public DecodingJob prepare(GenerationRequest request, GenerationOptions options) {
    if (!descriptor().pairs().contains(request.pair())) {
      throw new ModelException.Unsupported(
          "pair: " + request.pair() + " (expected: one of " + descriptor().pairs() + ")");
    }
    int estimate = 2 + request.text().length() / CHARACTERS_PER_TOKEN;
    return new Job(request, options, Math.min(estimate, descriptor().maxSourceTokens()));
  }

  @Override
  public void decode(List<? extends DecodingJob> jobs, BatchMonitor monitor) {
    Map<GenerationOptions, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < jobs.size(); i++) {
      groups.computeIfAbsent(job(jobs, i).options(), options -> new ArrayList<>()).add(i);
    }
    groups.forEach((options, places) -> decode(jobs, options, places, monitor));
  }

  private void decode(
      List<? extends DecodingJob> jobs,
      GenerationOptions options,
      List<Integer> places,
      BatchMonitor monitor) {
    List<GenerationRequest> requests = places.stream().map(i -> job(jobs, i).request()).toList();
    CallContext steps =
        CallContext.bulk(
            () -> {
              monitor.beforeStep();
              return places.stream().noneMatch(monitor::wants);
            });
    try {
      List<Generation> outputs = generator.generate(requests, options, steps);
      IntStream.range(0, outputs.size())
          .forEach(i -> monitor.finished(places.get(i), outputs.get(i)));
    } catch (ModelException.Cancelled e) {
      if (places.stream().anyMatch(monitor::wants)) {
        throw e;
      }
    }
  }

  private static Job job(List<? extends DecodingJob> jobs, int place) {
    if (jobs.get(place) instanceof Job job) {
      return job;
    }
    throw new IllegalArgumentException("job: of another decoder (expected: one of this one)");
  }

  @Override
  public void close() {
    generator.close();
  }
}
