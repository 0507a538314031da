package io.haidang.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.config.GatewayConfig;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.usage.UsageBooks;
import io.haidang.models.remote.ProviderKind;
import io.haidang.models.remote.UsageRecorder.Outcome;
import io.haidang.models.remote.UsageRecorder.Usage;
import io.haidang.models.testing.ProviderWire;
import io.haidang.models.testing.ScriptedServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Providers are tried, and what they cost is printed, from the command line. */
class EngineCommandsTest {

  private static final Clock MARCH =
      Clock.fixed(Instant.parse("2026-03-02T10:00:00Z"), ZoneOffset.UTC);

  @TempDir private Path folder;
  private final List<String> properties = new ArrayList<>();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void check_providers_printsModelTimeAndErrorOfEach() throws IOException {
    Path key = Files.writeString(folder.resolve("key"), "sk-hidden-from-all");
    try (ScriptedServer good = ScriptedServer.start(EngineCommandsTest::obey);
        ScriptedServer bad = ScriptedServer.start(x -> x.send(401, "", "{}"))) {
      provider("good", good, key);
      assertThat(run("providers", "check")).isZero();
      assertThat(out.toString()).containsPattern("good +openai +m-good +ok, \\d+ ms");

      provider("bad", bad, key);
      assertThat(run("providers", "check")).isEqualTo(1);
      assertThat(out.toString()).contains("status 401").contains("a key that is accepted");
      assertThat(good.connections()).isEqualTo(2);
      assertThat(bad.connections()).isEqualTo(1);
      assertThat(out.toString() + err).doesNotContain("sk-hidden-from-all");
    }
  }

  @Test
  void check_speech_sendsASecondOfSilence() throws IOException {
    try (ScriptedServer good = ScriptedServer.start(x -> x.send(200, "", "{\"segments\":[]}"));
        ScriptedServer bad = ScriptedServer.start(x -> x.send(200, "", "{\"text\":\"…\"}"))) {
      properties.addAll(List.of("speech.ear.url=" + good.url(), "speech.ear.model=whisper"));
      assertThat(run("providers", "check")).isZero();
      assertThat(out.toString()).containsPattern("ear +speech +whisper +ok, \\d+ ms");
      assertThat(good.exchanges().get(0).body()).contains("RIFF", "WAVEfmt ");

      properties.addAll(List.of("speech.deaf.url=" + bad.url(), "speech.deaf.model=text-only"));
      assertThat(run("providers", "check")).isEqualTo(1);
      assertThat(out.toString()).contains("unusable answer (expected: verbose_json");
    }
  }

  @Test
  void check_noProviders_isExplained() throws IOException {
    assertThat(run("providers", "check")).isEqualTo(1);
    assertThat(err.toString()).contains("providers: none (expected: some");
  }

  @Test
  void usage_calls_areATableWithATotal() throws IOException {
    try (Database database = Database.open(GatewayConfig.embedded(folder), "haidang", "")) {
      UsageBooks books = new UsageBooks(database, MARCH);
      books.record(usage("desk", 1_500_000, Outcome.ANSWERED));
      books.record(usage("house", 0, Outcome.UNAVAILABLE));
    }

    assertThat(run("usage", "--from", "2026-03-01", "--to", "2026-03-31")).isZero();
    assertThat(out.toString())
        .contains("2026-03-01 to 2026-03-31")
        .containsPattern("desk +1 +0 +100 +10 +1\\.5000 +40 ms")
        .containsPattern("house +1 +1 +100 +10 +0\\.0000 +40 ms")
        .containsPattern("total +2 +1 +200 +20 +1\\.5000 +40 ms");
  }

  @Test
  void usage_periodThatEndsBeforeItBegins_isRefused() throws IOException {
    assertThat(run("usage", "--from", "2026-04-01", "--to", "2026-03-31")).isEqualTo(1);
    assertThat(err.toString()).contains("--from: 2026-04-01 (expected: not after 2026-03-31)");
  }

  private static void obey(ScriptedServer.Exchange exchange) throws IOException {
    String text = ProviderWire.obedient(ProviderWire.data(exchange));
    exchange.send(200, "", ProviderWire.answer(ProviderKind.OPENAI, text));
  }

  private static Usage usage(String provider, long cost, Outcome outcome) {
    return new Usage(provider, "m", "lan", "", 100, 10, cost, 40, outcome);
  }

  private void provider(String name, ScriptedServer server, Path key) {
    String prefix = "provider." + name + ".";
    properties.addAll(
        List.of(
            prefix + "kind=openai",
            prefix + "url=" + server.url(),
            prefix + "model=m-" + name,
            prefix + "key=file:" + key));
  }

  private int run(String... arguments) throws IOException {
    Path config = folder.resolve("haidang.properties");
    Path models = Path.of(System.getProperty("haidang.repository"), "models", "bundled");
    List<String> lines = new ArrayList<>(properties);
    lines.add("data.folder=" + folder);
    lines.add("models.folder=" + models);
    Files.write(config, lines);
    CommandLine command =
        Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return command.execute(
        Stream.concat(Stream.of(arguments), Stream.of("--config", config.toString()))
            .toArray(String[]::new));
  }
}
