package io.haidang.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.config.GatewayConfig;
import io.haidang.gateway.store.Database;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real faults, each found and named with what to do about it. */
class DoctorCommandTest {

  private static final Path BUNDLED =
      Path.of(System.getProperty("haidang.repository"), "models", "bundled");

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final List<String> settings = new ArrayList<>();

  @BeforeEach
  void settings() {
    settings.addAll(
        List.of(
            "data.folder=" + folder.resolve("data"),
            "models.folder=" + BUNDLED,
            "models.own=" + folder.resolve("own"),
            "http.port=0"));
  }

  @Test
  void machine_freshlyUnpacked_isFit() throws IOException {
    assertThat(run()).isZero();
    assertThat(out.toString())
        .containsPattern("ok +java +Java \\d+")
        .containsPattern("ok +database +will be made")
        .containsPattern("ok +model +bundled/vi-en: whole; licence: \\S+")
        .contains("fit: 0 faults");
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void database_thatIsThere_isUpToDateAndLeftAsItIs() throws IOException {
    database().close();
    assertThat(run()).isZero();
    assertThat(out.toString())
        .containsPattern("ok +database +H2 .*up to date")
        .containsPattern("ok +clock +differs");
  }

  @Test
  void database_thatARunningServerHas_isNoFault() throws IOException {
    database().close();
    Path data = folder.resolve("data");
    Process holder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dhaidang.home=" + System.getProperty("haidang.repository"),
                "-cp",
                System.getProperty("java.class.path"),
                DatabaseHolder.class.getName(),
                GatewayConfig.embedded(data))
            .redirectErrorStream(true)
            .start();
    try {
      assertThat(holder.inputReader().readLine()).isEqualTo("held");
      assertThat(run()).isZero();
      assertThat(out.toString()).containsPattern("ok +database +in use by a running process");
    } finally {
      holder.destroyForcibly();
    }
  }

  @Test
  void database_madeByANewerVersion_isAFault() throws IOException {
    try (Database database = database()) {
      database
          .jdbi()
          .useHandle(
              handle ->
                  handle.execute(
                      "insert into \"flyway_schema_history\" (\"installed_rank\", \"version\","
                          + " \"description\", \"type\", \"script\", \"installed_by\","
                          + " \"execution_time\", \"success\") values"
                          + " (9999, '9999', 'later', 'SQL', 'V9999__later.sql', 'x', 1, true)"));
    }
    assertThat(run()).isEqualTo(1);
    assertThat(out.toString()).containsPattern("fault +database +made by a newer version");
  }

  @Test
  void database_thatIsBroken_isAFault() throws IOException {
    Path data = Files.createDirectories(folder.resolve("data"));
    Files.writeString(data.resolve("haidang.mv.db"), "not a database at all");
    assertThat(run()).isEqualTo(1);
    assertThat(out.toString())
        .containsPattern("fault +database +cannot be opened: SQL state")
        .contains("mend: ", "not fit: 1 faults");
  }

  @Test
  void database_thatNobodyAnswersFor_isAFaultWithoutItsPassword() throws IOException {
    settings.add("database.url=jdbc:postgresql://127.0.0.1:1/haidang");
    settings.add("database.password=geheimes-wort");
    assertThat(run()).isEqualTo(1);
    assertThat(out.toString())
        .containsPattern("fault +database +cannot be opened")
        .doesNotContain("geheimes-wort");
  }

  @Test
  void port_takenByAnotherProgram_isAFault() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      settings.set(3, "http.port=" + other.getLocalPort());
      assertThat(run()).isEqualTo(1);
      assertThat(out.toString())
          .containsPattern("fault +port +127.0.0.1:" + other.getLocalPort())
          .contains("ss -ltnp");
    }
  }

  @Test
  void model_withOtherBytesThanItsManifestSays_isAFault() throws IOException {
    Path model = Files.createDirectories(folder.resolve("own/mine"));
    for (String file : new String[] {"config.json", "manifest.json"}) {
      Files.copy(BUNDLED.resolve("sentence-encoder").resolve(file), model.resolve(file));
    }
    assertThat(run()).isEqualTo(1);
    assertThat(out.toString()).containsPattern("fault +model +own/mine: .*missing");
  }

  @Test
  void model_thatDoesNotSayWhatItIs_isAFault() throws IOException {
    Path model = Files.createDirectories(folder.resolve("own/stray"));
    Files.writeString(model.resolve("config.json"), "{");
    assertThat(run()).isEqualTo(1);
    assertThat(out.toString()).containsPattern("fault +model +.*stray.config.json: unreadable");
  }

  @Test
  void folder_thatIsReadOnly_isAFault() throws IOException {
    settings.add("memory.folder=/proc/haidang"); // Not even root may write there.
    assertThat(run()).isEqualTo(1);
    assertThat(out.toString()).containsPattern("fault +folder +/proc: may not be written");
  }

  @Test
  void folder_thatIsAFile_isAFault() throws IOException {
    settings.add("memory.folder=" + Files.writeString(folder.resolve("memory"), "a file"));
    assertThat(run()).isEqualTo(1);
    assertThat(out.toString()).containsPattern("fault +folder +.*memory: may not be written");
  }

  @Test
  void folder_thatEverybodyMayRead_isAWarning() throws IOException {
    Path data = Files.createDirectories(folder.resolve("data"));
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThat(run()).isZero();
    assertThat(out.toString()).containsPattern("warning +folder +.*data: every account");
  }

  @Test
  void provider_thatCannotBeReached_isAWarning() throws IOException {
    settings.addAll(
        List.of(
            "provider.away.kind=openai",
            "provider.away.url=http://127.0.0.1:1/v1",
            "provider.away.model=m"));
    assertThat(run()).isZero();
    assertThat(out.toString())
        .containsPattern("warning +provider +away at 127.0.0.1:1 cannot be reached");
  }

  @Test
  void collector_thatCannotBeReached_isAWarning() throws IOException {
    settings.add("traces.endpoint=http://127.0.0.1:1");
    assertThat(run()).isZero();
    assertThat(out.toString())
        .containsPattern("warning +traces +collector at 127.0.0.1:1 cannot be reached");
  }

  @Test
  void configuration_thatIsWrong_isAFault() throws IOException {
    settings.add("workers=many");
    assertThat(run()).isEqualTo(1);
    assertThat(out.toString()).containsPattern("fault +configuration +").contains("workers: many");
  }

  private Database database() {
    return Database.open(GatewayConfig.embedded(folder.resolve("data")), "haidang", "");
  }

  private int run() throws IOException {
    Path config = Files.write(folder.resolve("haidang.properties"), settings);
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .execute("doctor", "--config", config.toString());
  }

  /** A process that has a database open until it is killed. */
  static final class DatabaseHolder {

    private DatabaseHolder() {}

    public static void main(String[] arguments) throws InterruptedException {
      try (Database database = Database.open(arguments[0], "haidang", "")) {
        System.out.println(database.check() ? "held" : "not held");
        System.out.flush();
        Thread.currentThread().join();
      }
    }
  }
}
