package io.haidang.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Memories go in and out on the command line. */
class MemoryCommandTest {

  private static final String TMX =
      "<tmx version=\"1.4\"><header srclang=\"vi\"/><body>\n<tu><tuv xml:lang=\"vi\"><seg>Cảng mở"
          + " cửa.</seg></tuv><tuv xml:lang=\"en\"><seg>The port opens.</seg></tuv></tu>\n<tu/>\n"
          + "</body></tmx>";

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path file = Path.of("");

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(folder.resolve("old.tmx"), TMX);
  }

  @Test
  void file_takenIn_isCountedFoundMadeAnewAndGivenOut() throws IOException {
    assertThat(run("import", file.toString(), "--label", "public")).isZero();
    assertThat(said()).contains("1 translations: 1 added, 0 known before; 1 units left out");
    assertThat(said()).contains("line 3: no translation");

    assertThat(run("search", "port", "opens")).isZero();
    assertThat(said()).contains("The port opens.", "1 entries");
    assertThat(run("rebuild")).isZero();
    assertThat(said()).contains("1 entries (");
    assertThat(run("stats")).isZero();
    assertThat(said()).contains("1 entries, 1 in the index");

    Path given = folder.resolve("new.tmx");
    assertThat(run("export", given.toString(), "--pair", "vi-en")).isZero();
    assertThat(Files.readString(given)).contains("Cảng mở cửa.", "imported");
    assertThat(run("import", given.toString())).isZero();
    assertThat(said()).contains("0 added, 1 known before");
  }

  @Test
  void file_thatIsNoTmx_isExplained() throws IOException {
    Files.writeString(file, "<html/>");
    assertThat(run("import", file.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("tmx: begins with another element (expected: <tmx>)");
  }

  @Test
  void pair_thatIsNone_isExplained() throws IOException {
    assertThat(run("search", "port", "--pair", "vi")).isEqualTo(1);
    assertThat(err.toString()).contains("--pair: vi (expected: such as vi-en)");
  }

  private String said() {
    return out.toString();
  }

  private int run(String... arguments) throws IOException {
    Path config = folder.resolve("haidang.properties");
    Path models = Path.of(System.getProperty("haidang.repository"), "models", "bundled");
    Files.write(config, List.of("data.folder=" + folder, "models.folder=" + models));
    CommandLine command =
        Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    String[] line = new String[arguments.length + 3];
    line[0] = "memory";
    System.arraycopy(arguments, 0, line, 1, arguments.length);
    line[arguments.length + 1] = "--config";
    line[arguments.length + 2] = config.toString();
    return command.execute(line);
  }
}
