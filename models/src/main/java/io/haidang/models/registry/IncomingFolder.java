package io.haidang.models.registry;

import io.haidang.models.ModelException;
import io.haidang.models.registry.FolderLock.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where models arrive before they take their place beside it; what an installation leaves behind
 * that was killed, the next one clears away. One process at a time has it open.
 */
final class IncomingFolder implements AutoCloseable {

  static final String NAME = ".incoming";

  private static final String STAGE = "stage-";
  private static final String REPLACED = "replaced-";

  private final Path root;
  private final Path folder;
  private final FolderLock lock;

  private IncomingFolder(Path root, Path folder, FolderLock lock) {
    this.root = root;
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * Opens it, making it when it is missing.
   *
   * @throws ModelException.Unavailable while another installation is under way
   */
  static IncomingFolder open(Path root) throws IOException {
    Path folder = Files.createDirectories(root.resolve(NAME));
    FolderLock lock =
        FolderLock.tryOwn(folder, Part.INSTALLING)
            .orElseThrow(
                () ->
                    new ModelException.Unavailable(
                        root + ": another installation is under way (expected: one at a time)"));
    IncomingFolder incoming = new IncomingFolder(root, folder, lock);
    try {
      incoming.clear();
      return incoming;
    } catch (IOException | RuntimeException e) {
      incoming.close();
      throw e;
    }
  }

  /** Where downloads wait for their rest. */
  Path downloads() {
    return folder;
  }

  /** A new folder of that name, to be filled. */
  Path stage(String name) throws IOException {
    return Files.createDirectory(Files.createTempDirectory(folder, STAGE).resolve(name));
  }

  /** Moves a full folder to its place, and what was there away; readers see one or the other. */
  void place(Path stage) throws IOException {
    FolderLock moving = FolderLock.own(folder, Part.CONTENTS);
    try {
      takeAway(stage.getFileName().toString());
      Files.move(stage, root.resolve(stage.getFileName()));
    } finally {
      moving.close();
      clear(); // Puts the old one back when the new one could not come.
    }
  }

  /** Deletes a model. */
  void remove(String name) throws IOException {
    Path gone = stage(name).resolve(name);
    FolderLock moving = FolderLock.own(folder, Part.CONTENTS);
    try {
      Files.move(root.resolve(name), gone);
    } finally {
      moving.close();
    }
  }

  private void takeAway(String name) throws IOException {
    if (Files.exists(root.resolve(name))) {
      Files.move(root.resolve(name), folder.resolve(REPLACED + name));
    }
  }

  private void clear() throws IOException {
    for (Path old : children(REPLACED)) {
      Path place = root.resolve(old.getFileName().toString().substring(REPLACED.length()));
      if (Files.exists(place)) {
        delete(old);
      } else {
        Files.move(old, place);
      }
    }
    for (Path stage : children(STAGE)) {
      delete(stage);
    }
  }

  private List<Path> children(String prefix) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().startsWith(prefix)).toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Override
  public void close() throws IOException {
    try {
      clear();
    } finally {
      lock.close();
    }
  }
}
