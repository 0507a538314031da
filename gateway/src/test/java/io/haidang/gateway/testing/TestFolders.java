package io.haidang.gateway.testing;

import io.haidang.gateway.config.GatewayConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/** Folders with an embedded database, copied from one that was made for the whole test run. */
public final class TestFolders {

  private static final Map<Contents, Path> MADE = new EnumMap<>(Contents.class);

  private TestFolders() {}

  /** Returns a new folder with a database that has the bundled official names in force. */
  public static Path withNames() {
    return copyOf(Contents.NAMES);
  }

  static Path copyOf(Contents contents) {
    Path copy = temporary();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(original(contents))) {
      for (Path file : files) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return copy;
  }

  private static synchronized Path original(Contents contents) {
    return MADE.computeIfAbsent(contents, TestFolders::make);
  }

  private static Path make(Contents contents) {
    Path folder = temporary();
    contents.make(GatewayConfig.embedded(folder), "haidang");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
    return folder;
  }

  public static Path temporary() {
    try {
      return Files.createTempDirectory("haidang-test-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes a folder and what is in it. */
  public static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
