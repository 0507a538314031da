package io.haidang.gateway.profile;

import io.haidang.gateway.auth.Accounts;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.auth.PasswordCost;
import io.haidang.gateway.config.ConfigException;
import io.haidang.gateway.config.GatewayConfig;
import io.haidang.gateway.engine.LocalEngine;
import io.haidang.gateway.http.kit.DialectSettings;
import io.haidang.gateway.store.Database;
import io.haidang.translation.language.LanguageDetector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * For the test suites of the DeepL client libraries: any key opens an account of its own, clients
 * rehearse failures, and translations come from a memory of a few phrases. It listens on this
 * machine only, and keeps its data in a folder that is deleted when it stops.
 */
public final class DeeplSuite implements NodeProfile {

  /** As it is called on the command line. */
  public static final String NAME = "deepl-suite";

  /** Languages of the phrases in which DeepL writes more or less formal. */
  private static final Set<Locale> FORMAL =
      Stream.of("de", "es", "fr", "it", "ja", "nl", "pl", "pt", "ru")
          .map(Locale::forLanguageTag)
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<Locale> INSTRUCTED =
      Stream.of("de", "en", "es", "fr", "it", "ja", "ko", "zh")
          .map(Locale::forLanguageTag)
          .collect(Collectors.toUnmodifiableSet());

  private final Phrases phrases = Phrases.read();
  private @Nullable Path folder;

  /** Makes a folder for its data. */
  @Override
  public GatewayConfig config(GatewayConfig wanted) {
    if (!isLoopback(wanted.http().host())) {
      throw new ConfigException(
          List.of(
              "http.host: "
                  + wanted.http().host()
                  + " (expected: an address of this machine only, such as 127.0.0.1, with the"
                  + " profile "
                  + NAME
                  + ", which lets any key in)"));
    }
    Path data = temporary();
    folder = data;
    return wanted.apart(data);
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("haidang-" + NAME);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** Nobody signs in: the accounts have random passwords that are told to nobody. */
  @Override
  public PasswordCost passwords() {
    return new PasswordCost(8, 1);
  }

  @Override
  public LocalEngine local(LocalEngine models) {
    return UnreadEngine.serving(phrases.pairs());
  }

  @Override
  public LanguageDetector detector() {
    return phrases;
  }

  @Override
  public DialectSettings dialects(Accounts accounts, Office office) {
    Rehearsals rehearsals = new Rehearsals(new RehearsedAccounts(accounts, office));
    return new DialectSettings(FORMAL, INSTRUCTED, Optional.of(rehearsals));
  }

  @Override
  public void fill(Database database, Clock clock) {
    phrases.fill(database, clock);
    new SuiteData(database, clock).fill();
  }

  @Override
  public void close() {
    if (folder == null) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
