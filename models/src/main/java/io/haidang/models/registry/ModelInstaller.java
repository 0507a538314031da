package io.haidang.models.registry;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.haidang.models.LanguagePair;
import io.haidang.models.ModelDescriptor;
import io.haidang.models.ModelException;
import io.haidang.models.encoder.SentenceEncoder;
import io.haidang.models.internal.FileNames;
import io.haidang.models.onnx.OnnxModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Puts models into an office's own folder and takes them away, on an operator's command. A model is
 * fetched, checked and loaded once beside the others, and moved to its place at the end, so that
 * there is either all of it or nothing.
 *
 * <p><b>Thread-safety:</b> one installation at a time. <b>Blocking:</b> files, network, loading.
 */
public final class ModelInstaller {

  private static final String WORK_FOLDER = ".incoming";
  private static final String GENERATOR = "generator";
  private static final String ENCODER = "sentence-encoder";

  private final Path root;
  private final InstallLimits limits;

  /** Installs below {@code root}, which is made when it is missing. */
  public ModelInstaller(Path root) {
    this(root, InstallLimits.USUAL);
  }

  ModelInstaller(Path root, InstallLimits limits) {
    this.root = root;
    this.limits = limits;
  }

  /**
   * Installs a model and returns its manifest.
   *
   * @throws ModelException.Unloadable when it is not what it should be
   * @throws ModelException.Unavailable when it cannot be fetched; trying again goes on where it
   *     broke off
   */
  public ModelManifest add(InstallRequest request, InstallListener listener) throws IOException {
    Path place = root.resolve(request.modelName());
    if (Files.exists(place) && !request.replace()) {
      throw new ModelException.Unloadable(
          place.getFileName() + ": installed already (expected: another name, or to replace it)");
    }
    Path work = Files.createDirectories(root.resolve(WORK_FOLDER));
    Path temporary = Files.createTempDirectory(work, "stage-");
    Path stage = Files.createDirectory(temporary.resolve(request.modelName()));
    try {
      new ModelFetch(work, limits, listener).into(stage, request);
      ModelManifest manifest = check(stage, request, listener);
      move(stage, place);
      return manifest;
    } finally {
      deleteFolder(temporary);
    }
  }

  private static ModelManifest check(Path stage, InstallRequest request, InstallListener listener)
      throws IOException {
    requireSums(stage);
    boolean encoder = SentenceEncoder.isIn(stage);
    if (!encoder && !ModelFolder.isOne(stage)) {
      describe(stage, request.pairs());
    }
    OnnxModels.checkGraphs(stage);
    List<String> pairs = encoder ? loadEncoder(stage) : loadGenerator(stage);
    ModelManifest manifest = manifest(stage, request, encoder ? ENCODER : GENERATOR, pairs);
    if (manifest.licence().isBlank()) {
      listener.warning("licence: not stated (expected: what its publisher allows)");
    }
    manifest.write(stage);
    return manifest;
  }

  private static void requireSums(Path stage) {
    if (Files.exists(stage.resolve(ModelManifest.FILE))) {
      List<String> faults = ModelManifest.read(stage).verify(stage);
      if (!faults.isEmpty()) {
        throw new ModelException.Unloadable(String.join(System.lineSeparator(), faults));
      }
    }
  }

  /** Public exports do not say which directions they are for. */
  private static void describe(Path stage, List<LanguagePair> pairs) throws IOException {
    if (pairs.isEmpty()) {
      throw new ModelException.Unloadable(
          ModelFolder.DESCRIPTION_FILE
              + ": missing (expected: it, or the directions of the model)");
    }
    List<List<String>> tags =
        pairs.stream()
            .map(pair -> List.of(pair.source().toLanguageTag(), pair.target().toLanguageTag()))
            .toList();
    Files.writeString(
        stage.resolve(ModelFolder.DESCRIPTION_FILE),
        new ObjectMapper().writeValueAsString(Map.of("pairs", tags)));
  }

  /** Only the runtime itself knows whether it has every operator in the version asked for. */
  private static List<String> loadGenerator(Path stage) {
    ModelDescriptor descriptor = ModelFolder.read(stage, "").descriptor();
    OnnxModels.decoder(stage, descriptor).close();
    return descriptor.pairs().stream().map(LanguagePair::toString).sorted().toList();
  }

  private static List<String> loadEncoder(Path stage) {
    SentenceEncoder.open(stage).close();
    return List.of();
  }

  private static ModelManifest manifest(
      Path stage, InstallRequest request, String kind, List<String> pairs) {
    ModelManifest known =
        Files.exists(stage.resolve(ModelManifest.FILE))
            ? ModelManifest.read(stage)
            : new ModelManifest(kind, shown(request), "", pairs, List.of(), List.of(), List.of());
    String licence = known.licence().isBlank() ? request.licence() : known.licence();
    List<String> capabilities =
        kind.equals(ENCODER)
            ? List.of()
            : ModelFolder.read(stage, "").descriptor().capabilities().stream()
                .map(capability -> capability.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .sorted()
                .toList();
    return new ModelManifest(
            kind, known.source(), licence, pairs, capabilities, known.quality(), List.of())
        .withFilesOf(stage);
  }

  /** Paths of this machine and secrets in an address are nobody's business. */
  private static String shown(InstallRequest request) {
    return "file".equals(request.source().getScheme())
        ? "local: " + request.modelName()
        : Download.shown(request.source());
  }

  private void move(Path stage, Path place) throws IOException {
    if (Files.exists(place)) {
      Files.move(place, stage.resolveSibling("replaced"));
    }
    Files.move(stage, place);
  }

  /**
   * Takes a model away; one that is loaded goes on until the registry looks again.
   *
   * @throws ModelException.Unloadable when there is none of that name
   */
  public void remove(String name) throws IOException {
    Path place = root.resolve(name);
    if (!FileNames.isPlain(name) || !Files.isDirectory(place)) {
      throw new ModelException.Unloadable(
          name + ": not installed (expected: a model of data/models)");
    }
    Path gone =
        Files.createTempDirectory(Files.createDirectories(root.resolve(WORK_FOLDER)), "gone-");
    Files.move(place, gone.resolve(name));
    deleteFolder(gone);
  }

  private static void deleteFolder(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
