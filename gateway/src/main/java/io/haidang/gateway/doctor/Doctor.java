package io.haidang.gateway.doctor;

import io.haidang.gateway.QuietFault;
import io.haidang.gateway.config.GatewayConfig;
import io.haidang.models.registry.ModelRoot;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at everything that a node needs, whether one runs here or not.
 *
 * <p><b>Thread-safety:</b> immutable. <b>Blocking:</b> files, database, ports; some seconds.
 */
public final class Doctor {

  private static final Logger LOG = LoggerFactory.getLogger(Doctor.class);

  private final Map<String, Checkup> checkups = new LinkedHashMap<>();

  /** A doctor for a node of this configuration, with models below {@code roots}. */
  public Doctor(GatewayConfig config, List<ModelRoot> roots, Clock clock) {
    checkups.put("machine", new MachineCheckup(roots));
    checkups.put("folders", new FolderCheckup(config));
    checkups.put("database", new DatabaseCheckup(config, clock));
    checkups.put("models", new ModelCheckup(roots));
    checkups.put("ports", new PortCheckup(config));
    checkups.put("providers", new ProviderCheckup(config.engines()));
    checkups.put("traces", new CollectorCheckup(config.traces()));
    checkups.put("programs", new ProgramCheckup(System.getenv("PATH")));
  }

  /** What there is to say, in the order in which an operator would look. */
  public List<Finding> examine() {
    return checkups.entrySet().stream()
        .flatMap(entry -> examine(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Stream<Finding> examine(String name, Checkup checkup) {
    try {
      return checkup.examine().stream();
    } catch (RuntimeException e) {
      LOG.debug("{} could not be examined", name, QuietFault.of(e));
      return Stream.of(
          Finding.fault(
              name,
              "could not be looked at: " + e.getClass().getSimpleName(),
              "run the command with HAIDANG_LOG_LEVEL=DEBUG and report what it prints"));
    }
  }
}
