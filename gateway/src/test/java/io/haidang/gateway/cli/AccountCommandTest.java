package io.haidang.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.Accounts;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.config.GatewayConfig;
import io.haidang.gateway.store.Database;
import io.haidang.translation.review.Role;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Accounts are made, listed and moved from the command line. */
class AccountCommandTest {

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void account_created_signsInAndWorksWhereItShould() throws IOException {
    assertThat(
            run(
                "create",
                "lan",
                "Nguyễn Thị Lan",
                "--role",
                "editor,reviewer",
                "--office",
                "Sở Du lịch"))
        .isZero();
    String password = out.toString().strip();
    try (Database database = database()) {
      Account lan = new Accounts(database, Clock.systemUTC()).signIn("lan", password);
      assertThat(lan.office()).isEqualTo(new Office("Sở Du lịch"));
      assertThat(lan.roles()).containsExactlyInAnyOrder(Role.EDITOR, Role.REVIEWER);
    }

    assertThat(run("move", "lan", "Sở Ngoại vụ")).isZero();
    assertThat(run("list")).isZero();
    assertThat(out.toString()).contains("lan ", "Sở Ngoại vụ", "editor,reviewer", "Nguyễn Thị Lan");
  }

  @Test
  void account_withoutAnOffice_isOfTheConfiguredOne() throws IOException {
    assertThat(run("create", "minh", "Minh", "--role", "admin")).isZero();
    assertThat(run("list")).isZero();
    assertThat(out.toString()).contains("Văn phòng");
  }

  @Test
  void account_taken_unknownOrUnfit_isExplained() throws IOException {
    assertThat(run("create", "minh", "Minh", "--role", "editor")).isZero();
    assertThat(run("create", "minh", "Minh", "--role", "editor")).isEqualTo(1);
    assertThat(run("create", "Có dấu", "Minh", "--role", "editor")).isEqualTo(1);
    assertThat(run("create", "nam", "Nam", "--role", "editor", "--office", " ")).isEqualTo(1);
    assertThat(run("move", "nobody", "Sở Du lịch")).isEqualTo(1);
    assertThat(err.toString())
        .contains(
            "login: minh (expected: one that is not taken)",
            "login: Có dấu (expected:",
            "office: unfit (expected: 1 to 100 characters on one line)",
            "login: nobody (expected: one that");
  }

  private int run(String... arguments) throws IOException {
    Path config = folder.resolve("haidang.properties");
    Path models = Path.of(System.getProperty("haidang.repository"), "models", "bundled");
    Files.write(config, List.of("data.folder=" + folder, "models.folder=" + models));
    CommandLine command =
        Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    String[] line = new String[arguments.length + 3];
    line[0] = "account";
    System.arraycopy(arguments, 0, line, 1, arguments.length);
    line[arguments.length + 1] = "--config";
    line[arguments.length + 2] = config.toString();
    return command.execute(line);
  }

  private Database database() {
    return Database.open(GatewayConfig.embedded(folder), "haidang", "");
  }
}
