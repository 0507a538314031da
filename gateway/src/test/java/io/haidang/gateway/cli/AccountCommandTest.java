package io.haidang.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.auth.Accounts;
import io.haidang.gateway.config.GatewayConfig;
import io.haidang.gateway.store.Database;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Accounts are made, listed, closed and given passwords from the command line. */
class AccountCommandTest {

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) throws IOException {
    return command("account", arguments);
  }

  private int command(String name, String... arguments) throws IOException {
    Path config = folder.resolve("haidang.properties");
    Files.writeString(
        config,
        "data.folder="
            + folder
            + "\nmodels.folder="
            + Path.of(System.getProperty("haidang.repository"), "models", "bundled"));
    List<String> all = new ArrayList<>(List.of(name));
    all.addAll(List.of(arguments));
    all.add("--config");
    all.add(config.toString());
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    return line.execute(all.toArray(String[]::new));
  }

  private boolean signsIn(String login, String password) {
    try (Database database = Database.open(GatewayConfig.embedded(folder), "haidang", "")) {
      new Accounts(database, Clock.systemUTC()).signIn(login, password);
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }

  @Test
  void account_createdAndGivenAnotherPassword_signsInWithTheLastPrinted() throws IOException {
    assertThat(run("create", "lan", "--role", "editor,reviewer", "--name", "Nguyễn Thị Lan"))
        .as(err.toString())
        .isZero();
    String first = out.toString().strip();
    assertThat(signsIn("lan", first)).isTrue();

    out.getBuffer().setLength(0);
    assertThat(run("password", "lan")).isZero();

    assertThat(signsIn("lan", first)).isFalse();
    assertThat(signsIn("lan", out.toString().strip())).isTrue();
  }

  @Test
  void account_closedAndReopened_isListedSo() throws IOException {
    assertThat(run("create", "admin", "--role", "admin")).isZero();
    assertThat(run("create", "lan", "--role", "editor", "--office", "Sở Ngoại vụ")).isZero();
    assertThat(run("close", "lan")).isZero();
    out.getBuffer().setLength(0);

    assertThat(run("list")).isZero();
    assertThat(out.toString()).contains("lan", "Sở Ngoại vụ, closed").contains("admin");

    assertThat(run("reopen", "lan")).isZero();
    out.getBuffer().setLength(0);
    run("list");
    assertThat(out.toString()).doesNotContain("closed");
  }

  @Test
  void account_lastAdministrator_cannotBeClosed() throws IOException {
    assertThat(run("create", "admin", "--role", "admin")).isZero();

    assertThat(run("close", "admin")).isEqualTo(1);
    assertThat(err.toString()).contains("the last one that keeps accounts");
  }

  @Test
  void login_unknown_isExplained() throws IOException {
    assertThat(run("password", "nobody")).isEqualTo(1);
    assertThat(err.toString()).contains("login: unknown (expected: one that");
  }

  @Test
  void retention_setFromTheCommandLine_isShown() throws IOException {
    assertThat(command("retention", "set", "--label", "secret", "--unpublished", "90")).isZero();
    assertThat(command("retention", "set", "--label", "secret", "--published", "0")).isNotZero();
    out.getBuffer().setLength(0);

    assertThat(command("retention", "show")).isZero();
    assertThat(out.toString()).containsPattern("public +never +never");
    assertThat(out.toString()).containsPattern("secret +90 +never");
    assertThat(command("retention", "due")).isZero();
    assertThat(out.toString()).contains("0 stories with 0 texts would go.");
  }
}
