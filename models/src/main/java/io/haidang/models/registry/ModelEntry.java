package io.haidang.models.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.haidang.models.LanguagePair;
import io.haidang.models.ModelDescriptor;
import io.haidang.models.ModelDescriptor.Capability;
import io.haidang.models.ModelId;
import io.haidang.models.TermAnnotation;
import io.haidang.models.TextGenerator;
import io.haidang.models.internal.JsonFile;
import io.haidang.models.onnx.OnnxModels;
import io.haidang.models.serving.ModelScheduler;
import io.haidang.models.serving.ServingLimits;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One configured model, loaded or not, and how many use it. Safe for concurrent use. */
final class ModelEntry {

  static final String DESCRIPTION_FILE = "haidang.json";

  private final Path folder;
  private final ServingLimits limits;
  private final ModelDescriptor descriptor;
  private @Nullable TextGenerator loaded;
  private int users;
  private boolean closed;

  private ModelEntry(Path folder, ServingLimits limits, ModelDescriptor descriptor) {
    this.folder = folder;
    this.limits = limits;
    this.descriptor = descriptor;
  }

  static ModelEntry read(Path folder, String idPrefix, ServingLimits limits) {
    JsonFile file = JsonFile.read(folder.resolve(DESCRIPTION_FILE));
    ModelDescriptor descriptor =
        new ModelDescriptor(
            new ModelId(idPrefix + folder.getFileName()),
            FolderDigest.of(folder),
            pairs(file),
            annotation(file),
            OnnxModels.maxSourceTokens(folder),
            Set.of(Capability.REQUIRED_PHRASES));
    return new ModelEntry(folder, limits, descriptor);
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

  ModelDescriptor descriptor() {
    return descriptor;
  }

  /** Loads on first use and counts one user more. */
  synchronized TextGenerator acquire() {
    if (closed) {
      throw new IllegalStateException("registry: closed (expected: open)");
    }
    TextGenerator generator = loaded;
    if (generator == null) {
      generator = ModelScheduler.start(OnnxModels.decoder(folder, descriptor), limits);
      loaded = generator;
    }
    users++;
    return new SharedGenerator(generator, this::release);
  }

  private synchronized void release() {
    users--;
    unloadIfUnused();
  }

  /** Lets no one in any more; unloads as soon as the last user is gone. */
  synchronized void close() {
    closed = true;
    unloadIfUnused();
  }

  /** An unused model stays loaded while the registry is open: loading costs more than memory. */
  private void unloadIfUnused() {
    TextGenerator generator = loaded;
    if (closed && users == 0 && generator != null) {
      loaded = null;
      generator.close();
    }
  }
}
