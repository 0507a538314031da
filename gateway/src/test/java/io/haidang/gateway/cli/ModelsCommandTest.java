package io.haidang.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Models are added, listed, verified and removed from the command line. */
class ModelsCommandTest {

  private static final Path BUNDLED =
      Path.of(System.getProperty("haidang.repository"), "models", "bundled");

  private static final Path TINY =
      Path.of(System.getProperty("haidang.repository"), "models/src/test/resources/tiny");

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void source() throws IOException {
    copy(BUNDLED.resolve("vi-en"), Files.createDirectory(folder.resolve("mine")), "manifest.json");
  }

  private static void copy(Path from, Path to, String without) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.endsWith(without)) {
          Files.copy(file, to.resolve(file.getFileName()));
        }
      }
    }
  }

  @Test
  void models_addedFromAFolder_areListedVerifiedAndRemoved() throws IOException {
    assertThat(run("add", folder.resolve("mine").toString(), "--licence", "MIT")).isZero();
    assertThat(out.toString()).contains("added: generator [vi-en], licence: MIT");

    assertThat(run("list")).isZero();
    assertThat(out.toString())
        .contains("own/mine", "bundled/vi-en", "bundled/sentence-encoder", "sentence-encoder");
    assertThat(run("licence")).isZero();
    assertThat(out.toString()).contains("local: mine", "MIT", "evaluation");

    assertThat(run("verify")).isZero();
    Files.writeString(own().resolve("mine/config.json"), "{}");
    assertThat(run("verify")).isEqualTo(1);
    assertThat(out.toString()).contains("own/mine: differs", "config.json: 2 bytes");

    assertThat(run("remove", "own/mine")).isZero();
    assertThat(own().resolve("mine")).doesNotExist();
    assertThat(run("remove", "own/mine")).isEqualTo(1);
    assertThat(err.toString()).contains("mine: not installed");
  }

  @Test
  void add_withoutALicence_warns() throws IOException {
    assertThat(run("add", folder.resolve("mine").toString())).isZero();
    assertThat(err.toString()).contains("warning: licence: not stated");
  }

  @Test
  void add_exportWithoutADescription_needsItsPairsAndThenTranslates() throws IOException {
    Path export = Files.createDirectory(folder.resolve("tiny-marian"));
    copy(TINY.resolve("marian"), export, "haidang.json");

    assertThat(run("add", export.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("haidang.json: missing", "--pairs");
    assertThat(run("add", export.toString(), "--pairs", "vi-en", "--licence", "MIT")).isZero();
    assertThat(run("list")).isZero();
    assertThat(out.toString()).containsPattern("own/tiny-marian +generator +vi-en");
    Path text = Files.writeString(folder.resolve("text"), "Hải Phòng là thành phố cảng.");
    assertThat(run("bench", "--text", text.toString())).isZero();
    assertThat(out.toString()).containsPattern("own/tiny-marian: [1-9]\\d* source tokens/s");
  }

  @Test
  void list_brokenManifest_showsTheOthersToo() throws IOException {
    run("add", folder.resolve("mine").toString());
    Files.writeString(own().resolve("mine/manifest.json"), "{");

    assertThat(run("list")).isZero();
    assertThat(out.toString()).contains("own/mine", "bundled/vi-en");
    assertThat(run("verify")).isEqualTo(1);
    assertThat(out.toString()).contains("own/mine: differs", "manifest.json", "bundled/vi-en: as");
  }

  @Test
  void list_foldersThatDoNotSayWhatTheyAre_namesThemAndShowsTheOthers() throws IOException {
    Path stray = Files.createDirectories(own().resolve("stray"));
    Files.writeString(stray.resolve("config.json"), "{");
    Path misnamed = Files.createDirectories(own().resolve("my model"));
    copy(BUNDLED.resolve("vi-en"), misnamed, "manifest.json");

    assertThat(run("list")).isZero();
    assertThat(out.toString())
        .contains("bundled/vi-en", "bundled/sentence-encoder")
        .containsPattern("passed over .*stray.config.json: unreadable")
        .containsPattern("passed over .*own/my model");
  }

  @Test
  void bench_otherSourceLanguage_needsAText() throws IOException {
    assertThat(run("bench", "--pair", "fr-vi")).isEqualTo(1);
    assertThat(err.toString()).contains("--text FILE");
  }

  @Test
  void bench_pairWithAScript_isReadAsOne() throws IOException {
    assertThat(run("bench", "--pair", "zh-Hant-vi")).isEqualTo(1);
    assertThat(err.toString()).contains("none for zh-Hant-vi");
    assertThat(run("bench", "--pair", "vien")).isEqualTo(1);
    assertThat(err.toString()).contains("pair: vien (expected:");
  }

  @Test
  void add_noModel_isExplainedAndLeavesNothing() throws IOException {
    assertThat(run("add", folder.resolve("nowhere").toString())).isEqualTo(1);
    assertThat(err.toString()).contains("no such folder or archive");
    assertThat(run("add", "ftp://example.org/m.zip")).isEqualTo(1);
    assertThat(err.toString()).contains("source: ftp");
    assertThat(run("list")).isZero();
    assertThat(out.toString()).doesNotContain("own/");
  }

  private Path own() {
    return folder.resolve("own");
  }

  private int run(String... arguments) throws IOException {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    Path config =
        Files.writeString(
            folder.resolve("haidang.properties"),
            "models.folder=" + BUNDLED + "\nmodels.own=" + own() + "\n");
    List<String> line = new ArrayList<>(List.of("models"));
    line.addAll(List.of(arguments));
    line.addAll(List.of("--config", config.toString()));
    CommandLine command = Main.commandLine();
    command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return command.execute(line.toArray(String[]::new));
  }
}
