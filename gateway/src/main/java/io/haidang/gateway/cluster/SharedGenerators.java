package io.haidang.gateway.cluster;

import io.haidang.models.CallContext;
import io.haidang.models.CallContext.Priority;
import io.haidang.models.Generation;
import io.haidang.models.GenerationOptions;
import io.haidang.models.GenerationRequest;
import io.haidang.models.LanguagePair;
import io.haidang.models.ModelDescriptor;
import io.haidang.models.ModelException;
import io.haidang.models.TextGenerator;
import io.haidang.models.registry.ModelRegistry;
import java.util.List;

/**
 * Models of the whole cluster. What somebody waits for is shared among the nodes that hold the same
 * version of the model; documents are translated where their job is. A node that finds no other
 * loads its own model, so that an answer never depends on the rest.
 */
final class SharedGenerators implements Generators {

  private final ModelRegistry own;
  private final Generators here;
  private final Colleagues colleagues;

  /**
   * Models.
   *
   * @param own which there are on this node
   * @param here the same, as they are used
   */
  SharedGenerators(ModelRegistry own, Generators here, Colleagues colleagues) {
    this.own = own;
    this.here = here;
    this.colleagues = colleagues;
  }

  /** Loads nothing. */
  @Override
  public TextGenerator acquire(LanguagePair pair) {
    return own.find(pair)
        .<TextGenerator>map(model -> new Shared(model, pair))
        .orElseGet(() -> here.acquire(pair)); // Which says what is missing.
  }

  private final class Shared implements TextGenerator {

    private final ModelDescriptor model;
    private final LanguagePair pair;

    Shared(ModelDescriptor model, LanguagePair pair) {
      this.model = model;
      this.pair = pair;
    }

    @Override
    public ModelDescriptor descriptor() {
      return model;
    }

    @Override
    public List<Generation> generate(
        List<GenerationRequest> requests, GenerationOptions options, CallContext call) {
      if (call.priority() == Priority.BULK) {
        return here(requests, options, call);
      }
      return colleagues
          .generate(model, pair, requests, options, call)
          .orElseGet(() -> here(requests, options, call));
    }

    /**
     * Generates on this node.
     *
     * @throws ModelException as the model does
     */
    private List<Generation> here(
        List<GenerationRequest> requests, GenerationOptions options, CallContext call) {
      try (TextGenerator generator = here.acquire(pair)) {
        return generator.generate(requests, options, call);
      }
    }

    /** Nothing is held between calls. */
    @Override
    public void close() {}
  }
}
