package io.haidang.models.registry;

import io.haidang.models.LanguagePair;
import io.haidang.models.internal.FileNames;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to install, and what its publisher has not said.
 *
 * @param source a folder, an archive, or an address that ends in an archive's name, in {@code
 *     manifest.json}, or in the folder that holds one; {@code file}, {@code http} or {@code https}
 * @param name of the new model; null for that of the source
 * @param sha256 of the archive, 64 hexadecimal digits; null when unknown
 * @param licence used when the model states none; may be empty
 * @param pairs used when the model has no {@code haidang.json}
 * @param replace whether a model of that name may be replaced
 */
public record InstallRequest(
    URI source,
    @Nullable String name,
    @Nullable String sha256,
    String licence,
    List<LanguagePair> pairs,
    boolean replace) {

  public InstallRequest {
    pairs = List.copyOf(pairs);
    if (name != null && !FileNames.isPlain(name)) {
      throw new IllegalArgumentException(
          "name: " + name + " (expected: letters, digits and . _ -)");
    }
    if (sha256 != null && !sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("sha256: " + sha256 + " (expected: 64 hex digits)");
    }
    String scheme = String.valueOf(source.getScheme());
    if (!List.of("file", "http", "https").contains(scheme)) {
      throw new IllegalArgumentException(
          "source: " + scheme + " (expected: a folder, an archive, http or https)");
    }
  }

  /** An installation from this machine, under the name of the folder or archive. */
  public static InstallRequest of(Path source) {
    return new InstallRequest(source.toUri(), null, null, "", List.of(), false);
  }

  /** The name to install under. */
  String modelName() {
    if (name != null) {
      return name;
    }
    String path = String.valueOf(source.getPath()).replaceAll("/(manifest\\.json)?$", "");
    String last = path.substring(path.lastIndexOf('/') + 1);
    String bare = last.replaceAll("(?i)\\.(zip|tar\\.gz|tgz)$", "");
    if (!FileNames.isPlain(bare)) {
      throw new IllegalArgumentException("name: " + bare + " (expected: one given with --name)");
    }
    return bare;
  }
}
