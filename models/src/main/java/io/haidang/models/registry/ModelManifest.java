package io.haidang.models.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.haidang.models.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is known about a model's files, kept beside them in {@code manifest.json}.
 *
 * <p><b>Thread-safety:</b> immutable. <b>Blocking:</b> {@link #verify} reads every file.
 *
 * @param kind {@code generator} or {@code sentence-encoder}
 * @param source where the files came from; never blank
 * @param licence an SPDX identifier or a sentence; empty when nobody has stated it
 * @param pairs directions such as {@code vi-en}
 * @param capabilities optional features, in lower case
 * @param quality measured figures; may be none
 * @param files every file but this one, by name
 */
public record ModelManifest(
    String kind,
    String source,
    String licence,
    List<String> pairs,
    List<String> capabilities,
    List<QualityFigure> quality,
    List<FileSum> files) {

  /** The manifest's own name. */
  public static final String FILE = "manifest.json";

  private static final int MOST_FILES = 64;
  private static final long LARGEST_MANIFEST = 1_000_000;
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  public ModelManifest {
    if (source == null || source.isBlank()) {
      throw new IllegalArgumentException("source: (blank) (expected: where the files came from)");
    }
    kind = kind == null ? "generator" : kind;
    licence = licence == null ? "" : licence;
    pairs = copy(pairs);
    capabilities = copy(capabilities);
    quality = copy(quality);
    files = copy(files);
    if (files.size() > MOST_FILES) {
      throw new IllegalArgumentException(
          "files: " + files.size() + " (expected: at most " + MOST_FILES + ")");
    }
  }

  private static <T> List<T> copy(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  /**
   * A measured figure.
   *
   * @param measure such as {@code BLEU}
   * @param value on the measure's own scale
   * @param testSet what it was measured on
   */
  public record QualityFigure(String measure, double value, String testSet) {}

  /** Reads the manifest in a folder. */
  public static ModelManifest read(Path folder) {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw new ModelException.Unloadable(file + ": missing (expected: a manifest)");
    }
    try {
      if (Files.size(file) > LARGEST_MANIFEST) {
        throw new ModelException.Unloadable(
            file + ": too large (expected: at most " + LARGEST_MANIFEST + " bytes)");
      }
      return parse(file.toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new ModelException.Unloadable(file + ": unreadable (expected: a manifest)", e);
    }
  }

  /** Reads a manifest that came from elsewhere; {@code name} is for messages. */
  static ModelManifest parse(String name, byte[] json) {
    try {
      ModelManifest manifest = JSON.readValue(json, ModelManifest.class);
      if (manifest != null) {
        return manifest;
      }
    } catch (JsonProcessingException e) {
      throw new ModelException.Unloadable(
          name + ": " + e.getOriginalMessage() + " (expected: a manifest)");
    } catch (IOException e) {
      throw new ModelException.Unloadable(name + ": unreadable (expected: a manifest)", e);
    }
    throw new ModelException.Unloadable(name + ": empty (expected: a manifest)");
  }

  /** Writes this into a folder. */
  void write(Path folder) throws IOException {
    Files.writeString(folder.resolve(FILE), JSON.writeValueAsString(this) + "\n");
  }

  /** The same about the files that are in a folder now. */
  ModelManifest withFilesOf(Path folder) {
    return new ModelManifest(
        kind, source, licence, pairs, capabilities, quality, FileSum.of(folder));
  }

  /** What differs from the files in a folder, one line each; empty when nothing does. */
  public List<String> verify(Path folder) {
    TreeMap<String, FileSum> present =
        FileSum.of(folder).stream()
            .collect(Collectors.toMap(FileSum::name, sum -> sum, (a, b) -> a, TreeMap::new));
    List<String> faults = new ArrayList<>();
    for (FileSum expected : files) {
      FileSum found = present.remove(expected.name());
      if (found == null) {
        faults.add(expected.name() + ": missing (expected: a file of the manifest)");
      } else if (!found.equals(expected)) {
        faults.add(
            expected.name()
                + ": "
                + found.shown()
                + " (expected: "
                + expected.shown()
                + " as in the manifest)");
      }
    }
    present.keySet().forEach(name -> faults.add(name + ": not listed (expected: no such file)"));
    return List.copyOf(faults);
  }
}
