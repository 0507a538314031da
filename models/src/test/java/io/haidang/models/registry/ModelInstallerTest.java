package io.haidang.models.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.models.LanguagePair;
import io.haidang.models.ModelException;
import io.haidang.models.onnx.NativeResources;
import io.haidang.models.serving.ServingLimits;
import io.haidang.models.testing.OnnxBytes;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ModelInstallerTest {

  @TempDir private Path folder;
  private final List<String> warnings = new ArrayList<>();
  private final List<String> progress = new ArrayList<>();

  @AfterEach
  void nothingNativeStaysOpen() {
    assertThat(NativeResources.open()).matches(NativeResources.Open::none);
  }

  @Test
  void add_folder_isInstalledWithAManifestAndServes() throws IOException {
    Path source = copy();
    Files.deleteIfExists(source.resolve(ModelManifest.FILE));
    ModelManifest manifest = add(InstallRequest.of(source));
    assertThat(manifest.kind()).isEqualTo("generator");
    assertThat(manifest.pairs()).containsExactly("vi-en");
    assertThat(manifest.capabilities())
        .containsExactly("confidence", "inline-terms", "n-best", "required-phrases");
    assertThat(manifest.source()).isEqualTo("local: vi-en");
    assertThat(warnings)
        .containsExactly("licence: not stated (expected: what its publisher allows)");
    assertThat(ModelManifest.read(root().resolve("vi-en")).verify(root().resolve("vi-en")))
        .isEmpty();
    List<ModelRoot> roots = List.of(new ModelRoot(root(), "own/", false));
    try (ModelRegistry registry =
        ModelRegistry.open(roots, ServingLimits.of(1), ModelRegistry.NO_LIMIT)) {
      registry.acquire(LanguagePair.of("vi", "en")).close();
    }
  }

  @Test
  void add_sentenceEncoder_isKnownAsOneAndIsNoGenerator() throws IOException {
    Path source = BundledFolder.copy("sentence-encoder", folder.resolve("encoder"));
    assertThat(add(InstallRequest.of(source)).kind()).isEqualTo("sentence-encoder");
    List<ModelRoot> roots = List.of(new ModelRoot(root(), "own/", false));
    try (ModelRegistry registry = ModelRegistry.open(roots, ServingLimits.of(1), 1)) {
      assertThat(registry.models()).isEmpty();
    }
  }

  @Test
  void add_folderWithoutDescription_needsTheDirections() throws IOException {
    Path source = copy();
    Files.delete(source.resolve("haidang.json"));
    Files.deleteIfExists(source.resolve(ModelManifest.FILE));
    assertRefused(InstallRequest.of(source), "haidang.json: missing");
    InstallRequest told =
        new InstallRequest(
            source.toUri(), "mine", null, "MIT", List.of(LanguagePair.of("vi", "en")), false);
    assertThat(add(told).licence()).isEqualTo("MIT");
    assertThat(warnings).isEmpty();
  }

  @Test
  void add_sumsDiffer_isRefused() throws IOException {
    Path source = copy();
    Files.deleteIfExists(source.resolve(ModelManifest.FILE));
    add(new InstallRequest(source.toUri(), "first", null, "", List.of(), false));
    Files.copy(root().resolve("first/manifest.json"), source.resolve("manifest.json"));
    Files.writeString(source.resolve("generation_config.json"), "{}");
    Files.writeString(source.resolve("extra.txt"), "?");
    assertRefusedKeeping(
        InstallRequest.of(source), "generation_config.json", "extra.txt: not listed", "manifest");
    assertThat(root().resolve("vi-en")).doesNotExist();
  }

  @Test
  void add_linkInFolder_isRefused() throws IOException {
    Path source = copy();
    Files.createSymbolicLink(source.resolve("link.json"), source.resolve("config.json"));
    assertRefused(InstallRequest.of(source), "link.json", "plain files");
  }

  @Test
  void add_subfolder_isRefused() throws IOException {
    Path source = copy();
    Files.createDirectory(source.resolve("onnx"));
    assertRefused(InstallRequest.of(source), "onnx", "plain files");
  }

  @Test
  void add_unknownOperator_isRefusedBeforeAnythingIsLoaded() throws IOException {
    Path source = copy();
    Files.deleteIfExists(source.resolve(ModelManifest.FILE));
    byte[] evil = OnnxBytes.message(7, OnnxBytes.node("Own", "evil.ops"));
    Files.write(source.resolve("encoder_model_quantized.onnx"), evil);
    assertRefused(InstallRequest.of(source), "encoder_model_quantized.onnx", "evil.ops:Own");
  }

  @Test
  void add_operatorTheRuntimeDoesNotHave_isRefused() throws IOException {
    Path source = BundledFolder.copy("sentence-encoder", folder.resolve("encoder"));
    byte[] odd = OnnxBytes.message(7, OnnxBytes.node("NoSuchOperator", "com.microsoft"));
    Files.write(source.resolve("model_quantized.onnx"), odd);
    Files.deleteIfExists(source.resolve(ModelManifest.FILE));
    assertRefused(InstallRequest.of(source), "model_quantized.onnx");
  }

  @Test
  void add_noModelAtAll_isRefused() throws IOException {
    Path source = Files.createDirectory(folder.resolve("letters"));
    Files.writeString(source.resolve("letter.txt"), "Dear Sir");
    assertRefused(InstallRequest.of(source), "haidang.json: missing");
    Files.writeString(source.resolve("haidang.json"), "{\"pairs\":[[\"vi\",\"en\"]]}");
    assertRefused(InstallRequest.of(source), "no .onnx file");
  }

  @Test
  void add_nameTaken_isRefusedUnlessReplaced() throws IOException {
    Path source = copy();
    add(InstallRequest.of(source));
    assertRefusedKeeping(InstallRequest.of(source), "installed already");
    add(new InstallRequest(source.toUri(), null, null, "MIT", List.of(), true));
    assertThat(ModelManifest.read(root().resolve("vi-en")).files()).isNotEmpty();
  }

  @Test
  void remove_installed_isGone() throws IOException {
    add(InstallRequest.of(copy()));
    new ModelInstaller(root()).remove("vi-en");
    assertThat(root().resolve("vi-en")).doesNotExist();
    assertNothingInstalled();
    assertThatThrownBy(() -> new ModelInstaller(root()).remove("vi-en"))
        .isInstanceOf(ModelException.Unloadable.class);
    assertThatThrownBy(() -> new ModelInstaller(root()).remove("../models"))
        .isInstanceOf(ModelException.Unloadable.class);
  }

  @Test
  void add_archiveFromServerThatBreaksOff_goesOnAndInstalls() throws IOException {
    byte[] archive = Archives.tarGz(files(copy()));
    try (ModelServer server = new ModelServer()) {
      server.put("/vi-en.tar.gz", archive);
      server.breakOff("/vi-en.tar.gz", 1_000_000);
      add(from(server.uri("/vi-en.tar.gz")));
      assertThat(server.ranges()).hasSize(2);
      assertThat(server.ranges().get(1)).matches("bytes=[1-9]\\d*-");
    }
    assertThat(root().resolve("vi-en/config.json")).exists();
    assertThat(progress).last().asString().contains("vi-en.tar.gz");
  }

  @Test
  void add_serverStopsSending_goesOnInAnotherConnection() throws IOException {
    byte[] content = files(copy()).get(0).toString().repeat(5_000).getBytes(StandardCharsets.UTF_8);
    InstallLimits hasty = new InstallLimits(64, 1_000_000_000, 20, Duration.ofSeconds(2));
    try (ModelServer server = new ModelServer()) {
      server.put("/model.zip", content);
      server.stall("/model.zip", 100_000);
      Path part = folder.resolve("stalled.part");
      new Download(server.uri("/model.zip"), part, hasty, Long.MAX_VALUE, listener()).run();
      assertThat(part).hasBinaryContent(content);
      assertThat(server.ranges()).containsExactly("all", "bytes=100000-");
    }
  }

  @Test
  void download_serverThatNeverGetsFurther_isGivenUp() throws IOException {
    try (ModelServer server = new ModelServer()) {
      server.put("/model.zip", new byte[1_000]);
      server.ignoreRanges();
      server.breakOff("/model.zip", 100, 50, 100, 50, 100, 50);
      Path part = folder.resolve("endless.part");
      Download download =
          new Download(
              server.uri("/model.zip"), part, InstallLimits.USUAL, Long.MAX_VALUE, listener());
      assertThatThrownBy(download::run).isInstanceOf(ModelException.Unavailable.class);
      assertThat(server.ranges()).hasSize(4);
    }
  }

  @Test
  void download_tooLarge_isNotKept() throws IOException {
    try (ModelServer server = new ModelServer()) {
      server.put("/model.zip", new byte[1_000]);
      Path part = Files.write(folder.resolve("large.part"), new byte[10]);
      Download download =
          new Download(server.uri("/model.zip"), part, InstallLimits.USUAL, 500, listener());
      assertThatThrownBy(download::run).isInstanceOf(ModelException.Unloadable.class);
      assertThat(part).doesNotExist();
    }
  }

  /** Whatever was loaded before the fault is found is closed again. */
  @Test
  void add_thresholdThatIsNone_isRefused() throws IOException {
    Path source = copy();
    Path description = source.resolve("haidang.json");
    Files.writeString(
        description, Files.readString(description).replaceFirst("\\{", "{\"uncertain_below\": 1,"));
    Files.deleteIfExists(source.resolve(ModelManifest.FILE));
    assertThatThrownBy(() -> add(InstallRequest.of(source)))
        .isInstanceOf(ModelException.Unloadable.class)
        .hasMessageContaining("uncertain_below: 1");
    assertNothingInstalled();
  }

  @Test
  void add_fileChangesBetweenTheParts_startsAgain() throws IOException {
    byte[] archive = Archives.zip(files(copy()));
    try (ModelServer server = new ModelServer()) {
      server.put("/vi-en.zip", new byte[archive.length]);
      server.breakOff("/vi-en.zip", 500_000);
      Path part = folder.resolve("resumed.part");
      Download first =
          new Download(
              server.uri("/vi-en.zip"),
              part,
              InstallLimits.USUAL,
              Long.MAX_VALUE,
              changing(server, archive));
      first.run();
      assertThat(part).hasBinaryContent(archive);
    }
  }

  /** Replaces the file on the server as soon as the first bytes are here. */
  private InstallListener changing(ModelServer server, byte[] content) {
    return new InstallListener() {
      private boolean changed;

      @Override
      public void progress(String file, long done, long total) {
        if (!changed) {
          changed = true;
          Thread changer = new Thread(() -> server.change("/vi-en.zip", content, "\"two\""));
          changer.start();
          join(changer);
        }
      }

      @Override
      public void warning(String message) {}
    };
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void add_serverAnswersAnotherRange_isRefused() throws IOException {
    try (ModelServer server = new ModelServer()) {
      server.put("/vi-en.zip", new byte[300_000]);
      server.breakOff("/vi-en.zip", 100_000);
      server.answerAnotherRange();
      assertThatThrownBy(() -> add(from(server.uri("/vi-en.zip"))))
          .isInstanceOf(ModelException.Unavailable.class)
          .hasMessageContaining("another range");
    }
    assertNothingInstalled();
  }

  @Test
  void add_serverIgnoresRanges_startsAgain() throws IOException {
    byte[] archive = Archives.zip(files(copy()));
    try (ModelServer server = new ModelServer()) {
      server.put("/vi-en.zip", archive);
      server.breakOff("/vi-en.zip", 500_000);
      server.ignoreRanges();
      add(from(server.uri("/vi-en.zip")));
    }
    assertThat(root().resolve("vi-en/config.json")).exists();
  }

  @Test
  void add_wrongChecksum_isRefused() throws IOException {
    byte[] archive = Archives.zip(files(copy()));
    try (ModelServer server = new ModelServer()) {
      server.put("/vi-en.zip", archive);
      InstallRequest wrong =
          new InstallRequest(server.uri("/vi-en.zip"), null, "0".repeat(64), "", List.of(), false);
      assertRefused(wrong, "sha256", "0000");
    }
  }

  @Test
  void add_absentOnServer_saysSoWithoutTheQuery() throws IOException {
    try (ModelServer server = new ModelServer()) {
      assertThatThrownBy(() -> add(from(server.uri("/vi-en.zip?key=secret"))))
          .isInstanceOf(ModelException.Unavailable.class)
          .hasMessageContaining("status 404")
          .hasMessageNotContaining("secret");
    }
    assertNothingInstalled();
  }

  @Test
  void add_listedFiles_areFetchedAndChecked() throws IOException {
    Path source = copy();
    Files.deleteIfExists(source.resolve(ModelManifest.FILE));
    add(new InstallRequest(source.toUri(), "first", null, "MIT", List.of(), false));
    try (ModelServer server = new ModelServer()) {
      for (Path file : files(root().resolve("first"))) {
        server.put("/m/" + file.getFileName(), Files.readAllBytes(file));
      }
      add(new InstallRequest(server.uri("/m/"), "second", null, "", List.of(), false));
      assertThat(ModelManifest.read(root().resolve("second")).licence()).isEqualTo("MIT");
      server.put("/m/config.json", new byte[(int) Files.size(source.resolve("config.json"))]);
      assertRefusedKeeping(
          new InstallRequest(server.uri("/m/"), "third", null, "", List.of(), false),
          "config.json",
          "sha256");
      server.put("/m/config.json", new byte[1_000_000]);
      assertRefusedKeeping(
          new InstallRequest(server.uri("/m/"), "third", null, "", List.of(), false),
          "config.json",
          "at most");
    }
    assertThat(root().resolve("third")).doesNotExist();
  }

  @Test
  void add_manifestWithAPathForAName_isRefused() throws IOException {
    try (ModelServer server = new ModelServer()) {
      String manifest =
          "{\"source\":\"x\",\"files\":[{\"name\":\"../../evil\",\"bytes\":1,\"sha256\":\""
              + "0".repeat(64)
              + "\"}]}";
      server.put("/m/manifest.json", manifest.getBytes(StandardCharsets.UTF_8));
      assertRefused(from(server.uri("/m/")), "manifest");
    }
  }

  @Test
  void request_otherScheme_isRefused() {
    assertThatThrownBy(() -> from(URI.create("ftp://example.org/m.zip")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ftp");
  }

  private static InstallRequest from(URI uri) {
    return new InstallRequest(uri, null, null, "", List.of(), false);
  }

  private ModelManifest add(InstallRequest request) throws IOException {
    return new ModelInstaller(root()).add(request, listener());
  }

  private InstallListener listener() {
    return new InstallListener() {
      @Override
      public void progress(String file, long done, long total) {
        progress.add(file + " " + done + "/" + total);
      }

      @Override
      public void warning(String message) {
        warnings.add(message);
      }
    };
  }

  private void assertRefused(InstallRequest request, String... parts) throws IOException {
    assertRefusedKeeping(request, parts);
    assertNothingInstalled();
  }

  private void assertRefusedKeeping(InstallRequest request, String... parts) {
    ThrowingCallable adding = () -> add(request);
    assertThatThrownBy(adding)
        .isInstanceOf(ModelException.Unloadable.class)
        .hasMessageContainingAll(parts);
  }

  private void assertNothingInstalled() throws IOException {
    try (Stream<Path> left = Files.list(root())) {
      assertThat(left.filter(file -> !file.endsWith(".incoming"))).isEmpty();
    }
    try (Stream<Path> left = Files.list(root().resolve(".incoming"))) {
      assertThat(left.filter(Files::isDirectory)).isEmpty();
    }
  }

  private Path root() {
    return folder.resolve("installed");
  }

  private Path copy() throws IOException {
    return BundledFolder.copy("vi-en", folder.resolve("vi-en"));
  }

  private static List<Path> files(Path source) throws IOException {
    try (Stream<Path> files = Files.list(source)) {
      return Arrays.asList(files.sorted().toArray(Path[]::new));
    }
  }
}
