package io.haidang.models;

import java.util.List;

/**
 * A model that turns text into text.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> {@link #generate} computes for
 * milliseconds to minutes; never call it on an event loop. <b>Owns:</b> whatever the model needs,
 * native memory included, until {@link #close}.
 */
public interface TextGenerator extends AutoCloseable {

  ModelDescriptor descriptor();

  /**
   * One output per request, in the same order.
   *
   * @throws ModelException when a request cannot be served, the call was cancelled or is too late
   */
  List<Generation> generate(
      List<GenerationRequest> requests, GenerationOptions options, CallContext call);

  @Override
  void close();
}
