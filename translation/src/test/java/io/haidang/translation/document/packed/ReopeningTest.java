package io.haidang.translation.document.packed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.haidang.translation.document.DocumentFormats;
import io.haidang.translation.document.FilterOptions;
import io.haidang.translation.document.FilterOptions.TrackedChanges;
import io.haidang.translation.document.MergeOptions;
import io.haidang.translation.document.SegmentedDocument;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** LibreOffice opens every translated sample, in one call since it starts slowly. */
final class ReopeningTest {

  private static final long PATIENCE_MINUTES = 5;

  @TempDir private Path folder;

  @Test
  void translations_ofAllSamples_areOpenedByLibreOffice() throws Exception {
    assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/soffice")), "LibreOffice is not on this machine");
    List<Path> translated = new ArrayList<>();
    for (Path sample : samples()) {
      translated.add(translate(sample));
    }
    assertThat(translated).hasSizeGreaterThan(25);

    convert(translated);

    assertThat(translated)
        .allSatisfy(
            file -> {
              Path page = folder.resolve("pdf").resolve(name(file) + ".pdf");
              assertThat(page).isNotEmptyFile();
            });
  }

  private static List<Path> samples() throws Exception {
    List<Path> samples = new ArrayList<>();
    for (String room : List.of("ooxml", "odf")) {
      URI place =
          Objects.requireNonNull(
                  ReopeningTest.class.getResource(
                      "/io/haidang/translation/document/" + room + "/samples"))
              .toURI();
      try (Stream<Path> files = Files.list(Path.of(place))) {
        files.sorted().forEach(samples::add);
      }
    }
    return samples;
  }

  /** A name of its own for each, since all become PDF in one folder. */
  private Path translate(Path sample) throws IOException {
    byte[] content = Files.readAllBytes(sample);
    String name = sample.getFileName().toString();
    SegmentedDocument document =
        SegmentedDocument.read(
            DocumentFormats.detect(name, content),
            content,
            Locale.forLanguageTag("vi"),
            FilterOptions.DEFAULT.withTrackedChanges(TrackedChanges.ACCEPT));
    List<String> targets =
        document.segments().stream().map(text -> text.toUpperCase(Locale.ROOT)).toList();
    String extension = name.substring(name.lastIndexOf('.'));
    Path file =
        folder.resolve(name(sample) + "-" + extension.substring(1) + "-translated" + extension);
    return Files.write(file, document.merge(targets, MergeOptions.of(Locale.ENGLISH)));
  }

  private void convert(List<Path> files) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "/usr/bin/soffice",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                folder.resolve("pdf").toString()));
    files.forEach(file -> command.add(file.toString()));
    Path log = folder.resolve("log");
    Process office =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    boolean ended = office.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
    office.destroyForcibly();
    assertThat(ended).as(Files.readString(log, UTF_8)).isTrue();
  }

  private static String name(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.lastIndexOf('.'));
  }
}
