package io.haidang.models.registry;

import io.haidang.models.ModelException;
import io.haidang.models.internal.FileNames;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks an archive of a model, which may be hostile: plain files only, all in one folder, and
 * never more than the limits, whatever its headers say. Not thread-safe.
 */
final class ModelArchive {

  private final Path archive;
  private final Path target;
  private final InstallLimits limits;
  private final Set<String> names = new HashSet<>();
  private @Nullable String folder;
  private long room;

  private ModelArchive(Path archive, Path target, InstallLimits limits) throws IOException {
    this.archive = archive;
    this.target = target;
    this.limits = limits;
    this.room = limits.unpacked(Files.size(archive));
  }

  /** Whether a file's name is that of an archive. */
  static boolean isOne(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".zip") || lower.endsWith(".tar.gz") || lower.endsWith(".tgz");
  }

  /**
   * Unpacks into an empty folder.
   *
   * @throws ModelException.Unloadable naming the entry that is refused
   */
  static void unpack(Path archive, String name, Path target, InstallLimits limits) {
    try {
      ModelArchive unpacking = new ModelArchive(archive, target, limits);
      if (name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
        unpacking.unpackZip();
      } else {
        unpacking.unpackTar();
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new ModelException.Unloadable(
          name + ": unreadable (expected: an archive, .zip or .tar.gz)", e);
    }
  }

  private void unpackZip() throws IOException {
    try (ZipFile zip = ZipFile.builder().setPath(archive).get()) {
      Enumeration<ZipArchiveEntry> entries = zip.getEntriesInPhysicalOrder();
      while (entries.hasMoreElements()) {
        ZipArchiveEntry entry = entries.nextElement();
        if (entry.isUnixSymlink()) {
          throw refused(entry.getName(), "a link", "plain files");
        }
        if (!entry.isDirectory()) {
          try (InputStream in = zip.getInputStream(entry)) {
            write(entry.getName(), in);
          }
        }
      }
    }
  }

  private void unpackTar() throws IOException {
    try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
        HeaderGuard guard = new HeaderGuard(new GzipCompressorInputStream(file));
        TarArchiveInputStream tar = new TarArchiveInputStream(guard)) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (!entry.isDirectory() && (!entry.isFile() || entry.isLink() || entry.isSymbolicLink())) {
          throw refused(entry.getName(), "a link or a device", "plain files");
        }
        if (!entry.isDirectory()) {
          guard.content();
          write(entry.getName(), tar);
          guard.header();
        }
      }
    }
  }

  private void write(String entry, InputStream in) throws IOException {
    String name = plainName(entry);
    if (!names.add(name)) {
      throw refused(entry, "twice", "each file once");
    }
    if (names.size() > limits.files()) {
      throw refused(entry, "too many files", "at most " + limits.files());
    }
    room -= Copying.atMost(in, target.resolve(name), room, () -> tooLarge(entry));
  }

  private ModelException tooLarge(String entry) {
    return refused(
        entry,
        "larger than an honest archive of this size",
        "at most " + limits.ratio() + " times as large, " + limits.bytes() + " bytes in all");
  }

  /** The name without the folder that all entries may share. */
  private String plainName(String entry) {
    int slash = entry.indexOf('/');
    String outer = slash < 0 ? "" : entry.substring(0, slash);
    String name = entry.substring(slash + 1);
    boolean plain = FileNames.isPlain(name) && (slash < 0 || FileNames.isPlain(outer));
    if (!plain || (folder != null && !folder.equals(outer))) {
      throw refused(entry, "not a plain name", "files of one folder; letters, digits and . _ -");
    }
    folder = outer;
    return name;
  }

  private static ModelException.Unloadable refused(String entry, String what, String expected) {
    String shown = entry.replaceAll("[^\\x20-\\x7E]", "?");
    String name = shown.length() > 80 ? shown.substring(0, 80) + "…" : shown;
    return new ModelException.Unloadable(
        "archive: " + name + ": " + what + " (expected: " + expected + ")");
  }
}
