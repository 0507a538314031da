package io.haidang.gateway.cli;

import io.haidang.gateway.node.Worker;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Starts a node that only works, and stays until it is stopped. */
@Command(
    name = "worker",
    description =
        "Start a node without pages and API, which translates for those with --cluster"
            + " (docs/deployment.md).",
    mixinStandardHelpOptions = true)
final class WorkerCommand extends ConfiguredCommand implements Callable<Integer> {

  @Override
  public Integer call() throws InterruptedException {
    Worker worker = Worker.start(config());
    Shutdown shutdown = Shutdown.of(worker::close);
    out().println("The worker is ready  (stop with Ctrl+C)");
    out().flush();
    shutdown.await();
    return 0;
  }
}
