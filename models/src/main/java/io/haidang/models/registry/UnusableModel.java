package io.haidang.models.registry;

import io.haidang.models.ModelException;
import io.haidang.models.ModelId;
import io.haidang.models.encoder.SentenceEncoder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder that looks like a model and is passed over, because what it says about itself cannot be
 * read.
 *
 * <p><b>Thread-safety:</b> immutable. <b>Blocking:</b> reads files.
 *
 * @param folder where it is
 * @param reason naming the file at fault, and what was expected
 */
public record UnusableModel(Path folder, String reason) {

  /** Every such folder below some roots, in their order; weights are not looked at. */
  public static List<UnusableModel> list(List<ModelRoot> roots) {
    return roots.stream().flatMap(UnusableModel::in).toList();
  }

  private static Stream<UnusableModel> in(ModelRoot root) {
    return root.folders().stream().flatMap(folder -> of(root, folder).stream());
  }

  private static Optional<UnusableModel> of(ModelRoot root, Path folder) {
    try {
      check(folder, root.idPrefix());
      return Optional.empty();
    } catch (ModelException.Unloadable | IllegalArgumentException e) {
      return Optional.of(of(folder, e));
    }
  }

  private static void check(Path folder, String idPrefix) {
    if (ModelFolder.isOne(folder)) {
      ModelFolder.check(folder, idPrefix);
    } else if (SentenceEncoder.isIn(folder)) {
      SentenceEncoder.check(folder);
      ModelFolder.id(folder, idPrefix);
    }
  }

  static UnusableModel of(Path folder, RuntimeException failure) {
    return new UnusableModel(folder, String.valueOf(failure.getMessage()));
  }

  /** Whether a folder can be a model's by its name. */
  static boolean isNamed(Path folder, String idPrefix) {
    try {
      return !new ModelId(idPrefix + folder.getFileName()).value().isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
