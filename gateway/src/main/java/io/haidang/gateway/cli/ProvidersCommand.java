package io.haidang.gateway.cli;

import io.haidang.models.CallContext;
import io.haidang.models.Deadline;
import io.haidang.models.GenerationOptions;
import io.haidang.models.GenerationRequest;
import io.haidang.models.LanguagePair;
import io.haidang.models.ModelDescriptor.Locality;
import io.haidang.models.ModelException;
import io.haidang.models.TextGenerator;
import io.haidang.models.remote.Provider;
import io.haidang.models.remote.RemoteGenerators;
import io.haidang.models.remote.UsageRecorder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The configured providers. */
@Command(
    name = "providers",
    description = "Try the configured providers.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true)
final class ProvidersCommand {

  /** Harmless, and short enough to cost next to nothing. */
  private static final String SAMPLE = "1, 2, 3.";

  @Spec private @Nullable CommandSpec spec;

  @Command(
      name = "check",
      description = "Send each provider one tiny request; fails unless all of them answer.",
      mixinStandardHelpOptions = true)
  int check(
      @Option(
              names = "--config",
              paramLabel = "FILE",
              description =
                  "Configuration (default: haidang.properties beside the launcher, if there).")
          @Nullable Path configFile) {
    List<Provider> providers = Home.config(configFile, System.getenv()).engines().providers();
    if (providers.isEmpty()) {
      throw new CommandFailure("providers: none (expected: some, see docs/configuration.md)");
    }
    long failed = providers.stream().filter(provider -> !answers(provider)).count();
    return failed == 0 ? 0 : 1;
  }

  private boolean answers(Provider provider) {
    String result = tried(provider);
    out()
        .printf(
            "%-16s %-10s %-28s %s%n",
            provider.name(), provider.kind().id(), provider.model(), result);
    out().flush();
    return result.startsWith("ok");
  }

  private static String tried(Provider provider) {
    LanguagePair pair = provider.pairs().iterator().next();
    Clock clock = Clock.systemUTC();
    CallContext call =
        CallContext.interactive(Deadline.after(provider.timeout(), clock))
            .reaching(Locality.REMOTE);
    long start = System.nanoTime();
    try (TextGenerator generator = RemoteGenerators.open(provider, UsageRecorder.NONE, clock)) {
      generator.generate(
          List.of(new GenerationRequest(SAMPLE, pair)), GenerationOptions.DEFAULT, call);
      return "ok, " + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) + " ms";
    } catch (ModelException e) {
      return "failed: " + e.getMessage();
    }
  }

  private PrintWriter out() {
    if (spec == null) {
      throw new IllegalStateException("picocli sets the command before it runs it");
    }
    return spec.commandLine().getOut();
  }
}
