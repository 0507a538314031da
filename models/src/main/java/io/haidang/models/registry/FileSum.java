package io.haidang.models.registry;

import io.haidang.models.ModelException;
import io.haidang.models.internal.FileNames;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file's name, size and checksum.
 *
 * @param name letters, digits and {@code . _ -}, no folder
 * @param bytes its size
 * @param sha256 64 lower-case hexadecimal digits
 */
public record FileSum(String name, long bytes, String sha256) {

  public FileSum {
    check(FileNames.isPlain(name), "file.name", name, "letters, digits and . _ -");
    check(bytes >= 0, "file.bytes", bytes, "0 or more");
    check(sha256 != null && sha256.matches("[0-9a-f]{64}"), "file.sha256", sha256, "64 hex digits");
  }

  private static void check(boolean ok, String name, Object value, String expected) {
    if (!ok) {
      throw new IllegalArgumentException(name + ": " + value + " (expected: " + expected + ")");
    }
  }

  /** Every regular file in a folder but the manifest, by name. */
  static List<FileSum> of(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .filter(file -> !file.endsWith(ModelManifest.FILE))
          .sorted()
          .map(FileSum::ofFile)
          .toList();
    } catch (IOException e) {
      throw new ModelException.Unloadable(folder + ": unreadable (expected: a model folder)", e);
    }
  }

  static FileSum ofFile(Path file) {
    try {
      return new FileSum(file.getFileName().toString(), Files.size(file), sha256(file));
    } catch (IOException | IllegalArgumentException e) {
      throw new ModelException.Unloadable(file + ": unreadable (expected: a model's file)", e);
    }
  }

  static String sha256(Path file) throws IOException {
    MessageDigest digest = digest();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256: absent (expected: part of every Java)", e);
    }
  }

  String shown() {
    return bytes + " bytes, sha256 " + sha256.substring(0, 12) + "…";
  }
}
