package io.haidang.gateway.metrics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the process takes of the machine's memory, native memory of models included. */
final class ResidentMemory {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String LINE = "VmRSS:";
  private static final long KILOBYTE = 1024;

  private ResidentMemory() {}

  /** 0 where the system does not tell, which is anywhere but on Linux. */
  static long bytes() {
    try {
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith(LINE))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KILOBYTE)
          .findFirst()
          .orElse(0);
    } catch (IOException | NumberFormatException e) {
      return 0;
    }
  }
}
