package io.haidang.models.registry;

import java.time.Duration;

/**
 * What an installation may take.
 *
 * @param files most files in a model
 * @param bytes most bytes of a model, and of its archive
 * @param ratio most bytes that one byte of an archive may become; weights hardly compress
 * @param patience longest time for a server to send something
 */
record InstallLimits(int files, long bytes, int ratio, Duration patience) {

  static final InstallLimits USUAL =
      new InstallLimits(64, 16_000_000_000L, 20, Duration.ofSeconds(30));

  /** Small archives of text compress well; below this nothing is suspicious. */
  private static final long HARMLESS = 4_000_000;

  /** The most that an archive of this size may become. */
  long unpacked(long archiveBytes) {
    return Math.min(bytes, Math.max(HARMLESS, archiveBytes * ratio));
  }
}
