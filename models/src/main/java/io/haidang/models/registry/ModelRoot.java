package io.haidang.models.registry;

import io.haidang.models.ModelException;
import io.haidang.models.registry.FolderLock.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder whose sub-folders are models.
 *
 * @param folder may be missing, which is like being empty, unless {@code required}
 * @param idPrefix put before each sub-folder's name, such as {@code bundled/}
 * @param required whether it must exist
 */
public record ModelRoot(Path folder, String idPrefix, boolean required) {

  /** The sub-folders, by name; those that begin with a dot are being installed. */
  List<Path> folders() {
    if (!required && !Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children
          .filter(Files::isDirectory)
          .filter(child -> !child.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new ModelException.Unloadable(folder + ": unreadable (expected: a models folder)", e);
    }
  }

  /**
   * Keeps installations from moving models while they are looked at; waits for one that is just
   * doing so. Empty where nothing was ever installed.
   */
  static Optional<FolderLock> still(Path folder) {
    Path incoming = folder.resolve(IncomingFolder.NAME);
    try {
      return FolderLock.share(incoming, Part.CONTENTS);
    } catch (IOException e) {
      throw new ModelException.Unloadable(incoming + ": unreadable (expected: its lock)", e);
    }
  }

  /** Names, sizes and times of all files. */
  List<String> state() {
    return folders().stream().flatMap(child -> ModelFolder.state(child).stream()).toList();
  }
}
