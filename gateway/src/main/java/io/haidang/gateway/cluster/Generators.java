package io.haidang.gateway.cluster;

import io.haidang.models.LanguagePair;
import io.haidang.models.TextGenerator;

/**
 * Finds the model for a direction.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use.
 */
@FunctionalInterface
public interface Generators {

  /**
   * The model for a direction; the caller closes what it gets.
   *
   * <p><b>Blocking:</b> may load the model.
   *
   * @throws io.haidang.models.ModelException when none serves the direction or can be loaded
   */
  TextGenerator acquire(LanguagePair pair);
}
