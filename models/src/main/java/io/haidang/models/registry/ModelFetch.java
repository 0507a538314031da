package io.haidang.models.registry;

import io.haidang.models.ModelException;
import io.haidang.models.internal.FileNames;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Brings a model's files into an empty folder, from wherever they are. Downloads that break off
 * stay beside it, for the next attempt. Not thread-safe.
 */
final class ModelFetch {

  private static final long LARGEST_MANIFEST = 1_000_000;

  private final Path downloads;
  private final InstallLimits limits;
  private final InstallListener listener;

  ModelFetch(Path downloads, InstallLimits limits, InstallListener listener) {
    this.downloads = downloads;
    this.limits = limits;
    this.listener = listener;
  }

  void into(Path stage, InstallRequest request) throws IOException {
    URI source = request.source();
    String path = String.valueOf(source.getPath());
    if ("file".equals(source.getScheme())) {
      local(stage, Path.of(source), request.sha256());
    } else if (ModelArchive.isOne(path)) {
      Path part = download(source, limits.bytes());
      try {
        unpack(stage, part, path.substring(path.lastIndexOf('/') + 1), request.sha256());
      } finally {
        Files.delete(part); // Whole by now; if it is wrong, a later attempt has no use for it.
      }
    } else {
      listed(stage, source);
    }
  }

  private void local(Path stage, Path source, @Nullable String sha256) throws IOException {
    if (Files.isDirectory(source)) {
      copy(source, stage);
    } else if (ModelArchive.isOne(source.toString()) && Files.isRegularFile(source)) {
      unpack(stage, source, source.getFileName().toString(), sha256);
    } else {
      throw new ModelException.Unloadable(
          source + ": no such folder or archive (expected: a folder, .zip or .tar.gz)");
    }
  }

  private void unpack(Path stage, Path archive, String name, @Nullable String sha256)
      throws IOException {
    requireSum(archive, name, sha256);
    ModelArchive.unpack(archive, name, stage, limits);
  }

  private static void requireSum(Path file, String name, @Nullable String sha256)
      throws IOException {
    String found = sha256 == null ? "" : FileSum.sha256(file);
    if (sha256 != null && !found.equals(sha256)) {
      throw new ModelException.Unloadable(
          name + ": sha256 " + found + " (expected: " + sha256 + ")");
    }
  }

  private void copy(Path source, Path stage) throws IOException {
    try (Stream<Path> listed = Files.list(source)) {
      List<Path> files = listed.sorted().toList();
      if (files.size() > limits.files()) {
        throw new ModelException.Unloadable(
            source + ": " + files.size() + " files (expected: at most " + limits.files() + ")");
      }
      long room = limits.bytes();
      for (Path file : files) {
        room -= copyFile(file, stage, room);
      }
    }
  }

  private long copyFile(Path file, Path stage, long room) throws IOException {
    String name = file.getFileName().toString();
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || !FileNames.isPlain(name)) {
      throw new ModelException.Unloadable(
          file + ": a link, a folder or an odd name (expected: plain files)");
    }
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      long bytes =
          Copying.atMost(
              in,
              stage.resolve(name),
              room,
              () ->
                  new ModelException.Unloadable(
                      file + ": too large (expected: " + limits.bytes() + " bytes in all)"));
      listener.progress(name, bytes, bytes);
      return bytes;
    }
  }

  /** A folder on a server whose manifest says which files there are. */
  private void listed(Path stage, URI source) throws IOException {
    String address = source.toString();
    URI manifestUri =
        address.endsWith("/" + ModelManifest.FILE)
            ? source
            : URI.create((address.endsWith("/") ? address : address + "/") + ModelManifest.FILE);
    Path manifestFile = download(manifestUri, LARGEST_MANIFEST);
    byte[] json = Files.readAllBytes(manifestFile);
    Files.delete(manifestFile);
    ModelManifest manifest = ModelManifest.parse(Download.shown(manifestUri), json);
    long total = manifest.files().stream().mapToLong(FileSum::bytes).sum();
    if (total > limits.bytes() || total < 0) {
      throw new ModelException.Unloadable(
          Download.shown(manifestUri)
              + ": "
              + total
              + " bytes (expected: at most "
              + limits.bytes()
              + ")");
    }
    for (FileSum file : manifest.files()) {
      Path part = download(manifestUri.resolve(file.name()), file.bytes());
      Path staged = Files.move(part, stage.resolve(file.name()));
      requireSum(staged, file.name(), file.sha256());
    }
    Files.write(stage.resolve(ModelManifest.FILE), json);
  }

  private Path download(URI uri, long most) throws IOException {
    Files.createDirectories(downloads);
    byte[] digest = FileSum.digest().digest(uri.toString().getBytes(StandardCharsets.UTF_8));
    Path part = downloads.resolve(HexFormat.of().formatHex(digest, 0, 12) + ".part");
    new Download(uri, part, limits, most, listener).run();
    return part;
  }
}
