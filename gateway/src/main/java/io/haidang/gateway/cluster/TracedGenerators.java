package io.haidang.gateway.cluster;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.traces.Attribute;
import io.haidang.gateway.traces.Span;
import io.haidang.gateway.traces.Step;
import io.haidang.gateway.traces.Tracer;
import io.haidang.models.CallContext;
import io.haidang.models.Generation;
import io.haidang.models.GenerationOptions;
import io.haidang.models.GenerationRequest;
import io.haidang.models.LanguagePair;
import io.haidang.models.ModelDescriptor;
import io.haidang.models.TextGenerator;
import java.util.List;

/** Models of this node, whose calls are told of. Safe for concurrent use. */
final class TracedGenerators implements Generators {

  private final Generators models;
  private final Tracer tracer;

  TracedGenerators(Generators models, Tracer tracer) {
    this.models = models;
    this.tracer = tracer;
  }

  @Override
  public TextGenerator acquire(LanguagePair pair) {
    return new Traced(models.acquire(pair), tracer);
  }

  /** What a span says of a call. */
  static Span begin(Tracer tracer, Step step, ModelDescriptor model, int texts, CallContext call) {
    return tracer
        .begin(step)
        .put(Attribute.MODEL, model.id().value())
        .put(Attribute.SEGMENTS, texts)
        .put(Attribute.PRIORITY, PublicName.of(call.priority()));
  }

  private record Traced(TextGenerator model, Tracer tracer) implements TextGenerator {

    @Override
    public ModelDescriptor descriptor() {
      return model.descriptor();
    }

    @Override
    public List<Generation> generate(
        List<GenerationRequest> requests, GenerationOptions options, CallContext call) {
      return begin(tracer, Step.GENERATE, model.descriptor(), requests.size(), call)
          .during(() -> model.generate(requests, options, call));
    }

    @Override
    public void close() {
      model.close();
    }
  }
}
