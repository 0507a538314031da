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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Puts models into an office's own folder and takes them away, on an operator's command. A model is
 * fetched, checked and loaded once beside the others, and moved to its place at the end, so that
 * there is either all of it or nothing.
 *
 * <p><b>Thread-safety:</b> safe; one installation at a time, also of other processes.
 * <b>Blocking:</b> files, network, loading.
 */
public final class ModelInstaller {

  private static final String GENERATOR = "generator";
  private static final String ENCODER = "sentence-encoder";

  /** Official names can be written into the input. */
  private static final String INLINE_TERMS = "inline-terms";

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
   *     broke off; and while another installation is under way
   */
  public ModelManifest add(InstallRequest request, InstallListener listener) throws IOException {
    String name = request.modelName();
    try (IncomingFolder incoming = IncomingFolder.open(root)) {
      if (Files.exists(root.resolve(name)) && !request.replace()) {
        throw new ModelException.Unloadable(
            name + ": installed already (expected: another name, or to replace it)");
      }
      Path stage = incoming.stage(name);
      new ModelFetch(incoming.downloads(), limits, listener).into(stage, request);
      ModelManifest manifest = check(stage, request, listener);
      incoming.place(stage);
      return manifest;
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
    ModelManifest manifest = encoder ? encoder(stage, request) : generator(stage, request);
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
              + ": missing (expected: it, or the directions of the model, --pairs)");
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
  private static ModelManifest generator(Path stage, InstallRequest request) {
    ModelDescriptor model = ModelFolder.read(stage, "").descriptor();
    OnnxModels.decoder(stage, model).close();
    List<String> pairs = model.pairs().stream().map(LanguagePair::toString).sorted().toList();
    return manifest(stage, request, GENERATOR, pairs, capabilities(model));
  }

  private static ModelManifest encoder(Path stage, InstallRequest request) {
    SentenceEncoder.open(stage).close();
    return manifest(stage, request, ENCODER, List.of(), List.of());
  }

  private static ModelManifest manifest(
      Path stage,
      InstallRequest request,
      String kind,
      List<String> pairs,
      List<String> capabilities) {
    ModelManifest known =
        Files.exists(stage.resolve(ModelManifest.FILE))
            ? ModelManifest.read(stage)
            : new ModelManifest(kind, shown(request), "", pairs, List.of(), List.of(), List.of());
    String licence = known.licence().isBlank() ? request.licence() : known.licence();
    return new ModelManifest(
            kind, known.source(), licence, pairs, capabilities, known.quality(), List.of())
        .withFilesOf(stage);
  }

  private static List<String> capabilities(ModelDescriptor model) {
    Stream<String> optional =
        model.capabilities().stream()
            .map(capability -> capability.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    Stream<String> inline = Stream.ofNullable(model.termAnnotation()).map(marks -> INLINE_TERMS);
    return Stream.concat(optional, inline).sorted().toList();
  }

  /** Paths of this machine and secrets in an address are nobody's business. */
  private static String shown(InstallRequest request) {
    return "file".equals(request.source().getScheme())
        ? "local: " + request.modelName()
        : Download.shown(request.source());
  }

  /**
   * Takes a model away; one that is loaded goes on until the registry looks again.
   *
   * @throws ModelException.Unloadable when there is none of that name
   */
  public void remove(String name) throws IOException {
    if (!FileNames.isPlain(name) || !Files.isDirectory(root.resolve(name))) {
      throw new ModelException.Unloadable(
          name + ": not installed (expected: a model of " + root.getFileName() + ")");
    }
    try (IncomingFolder incoming = IncomingFolder.open(root)) {
      incoming.remove(name);
    }
  }
}
