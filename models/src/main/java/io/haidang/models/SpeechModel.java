package io.haidang.models;

import io.haidang.models.ModelDescriptor.Locality;
import java.util.List;

/**
 * Writes down what is said in a recording.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> waits for minutes; never call
 * it on an event loop.
 */
public interface SpeechModel extends AutoCloseable {

  /** What it was configured as. */
  ModelId id();

  /** As the provider names the model. */
  String version();

  /** How far a recording goes that it is given. */
  Locality locality();

  /**
   * What is said and when: the words of a stranger, to be read with suspicion, yet of bounded size,
   * without control characters, in the order of their times, which do not overlap.
   *
   * @return none where nothing is said
   * @throws ModelException when the call cannot be served, was cancelled or is too late; {@link
   *     ModelException.Refused} for a recording that may not go as far as the model is
   */
  List<SpokenPiece> transcribe(Recording recording, CallContext call);

  @Override
  void close();
}
