package io.haidang.gateway.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * A document of the demo.
 *
 * @param file its name
 * @param content of the file, not modified
 * @param date of the text
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
record DemoText(String file, byte[] content, LocalDate date) {

  static DemoText whole(Path file, LocalDate date) throws IOException {
    return new DemoText(nameOf(file), Files.readAllBytes(file), date);
  }

  /** The part of a file before the first line that starts with {@code mark}. */
  static DemoText until(String mark, Path file, LocalDate date) throws IOException {
    String content = Files.readString(file);
    int end = content.indexOf("\n" + mark);
    String part = end < 0 ? content : content.substring(0, end + 1);
    return new DemoText(nameOf(file), part.getBytes(UTF_8), date);
  }

  private static String nameOf(Path file) {
    return String.valueOf(file.getFileName());
  }

  /** Without extensions. */
  String name() {
    return file.substring(0, file.indexOf('.'));
  }

  /** What the translation is called. */
  String translatedFile() {
    return name() + ".en" + file.substring(file.lastIndexOf('.'));
  }
}
