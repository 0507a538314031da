package io.haidang.models.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;

/** Copies that end where their limit is. */
final class Copying {

  private static final int BUFFER = 1 << 16;

  private Copying() {}

  /**
   * Writes a new file and returns its size; throws as soon as it would be more than {@code most}.
   */
  static long atMost(
      InputStream in, Path file, long most, Supplier<? extends RuntimeException> tooLarge)
      throws IOException {
    byte[] buffer = new byte[BUFFER];
    long written = 0;
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        written += read;
        if (written > most) {
          throw tooLarge.get();
        }
        out.write(buffer, 0, read);
      }
    }
    return written;
  }
}
