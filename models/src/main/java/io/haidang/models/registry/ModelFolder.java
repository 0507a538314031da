package io.haidang.models.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.haidang.models.LanguagePair;
import io.haidang.models.ModelDescriptor;
import io.haidang.models.ModelException;
import io.haidang.models.ModelId;
import io.haidang.models.TermAnnotation;
import io.haidang.models.internal.JsonFile;
import io.haidang.models.onnx.OnnxModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A generator on disk; nothing is loaded, but every file is read once for the version.
 *
 * @param bytes size of all its files, which is about what it takes in memory
 * @param state names, sizes and times of its files when it was read
 */
record ModelFolder(Path folder, ModelDescriptor descriptor, long bytes, List<String> state) {

  static final String DESCRIPTION_FILE = "haidang.json";

  static boolean isOne(Path folder) {
    return Files.isRegularFile(folder.resolve(DESCRIPTION_FILE));
  }

  /**
   * Reads what is said about a generator.
   *
   * @throws ModelException.Unloadable naming the file at fault
   */
  static ModelFolder read(Path folder, String idPrefix) {
    List<String> state = state(folder);
    ModelDescriptor descriptor = describe(folder, idPrefix, FolderDigest.of(folder));
    return new ModelFolder(folder, descriptor, bytes(folder), state);
  }

  /** The same without reading its weights. */
  static void check(Path folder, String idPrefix) {
    describe(folder, idPrefix, "unread");
  }

  private static ModelDescriptor describe(Path folder, String idPrefix, String version) {
    JsonFile file = JsonFile.read(folder.resolve(DESCRIPTION_FILE));
    return new ModelDescriptor(
        id(folder, idPrefix),
        version,
        pairs(file),
        annotation(file),
        OnnxModels.maxSourceTokens(folder),
        OnnxModels.CAPABILITIES);
  }

  static ModelId id(Path folder, String idPrefix) {
    return new ModelId(idPrefix + folder.getFileName());
  }

  /** Whether this is what would be read from a folder now. */
  boolean isStill(Path other) {
    return folder.equals(other) && isAsRead();
  }

  /** Whether the files are still those that were read, as far as can be told without reading. */
  boolean isAsRead() {
    return state(folder).equals(state);
  }

  /** Names, sizes and times of a folder's files. */
  static List<String> state(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .sorted()
          .map(Path::toFile)
          .map(file -> file + " " + file.length() + " " + file.lastModified())
          .toList();
    } catch (IOException e) {
      return List.of(folder + " unreadable"); // Whoever reads it will say why.
    }
  }

  private static long bytes(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException e) {
      throw new ModelException.Unloadable(folder + ": unreadable (expected: a model folder)", e);
    }
  }

  private static Set<LanguagePair> pairs(JsonFile file) {
    Set<LanguagePair> pairs = new LinkedHashSet<>();
    for (JsonNode pair : file.root().path("pairs")) {
      if (pair.size() != 2) {
        throw file.fault("pairs", pair, "a source and a target language");
      }
      try {
        pairs.add(LanguagePair.of(pair.path(0).asText(), pair.path(1).asText()));
      } catch (IllegalArgumentException e) {
        throw file.fault("pairs", pair, "two BCP 47 language tags");
      }
    }
    if (pairs.isEmpty()) {
      throw file.fault("pairs", "(none)", "at least one pair of languages");
    }
    return pairs;
  }

  private static @Nullable TermAnnotation annotation(JsonFile file) {
    JsonNode node = file.root().path("term_annotation");
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    for (String mark : new String[] {"open", "middle", "close"}) {
      if (node.path(mark).asText().isBlank()) {
        throw file.fault("term_annotation." + mark, node.path(mark), "a mark");
      }
    }
    return new TermAnnotation(
        node.path("open").asText(), node.path("middle").asText(), node.path("close").asText());
  }
}
