package io.haidang.gateway.cli;

import io.haidang.gateway.config.GatewayConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The folder that Hải Đăng was unpacked into; relative folders of the configuration start here. */
final class Home {

  private static final String CONFIG_FILE = "haidang.properties";

  private Home() {}

  static Path folder() {
    return Path.of(System.getProperty("haidang.home", ".")).toAbsolutePath().normalize();
  }

  /** The configuration of {@code file}, else of {@code haidang.properties} if there is one. */
  static GatewayConfig config(@Nullable Path file, Map<String, String> environment) {
    Path usual = folder().resolve(CONFIG_FILE);
    Path chosen = file != null ? file : Files.exists(usual) ? usual : null;
    return GatewayConfig.read(chosen, environment, folder());
  }
}
