package io.haidang.gateway.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** Folders that hold what people have entrusted to the desk. */
final class PrivateFolders {

  private PrivateFolders() {}

  /** Makes those that are missing, for nobody but the account that the node runs under. */
  static void make(List<Path> folders) {
    try {
      for (Path folder : folders) {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
          Files.createDirectories(
              folder,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
          Files.createDirectories(folder);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "data.folder: cannot be made (expected: a place that may be written)", e);
    }
  }
}
