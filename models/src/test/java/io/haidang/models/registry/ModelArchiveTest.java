package io.haidang.models.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.models.ModelException;
import io.haidang.models.registry.Archives.Entry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The corpus of hostile archives; it only grows. */
final class ModelArchiveTest {

  private static final byte[] SMALL = "{}".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;

  @Test
  void unpack_oneFolderAround_isLeftOut() throws IOException {
    List<Entry> entries =
        List.of(Entry.file("model/config.json", SMALL), Entry.file("model/vocab.json", SMALL));
    Path target = unpack(Archives.tarGzOf(entries), "m.tgz", InstallLimits.USUAL);
    assertThat(target.resolve("config.json")).hasBinaryContent(SMALL);
    assertThat(unpack(Archives.zipOf(entries), "m.zip", InstallLimits.USUAL).resolve("vocab.json"))
        .hasBinaryContent(SMALL);
  }

  static Stream<String> hostileNames() {
    return Stream.of(
        "../evil",
        "model/../../evil",
        "/etc/evil",
        "C:\\evil",
        "..\\evil",
        "a/b/c",
        "./config.json",
        "a//b",
        ".hidden",
        "name\nwith break",
        "\u202Eexe.json",
        "..");
  }

  @ParameterizedTest
  @MethodSource("hostileNames")
  void unpack_nameThatIsNotPlain_isRefused(String name) throws IOException {
    List<Entry> entries = List.of(Entry.file(name, SMALL));
    assertRefused(Archives.zipOf(entries), "m.zip", "archive");
    assertRefused(Archives.tarGzOf(entries), "m.tar.gz", "archive");
  }

  @Test
  void unpack_link_isRefused() throws IOException {
    byte[] target = "/etc/passwd".getBytes(StandardCharsets.UTF_8);
    assertRefused(
        Archives.zipOf(List.of(Entry.link("link", target, "/etc/passwd"))), "m.zip", "a link");
    assertRefused(
        Archives.tarGzOf(List.of(Entry.link("link", new byte[0], "/etc/passwd"))),
        "m.tar.gz",
        "a link");
  }

  @Test
  void unpack_twoFolders_isRefused() throws IOException {
    List<Entry> entries = List.of(Entry.file("a/x.json", SMALL), Entry.file("b/y.json", SMALL));
    assertRefused(Archives.zipOf(entries), "m.zip", "one folder");
  }

  @Test
  void unpack_sameNameTwice_isRefused() throws IOException {
    List<Entry> entries = List.of(Entry.file("x.json", SMALL), Entry.file("x.json", SMALL));
    assertRefused(Archives.tarGzOf(entries), "m.tar.gz", "twice");
  }

  @Test
  void unpack_tooManyFiles_isRefused() throws IOException {
    List<Entry> entries =
        IntStream.range(0, 100).mapToObj(i -> Entry.file("f" + i, SMALL)).toList();
    assertRefused(Archives.zipOf(entries), "m.zip", "too many files");
  }

  @Test
  void unpack_bomb_isStoppedAtItsRatio() throws IOException {
    byte[] zeros = new byte[30_000_000];
    assertRefused(
        Archives.zipOf(List.of(Entry.file("weights.onnx", zeros))), "m.zip", "weights.onnx");
    assertRefused(
        Archives.tarGzOf(List.of(Entry.file("weights.onnx", zeros))), "m.tgz", "weights.onnx");
  }

  /** Its reader would keep all of it in memory. */
  @Test
  void unpack_tarNameWithoutEnd_isStopped() throws IOException {
    String name = "a".repeat(20_000_000 - "20000000 path=\n".length());
    List<Entry> longName = List.of(Entry.longName(name), Entry.file("x", SMALL));
    assertRefused(Archives.tarGzOf(longName), "m.tar.gz", "m.tar.gz: unreadable");
    List<Entry> attributes =
        List.of(Entry.attributes("20000000 path=" + name + "\n"), Entry.file("x", SMALL));
    assertRefused(Archives.tarGzOf(attributes), "m.tar.gz", "m.tar.gz: unreadable");
  }

  @Test
  void unpack_moreThanTheLimit_isStopped() throws IOException {
    byte[] noise = new byte[100_000];
    new Random(3).nextBytes(noise);
    byte[] archive = Archives.zipOf(List.of(Entry.file("weights.onnx", noise)));
    assertThatThrownBy(
            () -> unpack(archive, "m.zip", new InstallLimits(64, 50_000, 20, Duration.ZERO)))
        .isInstanceOf(ModelException.Unloadable.class)
        .hasMessageContaining("50000 bytes");
  }

  @Test
  void unpack_noArchive_isRefused() throws IOException {
    assertRefused(SMALL, "m.zip", "m.zip");
    assertRefused(SMALL, "m.tar.gz", "m.tar.gz");
    assertRefused(new byte[0], "m.zip", "m.zip");
  }

  /** Whatever the bytes, it ends with the documented failure or none, and inside its folder. */
  @Test
  void unpack_spoiltArchives_neverFailsOtherwise() throws IOException {
    List<Entry> entries = List.of(Entry.file("m/a", new byte[2_000]), Entry.file("m/b", SMALL));
    for (String name : List.of("m.zip", "m.tar.gz")) {
      byte[] good = name.endsWith("zip") ? Archives.zipOf(entries) : Archives.tarGzOf(entries);
      Random random = new Random(5);
      for (int round = 0; round < 300; round++) {
        byte[] bytes = good.clone();
        for (int i = 0; i < 3; i++) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        try {
          unpack(bytes, name, InstallLimits.USUAL);
        } catch (ModelException.Unloadable expected) {
          // One of the two ways it may end.
        }
      }
    }
  }

  private void assertRefused(byte[] archive, String name, String part) {
    assertThatThrownBy(() -> unpack(archive, name, InstallLimits.USUAL))
        .isInstanceOf(ModelException.Unloadable.class)
        .hasMessageContaining(part);
  }

  private Path unpack(byte[] archive, String name, InstallLimits limits) throws IOException {
    Path file = Files.write(folder.resolve("archive"), archive);
    Path target = Files.createTempDirectory(folder, "unpacked");
    ModelArchive.unpack(file, name, target, limits);
    return target;
  }
}
