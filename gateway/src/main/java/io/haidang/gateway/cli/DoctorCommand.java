package io.haidang.gateway.cli;

import io.haidang.gateway.config.ConfigException;
import io.haidang.gateway.config.GatewayConfig;
import io.haidang.gateway.doctor.Doctor;
import io.haidang.gateway.doctor.Finding;
import io.haidang.gateway.doctor.Finding.Level;
import io.haidang.gateway.node.TranslationEngine;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** One page that says whether this machine is fit, what is wrong, and how to mend it. */
@Command(
    name = "doctor",
    description = "Say whether this machine is fit, what is wrong and how to mend it.",
    footer = {
      "Changes nothing, and works whether the server runs or not.",
      "Exit status: 0 fit, perhaps with warnings; 1 something is wrong."
    },
    mixinStandardHelpOptions = true)
final class DoctorCommand extends ConfiguredCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    try {
      GatewayConfig config = config();
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
}
