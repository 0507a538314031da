package io.haidang.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The Vietnamese texts of {@code docs/samples}. */
final class GlossarySamples {

  private GlossarySamples() {}

  /** Every paragraph of every text, in the order of the file names. */
  static List<String> paragraphs() throws IOException {
    Path samples = Path.of(System.getProperty("haidang.repository", ".")).resolve("docs/samples");
    List<Path> files;
    try (Stream<Path> listed = Files.list(samples)) {
      files = listed.filter(file -> file.toString().endsWith(".vi.txt")).sorted().toList();
    }
    List<String> paragraphs = new ArrayList<>();
    for (Path file : files) {
      Files.readString(file).lines().filter(line -> !line.isBlank()).forEach(paragraphs::add);
    }
    return paragraphs;
  }
}
