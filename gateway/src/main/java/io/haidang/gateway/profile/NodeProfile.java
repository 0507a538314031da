package io.haidang.gateway.profile;

import io.haidang.gateway.auth.Accounts;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.auth.PasswordCost;
import io.haidang.gateway.config.GatewayConfig;
import io.haidang.gateway.engine.LocalEngine;
import io.haidang.gateway.http.kit.DialectSettings;
import io.haidang.gateway.store.Database;
import io.haidang.translation.language.LanguageDetector;
import io.haidang.translation.language.LanguageDetectors;
import java.time.Clock;

/**
 * What a node is started for. The methods are the places at which a profile takes something else
 * than the desk does.
 */
public interface NodeProfile extends AutoCloseable {

  /** The daily work. */
  NodeProfile DESK = new NodeProfile() {};

  /**
   * The configuration to start with.
   *
   * @throws io.haidang.gateway.config.ConfigException when the profile does not allow it
   */
  default GatewayConfig config(GatewayConfig wanted) {
    return wanted;
  }

  /** What new passwords cost. */
  default PasswordCost passwords() {
    return PasswordCost.STANDARD;
  }

  /** What stands for the models of this machine. */
  default LocalEngine local(LocalEngine models) {
    return models;
  }

  /** Who tells languages. */
  default LanguageDetector detector() {
    return LanguageDetectors.bundled();
  }

  /**
   * What is honoured in the dialects.
   *
   * @param office of accounts that the profile makes
   */
  default DialectSettings dialects(Accounts accounts, Office office) {
    return DialectSettings.DESK;
  }

  /** Puts data of its own into a database that has just been opened. */
  default void fill(Database database, Clock clock) {}

  @Override
  default void close() {}
}
