package io.haidang.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.config.GatewayConfig;
import io.haidang.gateway.store.Database;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The desk is kept, put back and moved from the command line. */
class BackupCommandTest {

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void desk_keptAndPutBack_isThere() throws IOException {
    String file = folder.resolve("desk.backup").toString();
    Database.open(GatewayConfig.embedded(folder.resolve("old")), "haidang", "").close();

    assertThat(run("old", "backup", file)).isZero();
    assertThat(run("old", "backup", file)).isEqualTo(1);
    assertThat(err.toString()).contains("file: exists already");
    assertThat(run("old", "restore", file)).isZero();
    assertThat(run("new", "restore", file)).isZero();
    assertThat(run("new", "database", "move", "--to", folder.resolve("third").toString()))
        .as(err.toString())
        .isZero();
    assertThat(out.toString()).contains("memory_head", "together");
  }

  @Test
  void audit_ofADeskThatHasJustBegun_isIntactButHasNoOtherHead() throws IOException {
    Database.open(GatewayConfig.embedded(folder.resolve("old")), "haidang", "").close();

    assertThat(run("old", "audit")).as(err.toString()).isZero();
    assertThat(run("old", "audit", "--head", "1:" + "0".repeat(64))).isEqualTo(1);
    assertThat(run("old", "audit", "--head", "x")).isEqualTo(1);
    assertThat(out.toString()).contains("intact: 0 entries", "NOT INTACT", "other-head: link 1");
    assertThat(err.toString()).contains("head: unreadable (expected: such as 120:");
  }

  @Test
  void file_ofAnotherKind_isExplained() throws IOException {
    Path file = Files.writeString(folder.resolve("letter.txt"), "Kính gửi");
    assertThat(run("old", "restore", file.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("backup: another kind of file").doesNotContain("Kính");
  }

  private int run(String data, String... arguments) throws IOException {
    Path config = folder.resolve(data + ".properties");
    Path models = Path.of(System.getProperty("haidang.repository"), "models", "bundled");
    Files.write(config, List.of("data.folder=" + folder.resolve(data), "models.folder=" + models));
    CommandLine command =
        Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return command.execute(
        Stream.concat(Stream.of(arguments), Stream.of("--config", config.toString()))
            .toArray(String[]::new));
  }
}
