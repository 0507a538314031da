package io.haidang.models;

/**
 * A model that does with data what instructions say.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> waits for seconds to minutes;
 * never call it on an event loop.
 */
public interface InstructedModel extends AutoCloseable {

  /** What it was configured as. */
  ModelId id();

  /** Which model it is, as its maker names it. */
  String version();

  /**
   * The model's answer: text of a stranger, to be read with suspicion. Empty when it shows the mark
   * of the fence, as only an answer does that has left its task.
   *
   * @param instructions the same for every text but for {@code {fence}}, where the mark goes that
   *     stands on the two lines around the data; never with a word of a document in it
   * @param data JSON on one line; all of a document that the model gets to see
   * @throws ModelException when the call cannot be served, was cancelled or is too late
   */
  String answer(String instructions, String data, CallContext call);

  @Override
  void close();
}
