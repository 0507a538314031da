package io.haidang.models.registry;

import io.haidang.models.LanguagePair;
import io.haidang.models.ModelDescriptor;
import io.haidang.models.TextGenerator;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The models below one folder: each sub-folder that holds a {@code haidang.json} is one.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> the first use of a model loads
 * it. <b>Owns:</b> the loaded models, until {@link #close}.
 */
public final class ModelRegistry implements AutoCloseable {

  private ModelRegistry() {}

  /**
   * Reads the descriptors below {@code folder}; loads no weights.
   *
   * @param idPrefix put before each sub-folder's name, such as {@code bundled/}
   * @param concurrency how many calls one model serves at a time, 1 or more
   */
  public static ModelRegistry open(Path folder, String idPrefix, int concurrency) {
    throw new UnsupportedOperationException();
  }

  public List<ModelDescriptor> models() {
    throw new UnsupportedOperationException();
  }

  /** The model for a direction; empty when none serves it. */
  public Optional<ModelDescriptor> find(LanguagePair pair) {
    throw new UnsupportedOperationException();
  }

  /**
   * The loaded model for a direction; the caller closes what it gets, which keeps the model loaded
   * for others.
   *
   * @throws io.haidang.models.ModelException.Unsupported when none serves the direction
   */
  public TextGenerator acquire(LanguagePair pair) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
