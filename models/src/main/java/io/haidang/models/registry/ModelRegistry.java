package io.haidang.models.registry;

import io.haidang.models.LanguagePair;
import io.haidang.models.ModelDescriptor;
import io.haidang.models.ModelException;
import io.haidang.models.TextGenerator;
import io.haidang.models.serving.ServingLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The models below one folder: each sub-folder that holds a {@code haidang.json} is one.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> the first use of a model loads
 * it. <b>Owns:</b> the loaded models, until {@link #close}; one still in use then is unloaded when
 * its last user closes it.
 */
public final class ModelRegistry implements AutoCloseable {

  private final List<ModelEntry> entries;

  private ModelRegistry(List<ModelEntry> entries) {
    this.entries = entries;
  }

  /**
   * Reads the descriptors below {@code folder}; loads no weights.
   *
   * @param idPrefix put before each sub-folder's name, such as {@code bundled/}
   * @param concurrency how many calls one model serves at a time, 1 or more
   * @throws ModelException.Unloadable when the folder or a description is missing or broken
   */
  public static ModelRegistry open(Path folder, String idPrefix, int concurrency) {
    return open(folder, idPrefix, ServingLimits.of(concurrency));
  }

  /** The same with other limits. */
  public static ModelRegistry open(Path folder, String idPrefix, ServingLimits limits) {
    try (Stream<Path> children = Files.list(folder)) {
      return new ModelRegistry(
          children
              .filter(child -> Files.isRegularFile(child.resolve(ModelEntry.DESCRIPTION_FILE)))
              .sorted()
              .map(child -> ModelEntry.read(child, idPrefix, limits))
              .toList());
    } catch (IOException e) {
      throw new ModelException.Unloadable(folder + ": unreadable (expected: a models folder)", e);
    }
  }

  public List<ModelDescriptor> models() {
    return entries.stream().map(ModelEntry::descriptor).toList();
  }

  /** The model for a direction; empty when none serves it. */
  public Optional<ModelDescriptor> find(LanguagePair pair) {
    return entry(pair).map(ModelEntry::descriptor);
  }

  /**
   * The loaded model for a direction; the caller closes what it gets, which keeps the model loaded
   * for others.
   *
   * @throws ModelException.Unsupported when none serves the direction
   * @throws ModelException.Unloadable when its files are missing or broken
   */
  public TextGenerator acquire(LanguagePair pair) {
    return entry(pair)
        .orElseThrow(
            () ->
                new ModelException.Unsupported(
                    "pair: " + pair + " (expected: a direction some model serves)"))
        .acquire();
  }

  private Optional<ModelEntry> entry(LanguagePair pair) {
    return entries.stream().filter(entry -> entry.descriptor().pairs().contains(pair)).findFirst();
  }

  @Override
  public void close() {
    entries.forEach(ModelEntry::close);
  }
}
