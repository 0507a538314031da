package io.haidang.models;

import java.util.List;

/**
 * Tells how close two sentences of different languages are in meaning.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> computes for about a
 * millisecond a pair; never call it on an event loop. <b>Owns:</b> whatever the model needs, native
 * memory included, until {@link #close}.
 */
public interface SentenceSimilarity extends AutoCloseable {

  /** Whether the model knows both languages. */
  boolean serves(LanguagePair pair);

  /**
   * The cosine of each pair, in the same order: 1 for the same meaning, about 0 for none in common,
   * never outside -1 to 1. It sees what a sentence is about; a wrong number or a lost "not" hardly
   * moves it.
   *
   * @param sources sentences; a blank one is like nothing (0)
   * @param targets their translations, as many
   * @throws ModelException.Failed when the runtime fails
   */
  List<Double> compare(List<String> sources, List<String> targets);

  @Override
  void close();
}
