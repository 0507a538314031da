package io.haidang.gateway.cli;

import io.haidang.gateway.config.GatewayConfig;
import io.haidang.gateway.store.Database;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** A command that works with the configuration of a node and prints. */
abstract class ConfiguredCommand {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "Configuration (default: haidang.properties beside the launcher, if there).")
  private @Nullable Path configFile;

  @Spec private @Nullable CommandSpec spec;

  /**
   * Reads the configuration.
   *
   * @throws io.haidang.gateway.config.ConfigException with one line per wrong value
   */
  final GatewayConfig config() {
    return Home.config(configFile, System.getenv());
  }

  /** Opens the database of a configuration. */
  static Database open(GatewayConfig config) {
    return Database.open(config.databaseUrl(), config.databaseUser(), config.databasePassword());
  }

  final PrintWriter out() {
    return line().getOut();
  }

  final PrintWriter err() {
    return line().getErr();
  }

  private CommandLine line() {
    if (spec == null) {
      throw new IllegalStateException("picocli sets the command before it runs it");
    }
    return spec.commandLine();
  }
}
