package io.haidang.models.registry;

import io.haidang.models.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

  /** Names, sizes and times of all files. */
  List<String> fingerprint() {
    return folders().stream().flatMap(folder -> files(folder).stream()).toList();
  }

  private static List<String> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .sorted()
          .map(Path::toFile)
          .map(file -> file + " " + file.length() + " " + file.lastModified())
          .toList();
    } catch (IOException e) {
      return List.of(folder + " unreadable"); // Just being replaced; it looks again later.
    }
  }
}
