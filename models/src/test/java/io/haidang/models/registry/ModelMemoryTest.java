package io.haidang.models.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.models.CallContext;
import io.haidang.models.GenerationOptions;
import io.haidang.models.GenerationRequest;
import io.haidang.models.LanguagePair;
import io.haidang.models.ModelException;
import io.haidang.models.TextGenerator;
import io.haidang.models.onnx.NativeResources;
import io.haidang.models.serving.ServingLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Eviction and hot swap with real models, counted by the sessions that are open. */
final class ModelMemoryTest {

  private static final LanguagePair VI_EN = LanguagePair.of("vi", "en");
  private static final LanguagePair VI_FR = LanguagePair.of("vi", "fr");
  private static final long SESSIONS_OF_ONE = 2;

  private static final InstallListener QUIET =
      new InstallListener() {
        @Override
        public void progress(String file, long done, long total) {}

        @Override
        public void warning(String message) {}
      };

  @TempDir private Path temporary;
  private Path folder = Path.of("");
  private long bytes;

  /** Two models of one size, for two directions. */
  @BeforeEach
  void copies() throws IOException {
    folder = Files.createDirectory(temporary.resolve("models"));
    BundledFolder.copy("vi-en", folder.resolve("english"));
    Path french = copyFor("french", "fr");
    bytes = ModelFolder.read(french, "").bytes();
  }

  @AfterEach
  void nothingNativeStaysOpen() {
    assertThat(NativeResources.open()).matches(NativeResources.Open::none);
  }

  @Test
  void acquire_noRoomForTwo_unloadsTheIdleOne() {
    try (ModelRegistry registry = registry(bytes + bytes / 2)) {
      registry.acquire(VI_EN).close();
      assertThat(NativeResources.open().sessions()).isEqualTo(SESSIONS_OF_ONE);
      registry.acquire(VI_FR).close();
      assertThat(NativeResources.open().sessions()).isEqualTo(SESSIONS_OF_ONE);
      assertThat(registry.memoryUsed()).isEqualTo(bytes);
      try (TextGenerator again = registry.acquire(VI_EN)) {
        assertThat(translate(again)).isNotBlank();
      }
    }
  }

  @Test
  void acquire_noRoomBesideOneInUse_isOverloadedUntilItIsFree() {
    try (ModelRegistry registry = registry(bytes + bytes / 2)) {
      try (TextGenerator used = registry.acquire(VI_EN)) {
        assertThatThrownBy(() -> registry.acquire(VI_FR))
            .isInstanceOf(ModelException.Overloaded.class)
            .hasMessageContaining("french")
            .hasMessageContaining("in use by 1 models");
        assertThat(translate(used)).isNotBlank();
      }
      registry.acquire(VI_FR).close();
    }
  }

  @Test
  void acquire_whatWouldNotFitAnyway_leavesTheIdleOnesLoaded() throws IOException {
    Path german = copyFor("german", "de");
    Files.write(german.resolve("ballast"), new byte[(int) (bytes / 2)]);
    try (ModelRegistry registry = registry(2 * bytes + bytes / 4);
        TextGenerator used = registry.acquire(VI_EN)) {
      registry.acquire(VI_FR).close();
      assertThatThrownBy(() -> registry.acquire(LanguagePair.of("vi", "de")))
          .isInstanceOf(ModelException.Overloaded.class)
          .hasMessageContaining("in use by 1 models");
      assertThat(NativeResources.open().sessions()).isEqualTo(2 * SESSIONS_OF_ONE);
      assertThat(translate(used)).isNotBlank();
    }
  }

  private Path copyFor(String name, String language) throws IOException {
    Path copy = BundledFolder.copy("vi-en", folder.resolve(name));
    Path description = copy.resolve("haidang.json");
    Files.writeString(
        description, Files.readString(description).replace("\"en\"", "\"" + language + "\""));
    return copy;
  }

  @Test
  void open_brokenModelInAFolderThatNeedNotBeThere_isPassedOver() throws IOException {
    Files.writeString(folder.resolve("french/config.json"), "{");
    List<ModelRoot> own = List.of(new ModelRoot(folder, "own/", false));
    try (ModelRegistry registry =
        ModelRegistry.open(own, ServingLimits.of(1), ModelRegistry.NO_LIMIT)) {
      assertThat(registry.models()).extracting(m -> m.id().value()).containsExactly("own/english");
    }
    assertThat(UnusableModel.list(own))
        .singleElement()
        .satisfies(model -> assertThat(model.folder()).isEqualTo(folder.resolve("french")))
        .satisfies(model -> assertThat(model.reason()).contains("config.json"));
    assertThatThrownBy(() -> registry(1).close()).isInstanceOf(ModelException.Unloadable.class);
  }

  @Test
  void acquire_modelLargerThanTheBudget_isUnloadable() {
    try (ModelRegistry registry = registry(bytes / 2)) {
      assertThatThrownBy(() -> registry.acquire(VI_EN))
          .isInstanceOf(ModelException.Unloadable.class)
          .hasMessageContaining("english");
    }
  }

  @Test
  void acquire_roomForBoth_keepsBoth() {
    try (ModelRegistry registry = registry(2 * bytes)) {
      registry.acquire(VI_EN).close();
      registry.acquire(VI_FR).close();
      assertThat(NativeResources.open().sessions()).isEqualTo(2 * SESSIONS_OF_ONE);
    }
  }

  @Test
  void acquire_leastRecentlyUsed_isTheOneThatGoes() throws IOException {
    copyFor("german", "de");
    try (ModelRegistry registry = registry(2 * bytes + bytes / 2)) {
      registry.acquire(VI_EN).close();
      registry.acquire(VI_FR).close();
      registry.acquire(VI_EN).close();
      registry.acquire(LanguagePair.of("vi", "de")).close();
      try (TextGenerator english = registry.acquire(VI_EN)) {
        assertThat(english.descriptor().id().value()).isEqualTo("english");
        assertThat(NativeResources.open().sessions()).isEqualTo(2 * SESSIONS_OF_ONE);
      }
    }
  }

  @Test
  void refresh_otherFilesWhileRequestsRun_dropsNone() throws Exception {
    try (ModelRegistry registry = registry(ModelRegistry.NO_LIMIT)) {
      String before = registry.find(VI_EN).orElseThrow().version();
      AtomicBoolean enough = new AtomicBoolean();
      AtomicInteger served = new AtomicInteger();
      AtomicReference<RuntimeException> failure = new AtomicReference<>();
      Thread caller = new Thread(() -> keepTranslating(registry, enough, served, failure));
      caller.start();
      waitFor(served, 3);
      Files.writeString(folder.resolve("english/golden.json"), "[]");
      registry.refresh();
      waitFor(served, served.get() + 3);
      enough.set(true);
      caller.join();
      assertThat(failure.get()).isNull();
      assertThat(registry.find(VI_EN).orElseThrow().version()).isNotEqualTo(before);
      assertThat(NativeResources.open().sessions()).isEqualTo(SESSIONS_OF_ONE);
    }
  }

  @Test
  void add_replacingWhileRequestsRun_dropsNone() throws Exception {
    Path successor = BundledFolder.copy("vi-en", folder.resolveSibling("successor/english"));
    Files.writeString(successor.resolve("golden.json"), "[]");
    Files.deleteIfExists(successor.resolve(ModelManifest.FILE));
    InstallRequest replace =
        new InstallRequest(successor.toUri(), null, null, "MIT", List.of(), true);
    try (ModelRegistry registry = registry(ModelRegistry.NO_LIMIT)) {
      String before = registry.find(VI_EN).orElseThrow().version();
      AtomicBoolean enough = new AtomicBoolean();
      AtomicInteger served = new AtomicInteger();
      AtomicReference<RuntimeException> failure = new AtomicReference<>();
      Thread caller = new Thread(() -> keepTranslating(registry, enough, served, failure));
      caller.start();
      Thread looker = new Thread(() -> keepLooking(registry, enough, failure));
      looker.start();
      waitFor(served, 3);
      for (int round = 0; round < 3; round++) {
        new ModelInstaller(folder).add(replace, QUIET);
        waitFor(served, served.get() + 3);
      }
      enough.set(true);
      caller.join();
      looker.join();
      assertThat(failure.get()).isNull();
      registry.refreshIfChanged();
      assertThat(registry.find(VI_EN).orElseThrow().version()).isNotEqualTo(before);
      assertThat(NativeResources.open().sessions()).isEqualTo(SESSIONS_OF_ONE);
    }
  }

  @Test
  void acquire_filesChangedSinceTheLastLook_servesTheNewVersion() throws IOException {
    try (ModelRegistry registry = registry(ModelRegistry.NO_LIMIT)) {
      String before = registry.find(VI_EN).orElseThrow().version();
      Files.writeString(folder.resolve("english/golden.json"), "[]");
      try (TextGenerator model = registry.acquire(VI_EN)) {
        assertThat(model.descriptor().version()).isNotEqualTo(before);
      }
    }
  }

  @Test
  void refreshIfChanged_sameFiles_looksOnlyOnceTheyDiffer() throws IOException {
    try (ModelRegistry registry = registry(ModelRegistry.NO_LIMIT)) {
      assertThat(registry.refreshIfChanged()).isFalse();
      BundledFolder.copy("vi-en", folder.resolve("third"));
      assertThat(registry.refreshIfChanged()).isTrue();
      assertThat(registry.models()).hasSize(3);
      assertThat(registry.refreshIfChanged()).isFalse();
    }
  }

  @Test
  void refresh_handleOfTheOldVersion_worksUntilItIsClosed() throws IOException {
    try (ModelRegistry registry = registry(ModelRegistry.NO_LIMIT)) {
      try (TextGenerator old = registry.acquire(VI_EN)) {
        Files.writeString(folder.resolve("english/golden.json"), "[]");
        registry.refresh();
        assertThat(NativeResources.open().sessions()).isEqualTo(2 * SESSIONS_OF_ONE);
        assertThat(translate(old)).isNotBlank();
      }
      assertThat(NativeResources.open().sessions()).isEqualTo(SESSIONS_OF_ONE);
    }
  }

  @Test
  void refresh_brokenSuccessor_keepsTheOldVersion() throws IOException {
    try (ModelRegistry registry = registry(ModelRegistry.NO_LIMIT)) {
      registry.acquire(VI_EN).close();
      String before = registry.find(VI_EN).orElseThrow().version();
      Files.write(folder.resolve("english/vocab.json"), new byte[] {1});
      assertThatThrownBy(registry::refresh).isInstanceOf(ModelException.Unloadable.class);
      assertThat(registry.find(VI_EN).orElseThrow().version()).isEqualTo(before);
      try (TextGenerator old = registry.acquire(VI_EN)) {
        assertThat(translate(old)).isNotBlank();
      }
    }
  }

  @Test
  void open_twoRoots_theFirstWinsAndAMissingOneIsEmpty() throws IOException {
    List<ModelRoot> roots =
        List.of(
            new ModelRoot(folder.resolve("nowhere"), "none/", false),
            new ModelRoot(folder, "own/", false),
            new ModelRoot(BundledFolder.BUNDLED, "bundled/", true));
    try (ModelRegistry registry = ModelRegistry.open(roots, ServingLimits.of(1), 1)) {
      assertThat(registry.find(VI_EN).orElseThrow().id().value()).isEqualTo("own/english");
      assertThat(registry.models()).hasSize(4);
    }
  }

  private ModelRegistry registry(long memory) {
    return ModelRegistry.open(
        List.of(new ModelRoot(folder, "", true)), ServingLimits.of(1), memory);
  }

  private static void keepTranslating(
      ModelRegistry registry,
      AtomicBoolean enough,
      AtomicInteger served,
      AtomicReference<RuntimeException> failure) {
    try {
      while (!enough.get()) {
        try (TextGenerator model = registry.acquire(VI_EN)) {
          translate(model);
          served.incrementAndGet();
        }
      }
    } catch (RuntimeException e) {
      failure.set(e);
      served.set(Integer.MAX_VALUE / 2);
    }
  }

  private static void keepLooking(
      ModelRegistry registry, AtomicBoolean enough, AtomicReference<RuntimeException> failure) {
    try {
      while (!enough.get()) {
        registry.refreshIfChanged();
      }
    } catch (RuntimeException e) {
      failure.set(e);
    }
  }

  private static void waitFor(AtomicInteger served, int count) {
    while (served.get() < count) {
      Thread.onSpinWait();
    }
  }

  private static String translate(TextGenerator model) {
    return model
        .generate(
            List.of(new GenerationRequest("Xin chào các bạn.", VI_EN)),
            GenerationOptions.DEFAULT.withBeams(1),
            CallContext.PATIENT)
        .get(0)
        .text();
  }
}
