package io.haidang.gateway.functional;

import io.haidang.gateway.config.GatewayConfig;
import io.haidang.gateway.engine.EngineSettings;
import io.haidang.gateway.testing.TestFolders;
import io.haidang.models.remote.ProviderKind;
import io.haidang.models.testing.ProviderWire;
import io.haidang.models.testing.ScriptedServer;
import io.haidang.models.testing.ScriptedServer.Exchange;
import io.haidang.models.testing.ScriptedServer.Script;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Providers on one scripted server, told apart by the first part of the path, configured as an
 * operator would. Those without a script do as they are told. Thread-safe.
 */
final class ScriptedProviders implements AfterAllCallback {

  static final String KEY = "key-of-the-office-0123456789";

  private final Map<String, Script> scripts = new ConcurrentHashMap<>();
  private final ScriptedServer server = ScriptedServer.start(this::answer);
  private final String properties;

  /**
   * Providers.
   *
   * @param properties in which {@code {url}} stands for the server's address
   */
  ScriptedProviders(String properties) {
    this.properties = properties;
  }

  /** The lines that describe a provider which speaks OpenAI's protocol. */
  static String provider(String name, String pairs) {
    return provider(name, pairs, 3);
  }

  /** One that is given more time, for tests that make it wait. */
  static String patientProvider(String name, String pairs) {
    return provider(name, pairs, 60);
  }

  private static String provider(String name, String pairs, int seconds) {
    return """
        provider.%1$s.kind=openai
        provider.%1$s.url={url}/%1$s
        provider.%1$s.model=model-of-%1$s
        provider.%1$s.key=env:KEY
        provider.%1$s.pairs=%2$s
        provider.%1$s.timeout=%3$d
        provider.%1$s.price.input=3
        provider.%1$s.price.output=15
        """
        .formatted(name, pairs, seconds);
  }

  /** The lines of a configuration file. */
  String configuration() {
    return properties.replace("{url}", server.url().toString());
  }

  EngineSettings settings() {
    try {
      Path home = Files.createTempDirectory("haidang-providers-");
      Files.createDirectories(home.resolve("models/bundled"));
      Path file = Files.writeString(home.resolve("haidang.properties"), configuration());
      EngineSettings settings = GatewayConfig.read(file, Map.of("KEY", KEY), home).engines();
      TestFolders.delete(home);
      return settings;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** From now on {@code provider} does this. */
  void script(String provider, Script script) {
    scripts.put(provider, script);
  }

  int connections() {
    return server.connections();
  }

  /** Requests to one provider so far. */
  List<Exchange> exchanges(String provider) {
    return server.exchanges().stream().filter(any -> name(any).equals(provider)).toList();
  }

  private void answer(Exchange exchange) throws IOException {
    scripts.getOrDefault(name(exchange), ScriptedProviders::obey).answer(exchange);
  }

  /** Translates as the instructions say: in capitals, with the official names. */
  static void obey(Exchange exchange) throws IOException {
    send(exchange, ProviderWire.obedient(ProviderWire.data(exchange)));
  }

  /** A whole answer whose text is {@code text}. */
  static void send(Exchange exchange, String text) throws IOException {
    exchange.send(200, "", ProviderWire.answer(ProviderKind.OPENAI, text));
  }

  private static String name(Exchange exchange) {
    return exchange.head().split("/", 3)[1];
  }

  @Override
  public void afterAll(ExtensionContext context) {
    server.close();
  }
}
