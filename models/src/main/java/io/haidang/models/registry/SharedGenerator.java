package io.haidang.models.registry;

import io.haidang.models.CallContext;
import io.haidang.models.Generation;
import io.haidang.models.GenerationOptions;
import io.haidang.models.GenerationRequest;
import io.haidang.models.ModelDescriptor;
import io.haidang.models.TextGenerator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** One user's handle on a shared model; closing it gives the handle back, once. */
final class SharedGenerator implements TextGenerator {

  private final TextGenerator shared;
  private final Runnable release;
  private final AtomicBoolean closed = new AtomicBoolean();

  SharedGenerator(TextGenerator shared, Runnable release) {
    this.shared = shared;
    this.release = release;
  }

  @Override
  public ModelDescriptor descriptor() {
    return shared.descriptor();
  }

  @Override
  public List<Generation> generate(
      List<GenerationRequest> requests, GenerationOptions options, CallContext call) {
    if (closed.get()) {
      throw new IllegalStateException("generator: closed (expected: open)");
    }
    return shared.generate(requests, options, call);
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      release.run();
    }
  }
}
