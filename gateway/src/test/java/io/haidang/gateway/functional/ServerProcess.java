package io.haidang.gateway.functional;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A node in a process of its own, so that it can be killed.
 *
 * <p><b>Owns:</b> the process, until {@link #kill}.
 */
final class ServerProcess {

  private static final Pattern READY = Pattern.compile("is ready(?: on (http://\\S+))?");

  private final Process process;
  private final String address;

  private ServerProcess(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  /** Starts {@code serve} on a free port and waits until it says that it is ready. */
  static ServerProcess start(Path dataFolder) throws IOException {
    return start(dataFolder, List.of(), Map.of());
  }

  /** The same with more options and variables of its environment. */
  static ServerProcess start(Path dataFolder, List<String> options, Map<String, String> variables)
      throws IOException {
    return start(List.of(), dataFolder, options, variables);
  }

  /**
   * The same by another command, which is given this one.
   *
   * @param prefix such as {@code ip netns exec NAME}
   */
  static ServerProcess start(
      List<String> prefix, Path dataFolder, List<String> options, Map<String, String> variables)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("serve"));
    command.addAll(options);
    return run(prefix, dataFolder, command, variables);
  }

  /** Starts {@code worker} and waits until it says that it is ready; it has no address. */
  static ServerProcess worker(Path dataFolder, Map<String, String> variables) throws IOException {
    return run(List.of(), dataFolder, List.of("worker"), variables);
  }

  /** Runs another command on the same data to its end, and returns its status and what it says. */
  static Ended command(Path dataFolder, String... arguments)
      throws IOException, InterruptedException {
    Process process =
        builder(List.of(), dataFolder, List.of(arguments), Map.of())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), said);
  }

  /** How a command ended. */
  record Ended(int status, String said) {}

  private static ServerProcess run(
      List<String> prefix, Path dataFolder, List<String> arguments, Map<String, String> variables)
      throws IOException {
    ProcessBuilder builder = builder(prefix, dataFolder, arguments, variables);
    builder.redirectError(
        ProcessBuilder.Redirect.appendTo(dataFolder.resolve("server.log").toFile()));
    Process process = builder.start();
    return new ServerProcess(process, awaitAddress(process));
  }

  private static ProcessBuilder builder(
      List<String> prefix, Path dataFolder, List<String> arguments, Map<String, String> variables) {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx384m",
            "-Dstdout.encoding=UTF-8",
            "-Dhaidang.home=" + System.getProperty("haidang.repository"),
            "-cp",
            System.getProperty("java.class.path"),
            "io.haidang.gateway.cli.Main"));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(variables);
    builder.environment().put("HAIDANG_HTTP_PORT", "0");
    builder.environment().put("HAIDANG_DATA_FOLDER", dataFolder.toString());
    return builder;
  }

  private static String awaitAddress(Process process) throws IOException {
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher ready = READY.matcher(line);
      if (ready.find()) {
        return ready.group(1) == null ? "" : ready.group(1);
      }
    }
    throw new IOException("server: ended before it was ready (expected: a line with its address)");
  }

  String address() {
    return address;
  }

  /** SIGTERM: it ends in order. */
  void end() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }

  /** Waits until it is gone. */
  void awaitEnd() throws InterruptedException {
    process.waitFor();
  }

  /** SIGKILL: nothing in the process gets a chance to tidy up. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
