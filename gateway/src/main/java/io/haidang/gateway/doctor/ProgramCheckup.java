package io.haidang.gateway.doctor;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Programs beside the server that some products need. */
final class ProgramCheckup implements Checkup {

  private final List<Path> folders;

  /**
   * Looks where the system does.
   *
   * @param path folders with separators between; null for none
   */
  ProgramCheckup(@Nullable String path) {
    folders =
        path == null
            ? List.of()
            : Arrays.stream(path.split(File.pathSeparator, -1)).map(Path::of).toList();
  }

  @Override
  public List<Finding> examine() {
    return List.of(
        program("ffmpeg", "films get no subtitles", "apt install ffmpeg"),
        program(
            "tesseract",
            "scanned pages are refused",
            "apt install tesseract-ocr tesseract-ocr-vie tesseract-ocr-eng"));
  }

  private Finding program(String name, String without, String remedy) {
    return folders.stream().map(folder -> folder.resolve(name)).anyMatch(Files::isExecutable)
        ? Finding.ok("program", name + " is installed")
        : Finding.warning("program", name + " is not installed: " + without, remedy);
  }
}
