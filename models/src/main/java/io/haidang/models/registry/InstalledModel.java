package io.haidang.models.registry;

import io.haidang.models.ModelException;
import io.haidang.models.ModelId;
import io.haidang.models.encoder.SentenceEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A model on disk, of any kind.
 *
 * <p><b>Thread-safety:</b> immutable. <b>Blocking:</b> reads files.
 *
 * @param id its name, with the prefix of its root
 * @param folder where its files are
 */
public record InstalledModel(ModelId id, Path folder) {

  /**
   * Every model below some folders, in their order; other folders are left out, and so are those
   * that do not say what they are (see {@link UnusableModel}).
   */
  public static List<InstalledModel> list(List<ModelRoot> roots) {
    return roots.stream()
        .flatMap(
            root ->
                root.folders().stream()
                    .filter(folder -> UnusableModel.isNamed(folder, root.idPrefix()))
                    .filter(InstalledModel::isModel)
                    .map(
                        folder ->
                            new InstalledModel(
                                new ModelId(root.idPrefix() + folder.getFileName()), folder)))
        .toList();
  }

  private static boolean isModel(Path folder) {
    return ModelFolder.isOne(folder)
        || Files.exists(folder.resolve(ModelManifest.FILE))
        || isEncoder(folder);
  }

  private static boolean isEncoder(Path folder) {
    try {
      return SentenceEncoder.isIn(folder);
    } catch (ModelException.Unloadable e) {
      return false;
    }
  }

  public boolean isSentenceEncoder() {
    return isEncoder(folder);
  }

  /** What is known about it; empty when it has no manifest, such as one that was copied by hand. */
  public Optional<ModelManifest> manifest() {
    return Files.exists(folder.resolve(ModelManifest.FILE))
        ? Optional.of(ModelManifest.read(folder))
        : Optional.empty();
  }
}
