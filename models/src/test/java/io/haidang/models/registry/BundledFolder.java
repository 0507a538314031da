package io.haidang.models.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Copies of the bundled models, to be spoilt. */
final class BundledFolder {

  static final Path BUNDLED =
      Path.of(System.getProperty("haidang.repository"), "models", "bundled");

  private BundledFolder() {}

  static Path copy(String model, Path target) throws IOException {
    Files.createDirectories(target);
    try (Stream<Path> files = Files.list(BUNDLED.resolve(model))) {
      for (Path file : files.toList()) {
        Files.copy(file, target.resolve(file.getFileName()));
      }
    }
    return target;
  }
}
