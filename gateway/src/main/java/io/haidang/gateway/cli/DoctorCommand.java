package io.haidang.gateway.cli;

import io.haidang.gateway.config.ConfigException;
import io.haidang.gateway.config.GatewayConfig;
import io.haidang.gateway.doctor.Doctor;
import io.haidang.gateway.doctor.Finding;
import io.haidang.gateway.doctor.Finding.Level;
import io.haidang.gateway.node.TranslationEngine;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** One page that says whether this machine is fit, what is wrong, and how to mend it. */
@Command(
    name = "doctor",
    description = "Say whether this machine is fit, what is wrong and how to mend it.",
    footer = {
      "Changes nothing, and works whether the server runs or not.",
      "Exit status: 0 fit, perhaps with warnings; 1 something is wrong."
    },
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Configuration (default: haidang.properties beside the launcher, if there).")
  private @Nullable Path configFile;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    try {
      GatewayConfig config = Home.config(configFile, System.getenv());
      List<Finding> findings =
          new Doctor(config, TranslationEngine.roots(config), Clock.systemUTC()).examine();
      findings.forEach(this::print);
      return conclude(findings);
    } catch (ConfigException e) {
      print(Level.FAULT, "configuration", String.valueOf(e.getMessage()), "docs/configuration.md");
      return 1;
    }
  }

  private int conclude(List<Finding> findings) {
    long faults = count(findings, Level.FAULT);
    out().println();
    out()
        .printf(
            "%s: %d faults, %d warnings%n",
            faults == 0 ? "fit" : "not fit", faults, count(findings, Level.WARNING));
    out().flush();
    return faults == 0 ? 0 : 1;
  }

  private static long count(List<Finding> findings, Level level) {
    return findings.stream().filter(finding -> finding.level() == level).count();
  }

  private void print(Finding finding) {
    print(finding.level(), finding.name(), finding.what(), finding.remedy());
  }

  private void print(Level level, String name, String what, String remedy) {
    String mark = level == Level.OK ? "ok" : level.name().toLowerCase(Locale.ROOT);
    out().printf("%-8s %-14s %s%n", mark, name, what);
    if (!remedy.isEmpty()) {
      out().printf("%-8s %-14s mend: %s%n", "", "", remedy);
    }
    out().flush();
  }

  private PrintWriter out() {
    if (spec == null) {
      throw new IllegalStateException("picocli sets the command before it runs it");
    }
    return spec.commandLine().getOut();
  }
}
