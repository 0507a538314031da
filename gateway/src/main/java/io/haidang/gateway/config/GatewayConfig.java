package io.haidang.gateway.config;

import io.haidang.gateway.auth.Office;
import io.haidang.gateway.cluster.ClusterSettings;
import io.haidang.gateway.engine.EngineSettings;
import io.haidang.gateway.engine.RouteTable;
import io.haidang.gateway.mail.MailServer;
import io.haidang.gateway.oidc.OidcSettings;
import io.haidang.gateway.traces.TraceSettings;
import io.haidang.gateway.webhook.AddressRules;
import io.haidang.models.remote.Provider;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of one node, read once.
 *
 * <p><b>Thread-safety:</b> immutable.
 *
 * @param http where to listen
 * @param databaseUrl JDBC URL, of H2 or PostgreSQL
 * @param databaseUser account
 * @param databasePassword may be empty; never shown
 * @param office of accounts that are made without another
 * @param adminPassword of the administrator that the first start makes; empty to ask a person;
 *     never shown
 * @param modelsFolder its sub-folders are models
 * @param ownModelsFolder the office's own models; may be missing
 * @param modelsMemory bytes that loaded models may take, by the size of their files
 * @param memoryFolder of the index of the translation memory; may be missing
 * @param webhooks where messages may go
 * @param mail to whom letters are handed
 * @param libreAtRoot whether the LibreTranslate dialect is at the root, too
 * @param workers translations at the same time, 1 to 64
 * @param engines providers and routes
 * @param metrics where they are read; empty for nowhere
 * @param traces where they are sent; empty for nowhere
 * @param oidc where people sign in beside local accounts; empty for nowhere
 * @param cluster where the node meets others, if it is told to
 */
public record GatewayConfig(
    HttpAddress http,
    String databaseUrl,
    String databaseUser,
    String databasePassword,
    Office office,
    String adminPassword,
    Path modelsFolder,
    Path ownModelsFolder,
    long modelsMemory,
    Path memoryFolder,
    AddressRules webhooks,
    MailServer mail,
    boolean libreAtRoot,
    int workers,
    EngineSettings engines,
    Optional<InetSocketAddress> metrics,
    Optional<TraceSettings> traces,
    Optional<OidcSettings> oidc,
    ClusterSettings cluster) {

  private static final String EMBEDDED = "jdbc:h2:file:";

  /**
   * Reads file and environment, and validates everything before it complains.
   *
   * @param file UTF-8 properties; null for none
   * @param environment such as {@link System#getenv()}
   * @param home what relative folders are relative to
   * @throws ConfigException with one line per wrong value
   */
  public static GatewayConfig read(
      @Nullable Path file, Map<String, String> environment, Path home) {
    ConfigErrors errors = new ConfigErrors();
    ConfigFile properties = ConfigFile.read(file, errors);
    Settings settings = new Settings(properties, environment, errors);
    SecretReader secrets = new SecretReader(environment, home);
    Path data = home.resolve(settings.text(Setting.DATA_FOLDER));
    String url = settings.text(Setting.DATABASE_URL);
    GatewayConfig config =
        new GatewayConfig(
            settings.http(home),
            url.isEmpty() ? embedded(data) : settings.postgresql(Setting.DATABASE_URL),
            settings.text(Setting.DATABASE_USER),
            settings.secret(Setting.DATABASE_PASSWORD, secrets),
            settings.office(),
            settings.password(Setting.ADMIN_PASSWORD, secrets),
            settings.folder(Setting.MODELS_FOLDER, home),
            home.resolve(settings.text(Setting.MODELS_OWN)).normalize(),
            settings.number(Setting.MODELS_MEMORY, 64, 1_048_576) * 1_000_000L,
            memory(settings, data, home),
            settings.addresses(Setting.WEBHOOKS_ALLOW),
            MailReader.read(settings, secrets),
            settings.flag(Setting.LIBRETRANSLATE_ROOT),
            settings.number(Setting.WORKERS, 1, 64),
            engines(properties, secrets, errors),
            settings.address(Setting.METRICS_ADDRESS),
            TraceReader.read(settings, secrets),
            settings.oidc(secrets),
            settings.cluster());
    errors.throwIfAny();
    return config;
  }

  private static Path memory(Settings settings, Path data, Path home) {
    String folder = settings.text(Setting.MEMORY_FOLDER);
    return folder.isEmpty() ? data.resolve("memory") : home.resolve(folder).normalize();
  }

  private static EngineSettings engines(
      ConfigFile file, SecretReader secrets, ConfigErrors errors) {
    ProviderReader reader = new ProviderReader(file, secrets, errors);
    Set<String> names = reader.names();
    List<Provider> providers = reader.read(names);
    return new EngineSettings(
        providers,
        new RouteReader<>(RouteSyntax.translations(providers), file, errors, names)
            .read(List.of(RouteTable.LOCAL)),
        new RouteReader<>(RouteSyntax.writers(), file, errors, names).read(List.of()),
        new SpeechReader(file, secrets, errors).read());
  }

  /**
   * JDBC URL of the embedded database in {@code folder}. A commit is in the file before it is
   * acknowledged; by default H2 would write it up to half a second later, and a kill would lose it.
   * Who needs a row that another transaction holds waits for it, as in PostgreSQL: putting a long
   * list of names into force takes longer than the two seconds of the default.
   */
  public static String embedded(Path folder) {
    return EMBEDDED
        + folder.toAbsolutePath().normalize().resolve("haidang")
        + ";MODE=PostgreSQL"
        + ";DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;LOCK_TIMEOUT=60000";
  }

  /**
   * Returns this for a node among others.
   *
   * @throws ConfigException when nodes could not share its database
   */
  public GatewayConfig shared() {
    if (databaseUrl.startsWith(EMBEDDED)) {
      throw new ConfigException(
          List.of(
              Setting.DATABASE_URL.key()
                  + ": the embedded database (expected: jdbc:postgresql://…, which the nodes of a"
                  + " cluster share)"));
    }
    return this;
  }

  /** Where this node writes; the folders need not exist yet. */
  public List<Path> folders() {
    return databaseUrl.startsWith(EMBEDDED)
        ? List.of(databaseFile().toAbsolutePath().resolveSibling(""), memoryFolder)
        : List.of(memoryFolder);
  }

  /** Where the embedded database is; empty for PostgreSQL. */
  public Optional<Path> dataFolder() {
    return databaseUrl.startsWith(EMBEDDED)
        ? Optional.of(databaseFile().toAbsolutePath().resolveSibling(""))
        : Optional.empty();
  }

  /** The embedded database, without the endings of its files. */
  private Path databaseFile() {
    return Path.of(databaseUrl.substring(EMBEDDED.length()).split(";", 2)[0]);
  }

  /** The same with a database and a memory of its own in {@code folder}, and no providers. */
  public GatewayConfig apart(Path folder) {
    return new GatewayConfig(
        http,
        embedded(folder),
        "haidang",
        "",
        office,
        "",
        modelsFolder,
        ownModelsFolder,
        modelsMemory,
        folder.resolve("memory"),
        webhooks,
        MailServer.OFF,
        libreAtRoot,
        workers,
        EngineSettings.LOCAL_ONLY,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        ClusterSettings.LOCAL);
  }

  @Override
  public String toString() {
    return "GatewayConfig["
        + http.host()
        + ":"
        + http.port()
        + ", "
        + databaseUrl
        + ", password ***]";
  }
}
