package io.haidang.gateway.cli;

import io.haidang.gateway.node.TranslationEngine;
import io.haidang.models.LanguagePair;
import io.haidang.models.ModelException;
import io.haidang.models.registry.InstallRequest;
import io.haidang.models.registry.InstalledModel;
import io.haidang.models.registry.ModelInstaller;
import io.haidang.models.registry.ModelManifest;
import io.haidang.models.registry.UnusableModel;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The models on this machine. Nothing is fetched unless somebody says so here. */
@Command(
    name = "models",
    description = "List, add, verify, measure and remove models.",
    footer =
        "A running server takes up changes within half a minute; new directions when restarted.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true)
final class ModelsCommand extends ConfiguredCommand {

  @Command(name = "list", description = "Print every model, its directions and its licence.")
  int list() {
    for (InstalledModel model : models()) {
      Optional<ModelManifest> manifest = manifest(model);
      out()
          .printf(
              Locale.ROOT,
              "%-28s %-16s %-10s %6.1f MB  %s%n",
              model.id(),
              manifest.map(ModelManifest::kind).orElse("?"),
              manifest.map(known -> String.join(",", known.pairs())).orElse("?"),
              manifest.map(ModelsCommand::megabytes).orElse(Double.NaN),
              manifest.map(ModelsCommand::licence).orElse("no manifest"));
    }
    for (UnusableModel model : UnusableModel.list(TranslationEngine.roots(config()))) {
      out().println("passed over (mend or delete its folder): " + model.reason());
    }
    return 0;
  }

  /** One that is broken keeps nobody from seeing the others; verify says what is wrong. */
  private static Optional<ModelManifest> manifest(InstalledModel model) {
    try {
      return model.manifest();
    } catch (ModelException.Unloadable e) {
      return Optional.empty();
    }
  }

  private static String licence(ModelManifest manifest) {
    return manifest.licence().isBlank() ? "not stated" : manifest.licence();
  }

  private static double megabytes(ModelManifest manifest) {
    return manifest.files().stream().mapToLong(file -> file.bytes()).sum() / 1e6;
  }

  @Command(name = "add", description = "Install a model into the office's own folder.")
  int add(
      @Parameters(
              paramLabel = "SOURCE",
              description =
                  "A folder in Hugging Face Optimum layout, an archive of one (.zip, .tar.gz), or an"
                      + " http(s) address of an archive or of a folder with a manifest.json.")
          String source,
      @Option(names = "--name", paramLabel = "NAME", description = "Default: the source's.")
          @Nullable String name,
      @Option(
              names = "--pairs",
              paramLabel = "FROM-TO",
              split = ",",
              description = "Directions, such as vi-en, when the model does not state them.")
          @Nullable List<String> pairs,
      @Option(
              names = "--licence",
              paramLabel = "TEXT",
              defaultValue = "",
              description = "Licence, when the model does not state it.")
          String licence,
      @Option(
              names = "--sha256",
              paramLabel = "HEX",
              description = "Checksum that the archive must have.")
          @Nullable String sha256,
      @Option(names = "--replace", description = "Replace a model of the same name.")
          boolean replace)
      throws IOException {
    try {
      InstallRequest request =
          new InstallRequest(uri(source), name, sha256, licence, parse(pairs), replace);
      ModelManifest added =
          new ModelInstaller(config().ownModelsFolder()).add(request, new InstallProgress(err()));
      out().printf("added: %s %s, licence: %s%n", added.kind(), added.pairs(), licence(added));
      return 0;
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(String.valueOf(e.getMessage()));
    }
  }

  private static URI uri(String source) {
    return source.matches("[a-zA-Z][a-zA-Z0-9+.-]+://.*")
        ? URI.create(source)
        : Path.of(source).toAbsolutePath().normalize().toUri();
  }

  private static List<LanguagePair> parse(@Nullable List<String> pairs) {
    return pairs == null ? List.of() : pairs.stream().map(LanguagePairs::parse).toList();
  }

  @Command(name = "verify", description = "Compare every file with the manifests.")
  int verify() {
    boolean sound = true;
    for (InstalledModel model : models()) {
      List<String> faults = faults(model);
      out().println(model.id() + ": " + (faults.isEmpty() ? "as its manifest says" : "differs"));
      faults.forEach(fault -> out().println("  " + fault));
      sound &= faults.isEmpty();
    }
    return sound ? 0 : 1;
  }

  private static List<String> faults(InstalledModel model) {
    try {
      return model
          .manifest()
          .map(manifest -> manifest.verify(model.folder()))
          .orElse(List.of("manifest.json: missing (expected: one made by models add)"));
    } catch (ModelException.Unloadable e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }

  @Command(name = "remove", description = "Delete a model of the office's own folder.")
  int remove(@Parameters(paramLabel = "NAME", description = "Such as own/opus.") String name)
      throws IOException {
    String bare = name.startsWith("own/") ? name.substring("own/".length()) : name;
    new ModelInstaller(config().ownModelsFolder()).remove(bare);
    out().println("removed: " + bare);
    return 0;
  }

  @Command(name = "licence", description = "Print where models come from and what is allowed.")
  int licence() {
    for (InstalledModel model : models()) {
      out().println(model.id());
      manifest(model)
          .ifPresentOrElse(
              manifest -> {
                out().println("  source:  " + manifest.source());
                out().println("  licence: " + licence(manifest));
              },
              () -> out().println("  no manifest"));
    }
    return 0;
  }

  @Command(name = "bench", description = "Translate a sample with a model and print its speed.")
  int bench(
      @Option(
              names = "--pair",
              paramLabel = "FROM-TO",
              defaultValue = "vi-en",
              description = "Direction (default: ${DEFAULT-VALUE}).")
          String direction,
      @Option(
              names = "--text",
              paramLabel = "FILE",
              description =
                  "What to translate (default: a sample, if the source is Vietnamese or English).")
          @Nullable Path file)
      throws IOException {
    LanguagePair pair = LanguagePairs.parse(direction);
    String text = Files.readString(file == null ? sample(pair) : file);
    try (TranslationEngine engine = TranslationEngine.open(config(), config().workers())) {
      out().println(new ModelBench(engine.models(), pair, text).run());
      return 0;
    }
  }

  private static Path sample(LanguagePair pair) {
    Path samples = Home.folder().resolve("docs/samples");
    return switch (pair.source().getLanguage()) {
      case "vi" -> samples.resolve("directive.vi.txt");
      case "en" -> samples.resolve("press-release.en.txt");
      default -> throw new CommandFailure("text: none for " + pair + " (expected: --text FILE)");
    };
  }

  private List<InstalledModel> models() {
    return InstalledModel.list(TranslationEngine.roots(config()));
  }
}
