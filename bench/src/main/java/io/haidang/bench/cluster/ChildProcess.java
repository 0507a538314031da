package io.haidang.bench.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A process of this one, which does not outlive it. Linux only. Safe for concurrent use.
 *
 * <p><b>Owns:</b> the process, until {@link #kill}.
 */
final class ChildProcess {

  private static final double TICKS_A_SECOND = 100;
  private static final int BYTES_A_KIBIBYTE = 1_024;

  /** Of the numbers after the name in {@code /proc/PID/stat}: its own, then of children gone. */
  private static final int FIRST_TIME = 11;

  private static final int TIMES = 4;

  private final Process process;

  private ChildProcess(Process process) {
    this.process = process;
  }

  /**
   * Starts one.
   *
   * @param environment added to that of this process
   * @param log what it prints is added to this file
   */
  static ChildProcess start(List<String> command, Map<String, String> environment, Path log)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    Process started = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly, "last"));
    return new ChildProcess(started);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** SIGKILL; returns when it is gone. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /**
   * Seconds of the processor that it and everything below it have had since they began, those that
   * have ended included.
   */
  double processorSeconds() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .mapToDouble(handle -> ticks(handle.pid()) / TICKS_A_SECOND)
        .sum();
  }

  /** Memory that it holds by itself, without those below it; 0 when it is gone. */
  long residentBytes() {
    return read(process.pid(), "status")
        .lines()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * BYTES_A_KIBIBYTE)
        .sum();
  }

  /** The name, in parentheses, may have anything in it. */
  private static long ticks(long pid) {
    String stat = read(pid, "stat");
    return Stream.of(stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1))
        .skip(FIRST_TIME)
        .limit(TIMES)
        .mapToLong(Long::parseLong)
        .sum();
  }

  /** Empty when the process is gone. */
  private static String read(long pid, String file) {
    try {
      return Files.readString(Path.of("/proc", String.valueOf(pid), file));
    } catch (IOException e) {
      return "";
    }
  }
}
