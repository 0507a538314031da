package io.haidang.gateway.cli;

import io.haidang.gateway.auth.PasswordCost;
import io.haidang.gateway.config.GatewayConfig;
import io.haidang.gateway.node.Gateway;
import io.haidang.gateway.profile.DeeplSuite;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the whole desk and stays until it is stopped. */
@Command(
    name = "serve",
    description = "Start the desk: pages, API, jobs and models in one process.",
    mixinStandardHelpOptions = true)
final class ServeCommand extends ConfiguredCommand implements Callable<Integer> {

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description =
          "Start for something else than daily work: "
              + DeeplSuite.NAME
              + " for the test suites of the DeepL clients (docs/compatibility.md).")
  private @Nullable String profile;

  @Option(
      names = "--cluster",
      description =
          "Join the nodes of cluster.members, or be the first of them (docs/deployment.md).")
  private boolean cluster;

  private final PrintStream out = System.out;

  @Override
  public Integer call() throws InterruptedException {
    GatewayConfig config = config();
    Gateway gateway = start(config);
    Shutdown shutdown = Shutdown.of(gateway::close);
    announce(gateway);
    shutdown.await();
    return 0;
  }

  private Gateway start(GatewayConfig config) {
    if (profile != null) {
      return start(config, profile);
    }
    return cluster ? Gateway.startMember(config, PasswordCost.STANDARD) : Gateway.start(config);
  }

  private static Gateway start(GatewayConfig config, String name) {
    if (!name.equals(DeeplSuite.NAME)) {
      throw new CommandFailure("--profile: unknown (expected: " + DeeplSuite.NAME + ")");
    }
    return Gateway.start(config, new DeeplSuite());
  }

  private void announce(Gateway gateway) {
    gateway
        .setupAddress()
        .ifPresent(
            setup -> {
              out.println(
                  "First start: nobody has an account. Choose the administrator's password:");
              out.println("  " + setup);
              out.println("  (works once, for two hours; or use ./haidang account create)");
            });
    out.println("Hải Đăng is ready on " + gateway.address() + "  (stop with Ctrl+C)");
    out.flush();
  }
}
