package io.haidang.gateway.doctor;

import com.sun.management.OperatingSystemMXBean;
import io.haidang.models.registry.InstalledModel;
import io.haidang.models.registry.ModelRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Java, processors, memory, and what the system allows a process. */
final class MachineCheckup implements Checkup {

  private static final int OLDEST_JAVA = 17;
  private static final long MEGABYTE = 1_000_000;

  /** Java, the database and a page cache, beside the models. */
  private static final long BESIDE_MODELS = 1_000 * MEGABYTE;

  /** A connection, a file of the index, a document: each takes one. */
  private static final long OPEN_FILES = 4_096;

  private static final Path LIMITS = Path.of("/proc/self/limits");

  private final List<ModelRoot> roots;
  private final long memory;
  private final Path limits;

  MachineCheckup(List<ModelRoot> roots) {
    this(
        roots,
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize(),
        LIMITS);
  }

  /** Of a machine with {@code memory} bytes. */
  MachineCheckup(List<ModelRoot> roots, long memory, Path limits) {
    this.roots = List.copyOf(roots);
    this.memory = memory;
    this.limits = limits;
  }

  @Override
  public List<Finding> examine() {
    List<Finding> findings = new ArrayList<>();
    findings.add(
        java(Runtime.version().feature(), System.getProperty("sun.arch.data.model", "64")));
    findings.add(memory());
    openFiles().ifPresent(findings::add);
    return findings;
  }

  static Finding java(int version, String bits) {
    String what = "Java " + version + ", " + bits + " bits, " + processors() + " processors";
    if (version < OLDEST_JAVA || !bits.equals("64")) {
      return Finding.fault("java", what, "install a JDK of 64 bits, " + OLDEST_JAVA + " or newer");
    }
    return Finding.ok("java", what);
  }

  private static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }

  private Finding memory() {
    long models =
        roots.isEmpty() ? 0 : InstalledModel.list(roots).stream().mapToLong(this::bytes).sum();
    long needed = BESIDE_MODELS + 2 * models; // Decoding takes about as much again.
    String what =
        "%d MB; models of %d MB want about %d MB"
            .formatted(memory / MEGABYTE, models / MEGABYTE, needed / MEGABYTE);
    return memory < needed
        ? Finding.warning(
            "memory", what, "give the machine more, set models.memory lower, or remove models")
        : Finding.ok("memory", what);
  }

  private long bytes(InstalledModel model) {
    try (Stream<Path> files = Files.list(model.folder())) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Empty where the system does not tell, which is anywhere but on Linux. */
  private Optional<Finding> openFiles() {
    try {
      return Files.readAllLines(limits).stream()
          .filter(line -> line.startsWith("Max open files"))
          .map(line -> line.split("\\s{2,}", -1)[1])
          .map(MachineCheckup::openFiles)
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Finding openFiles(String soft) {
    boolean enough = soft.equals("unlimited") || Long.parseLong(soft) >= OPEN_FILES;
    String what = soft + " open files at a time";
    return enough
        ? Finding.ok("limits", what)
        : Finding.warning(
            "limits",
            what,
            "allow " + OPEN_FILES + " or more (ulimit -n, or LimitNOFILE of the service)");
  }
}
