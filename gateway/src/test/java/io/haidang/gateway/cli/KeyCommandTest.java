package io.haidang.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Keys are made, listed and revoked from the command line. */
class KeyCommandTest {

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void makeAccount() {
    try (Database database = database()) {
      new Accounts(database, Clock.systemUTC())
          .create("cms", "CMS", Office.FIRST, "unused", Set.of(Role.EDITOR));
    }
  }

  @Test
  void key_created_opensTheAccountUntilRevoked() throws IOException {
    assertThat(run("create", "cms", "website")).isZero();
    String key = out.toString().strip();
    assertThat(key).startsWith("hd_");
    try (Database database = database()) {
      assertThat(
              new Accounts(database, Clock.systemUTC())
                  .apiKeys()
                  .find(key)
                  .map(found -> found.account().login()))
          .contains("cms");
    }

    assertThat(run("list")).isZero();
    assertThat(out.toString()).contains("cms", "website", "made 2").doesNotContain("revoked");
    assertThat(out.toString().lines()).hasSize(2);

    assertThat(run("revoke", "cms", "website")).isZero();
    try (Database database = database()) {
      assertThat(new Accounts(database, Clock.systemUTC()).apiKeys().find(key)).isEmpty();
    }
  }

  @Test
  void account_unknown_isExplained() throws IOException {
    assertThat(run("create", "nobody", "website")).isEqualTo(1);
    assertThat(err.toString()).contains("login: nobody (expected: an account");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void key_unknown_cannotBeRevoked() throws IOException {
    assertThat(run("revoke", "cms", "website")).isEqualTo(1);
    assertThat(err.toString()).contains("key: none in force");
  }

  @Test
  void name_blank_isRefused() throws IOException {
    assertThat(run("create", "cms", " ")).isEqualTo(1);
    assertThat(err.toString()).contains("name: blank");
  }

  private int run(String... arguments) throws IOException {
    Path config = folder.resolve("haidang.properties");
    Path models = Path.of(System.getProperty("haidang.repository"), "models", "bundled");
    Files.write(config, List.of("data.folder=" + folder, "models.folder=" + models));
    CommandLine command =
        Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    String[] line = new String[arguments.length + 3];
    line[0] = "key";
    System.arraycopy(arguments, 0, line, 1, arguments.length);
    line[arguments.length + 1] = "--config";
    line[arguments.length + 2] = config.toString();
    return command.execute(line);
  }

  private Database database() {
    return Database.open(GatewayConfig.embedded(folder), "haidang", "");
  }
}
