package io.haidang.gateway.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.SegmentedDocument;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Any file in, the same file out, from the command line. */
class TranslateCommandTest {

  private static final Path ROOT = Path.of(System.getProperty("haidang.repository"));

  @TempDir private Path folder;
  private final StringWriter err = new StringWriter();

  @Test
  void document_ofWord_isWrittenBesideTheFile() throws IOException {
    Path file = sample("invitation.vi.docx");

    assertThat(run(file.toString(), "--to", "en")).isZero();

    byte[] translated = Files.readAllBytes(folder.resolve("invitation.en.docx"));
    SegmentedDocument english =
        SegmentedDocument.read(DocumentFormat.DOCX, translated, Locale.ENGLISH);
    assertThat(String.join("\n", english.segments())).contains("Hai Phong", "‹1›");
    assertThat(err.toString()).contains("wrote ").contains("invitation.en.docx");
  }

  @Test
  void subtitles_keepTheirTimes() throws IOException {
    Path file = sample("tour.vi.srt");
    Path out = folder.resolve("tour.en.srt");

    assertThat(run(file.toString(), "--to", "en", "-o", out.toString())).isZero();

    assertThat(Files.readString(out))
        .contains("00:00:01,000 --> 00:00:04,200", "00:00:13,000 --> 00:00:17,500", "Hai Phong");
  }

  @Test
  void translation_thatIsThere_isNotWrittenOver() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "Xin chào.");
    Path there = Files.writeString(folder.resolve("a.en.txt"), "Corrected by hand.");

    assertThat(run(file.toString(), "--to", "en")).isEqualTo(1);

    assertThat(there).hasContent("Corrected by hand.");
    assertThat(err.toString()).contains("a.en.txt: exists (expected: a new file");
  }

  @Test
  void strict_withErrors_exitsWithAStatusOfItsOwn() throws IOException {
    // More numbers than any small model keeps.
    Path file =
        Files.writeString(
            folder.resolve("a.txt"),
            "Mã 7391 8264 5518 9047 3316 2285 6604 7719 1180 4452 9938 2071 6653 8814 3097.\n");

    assertThat(run(file.toString(), "--to", "en", "--strict")).isEqualTo(3);

    assertThat(err.toString()).contains("segment 1: Mã 7391", "numbers (error), expected: ");
    assertThat(folder.resolve("a.en.txt")).isNotEmptyFile();
  }

  @Test
  void file_thatIsNotWhatItSays_isExplained() throws IOException {
    Path file = Files.write(folder.resolve("a.docx"), "chỉ là văn bản".getBytes(UTF_8));

    assertThat(run(file.toString(), "--to", "en")).isEqualTo(1);
    assertThat(err.toString())
        .contains("document.format: looks like something else (expected: DOCX)");
  }

  private Path sample(String name) throws IOException {
    return Files.copy(ROOT.resolve("docs/samples").resolve(name), folder.resolve(name));
  }

  private int run(String... arguments) throws IOException {
    Path config = folder.resolve("haidang.properties");
    Files.write(config, List.of("models.folder=" + ROOT.resolve("models/bundled")));
    String[] line = new String[arguments.length + 3];
    line[0] = "translate";
    System.arraycopy(arguments, 0, line, 1, arguments.length);
    line[arguments.length + 1] = "--config";
    line[arguments.length + 2] = config.toString();
    CommandLine command = Main.commandLine().setErr(new PrintWriter(err, true));
    return command.execute(line);
  }
}
