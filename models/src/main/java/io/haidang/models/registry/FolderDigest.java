package io.haidang.models.registry;

import io.haidang.models.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** A short digest of the names and contents of a folder's files. */
final class FolderDigest {

  private static final int HEX_DIGITS = 12;

  private FolderDigest() {}

  static String of(Path folder) {
    try (Stream<Path> listed = Files.list(folder)) {
      List<Path> files =
          listed.filter(Files::isRegularFile).filter(FolderDigest::matters).sorted().toList();
      MessageDigest digest = FileSum.digest();
      for (Path file : files) {
        String header = file.getFileName() + "\0" + Files.size(file) + "\0";
        digest.update(header.getBytes(StandardCharsets.UTF_8));
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
          in.transferTo(OutputStream.nullOutputStream());
        }
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, HEX_DIGITS);
    } catch (IOException e) {
      throw new ModelException.Unloadable(folder + ": unreadable (expected: a model folder)", e);
    }
  }

  /** What is written about a model does not change its output. */
  private static boolean matters(Path file) {
    String name = file.getFileName().toString();
    return !name.endsWith(".md") && !name.equals(ModelManifest.FILE);
  }
}
