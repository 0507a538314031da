package io.haidang.gateway.testing;

import io.haidang.gateway.auth.Office;
import io.haidang.gateway.cluster.ClusterSettings;
import io.haidang.gateway.config.GatewayConfig;
import io.haidang.gateway.config.HttpAddress;
import io.haidang.gateway.engine.EngineSettings;
import io.haidang.gateway.mail.MailServer;
import io.haidang.gateway.oidc.OidcSettings;
import io.haidang.gateway.traces.TraceSettings;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The configuration of a node of a test: by itself, on a free port of this machine, with the
 * bundled models, an embedded database, and webhooks to this machine; unless told otherwise.
 */
public final class TestConfig {

  private final Path memory;
  private String url;
  private String user = "haidang";
  private HttpAddress http = HttpAddress.plain("127.0.0.1", 0);
  private boolean libreAtRoot;
  private EngineSettings engines = EngineSettings.LOCAL_ONLY;
  private Optional<InetSocketAddress> metrics = Optional.empty();
  private Optional<TraceSettings> traces = Optional.empty();
  private Optional<OidcSettings> oidc = Optional.empty();
  private ClusterSettings cluster = ClusterSettings.LOCAL;

  private TestConfig(Path folder, String url) {
    this.memory = folder.resolve("memory");
    this.url = url;
  }

  /** One whose database and index are in a folder. */
  public static TestConfig in(Path folder) {
    return new TestConfig(folder, GatewayConfig.embedded(folder));
  }

  /** With another database. */
  public TestConfig on(TestDatabase database) {
    return on(database.url(), database.user());
  }

  /** With another database, by another way than its own address. */
  public TestConfig on(String otherUrl, String otherUser) {
    url = otherUrl;
    user = otherUser;
    return this;
  }

  public TestConfig at(HttpAddress address) {
    http = address;
    return this;
  }

  /** With the LibreTranslate dialect at the root, too. */
  public TestConfig withLibreAtRoot() {
    libreAtRoot = true;
    return this;
  }

  public TestConfig with(EngineSettings wanted) {
    engines = wanted;
    return this;
  }

  /** With metrics at a free port. */
  public TestConfig withMetrics() {
    metrics = Optional.of(InetSocketAddress.createUnresolved("127.0.0.1", 0));
    return this;
  }

  public TestConfig with(TraceSettings collector) {
    traces = Optional.of(collector);
    return this;
  }

  public TestConfig with(Optional<OidcSettings> provider) {
    oidc = provider;
    return this;
  }

  public TestConfig with(ClusterSettings wanted) {
    cluster = wanted;
    return this;
  }

  /** What the node is started with. */
  public GatewayConfig build() {
    Path models =
        Path.of(System.getProperty("haidang.repository"), "models", "bundled").toAbsolutePath();
    return new GatewayConfig(
        http,
        url,
        user,
        "",
        Office.FIRST,
        "",
        models,
        models.resolve("own"),
        1_000_000_000,
        memory,
        Receiver.LOOPBACK,
        MailServer.OFF,
        libreAtRoot,
        1,
        engines,
        metrics,
        traces,
        oidc,
        cluster);
  }
}
