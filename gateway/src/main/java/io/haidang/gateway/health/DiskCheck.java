package io.haidang.gateway.health;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Room for what a node writes.
 *
 * <p><b>Thread-safety:</b> immutable. <b>Blocking:</b> asks the system.
 */
public final class DiskCheck implements HealthCheck {

  /** Bytes below which somebody should make room; weeks of a city's texts. */
  public static final long LOW = 500_000_000;

  /** Bytes below which a database may fail to write at any moment. */
  public static final long FULL = 50_000_000;

  private final List<Path> folders;
  private final long low;
  private final long full;

  /** Looks at the file systems that hold {@code folders}, which need not exist yet. */
  public DiskCheck(Collection<Path> folders) {
    this(folders, LOW, FULL);
  }

  DiskCheck(Collection<Path> folders, long low, long full) {
    this.folders = List.copyOf(folders);
    this.low = low;
    this.full = full;
  }

  @Override
  public ComponentHealth check() {
    long free = free();
    Map<String, Long> details = Map.of("freeBytes", free);
    if (free < full) {
      return ComponentHealth.down("disk-full", details);
    }
    return free < low ? ComponentHealth.degraded("disk-low", details) : ComponentHealth.up(details);
  }

  /** Bytes that may still be written, on the fullest file system; 0 when it cannot be told. */
  public long free() {
    return folders.stream().mapToLong(DiskCheck::free).min().orElse(Long.MAX_VALUE);
  }

  private static long free(Path folder) {
    try {
      FileStore store = Files.getFileStore(existing(folder));
      return store.getUsableSpace();
    } catch (IOException e) {
      return 0;
    }
  }

  /** The folder, or the nearest above it that is there. */
  public static Path existing(Path folder) {
    for (Path at = folder.toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.exists(at)) {
        return at;
      }
    }
    return Path.of(File.separator);
  }
}
