package io.haidang.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this process holds and has used. Linux only. */
final class ProcessFigures {

  private static final int KIBIBYTES_PER_MEBIBYTE = 1024;

  private ProcessFigures() {}

  /** Resident memory, native and heap together. */
  static long residentMebibytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / KIBIBYTES_PER_MEBIBYTE)
        .findFirst()
        .orElseThrow();
  }

  /** Heap in use after a full collection. */
  static long heapMebibytes() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
  }

  /** Processor time of all threads so far, the compiler's and the collector's included. */
  static long cpuNanos() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
  }
}
