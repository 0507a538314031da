package io.haidang.gateway.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * A text of the demo.
 *
 * @param name of its file, without extensions
 * @param date of the text
 */
record DemoText(String name, String content, LocalDate date) {

  static DemoText whole(Path file, LocalDate date) throws IOException {
    return new DemoText(nameOf(file), Files.readString(file), date);
  }

  /** The part of a file before the first line that starts with {@code mark}. */
  static DemoText until(String mark, Path file, LocalDate date) throws IOException {
    String content = Files.readString(file);
    int end = content.indexOf("\n" + mark);
    return new DemoText(nameOf(file), end < 0 ? content : content.substring(0, end + 1), date);
  }

  private static String nameOf(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(0, name.indexOf('.'));
  }
}
