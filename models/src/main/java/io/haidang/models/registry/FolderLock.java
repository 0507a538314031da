package io.haidang.models.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A hold on a folder of models that other processes respect: {@code models add} is another one than
 * the server. A process that dies lets go.
 */
final class FolderLock implements AutoCloseable {

  /** What is held; each has a file of its own, for closing a file lets go of all locks on it. */
  enum Part {
    /** Installing: one at a time, as long as it takes. */
    INSTALLING,
    /** Moving models about, or looking at what there is: a moment. */
    CONTENTS;

    private Path in(Path folder) {
      return folder.resolve(name().toLowerCase(Locale.ROOT) + ".lock");
    }
  }

  /** The system keeps only processes apart. */
  private static final ReentrantLock IN_THIS_PROCESS = new ReentrantLock();

  private final FileChannel channel;
  private final Runnable release;

  private FolderLock(FileChannel channel, Runnable release) {
    this.channel = channel;
    this.release = release;
  }

  /** The whole of it; empty while anybody has some. */
  static Optional<FolderLock> tryOwn(Path folder, Part part) throws IOException {
    FileChannel channel = writable(folder, part);
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // This very process has it.
    } finally {
      if (lock == null) {
        channel.close();
      }
    }
    return lock == null ? Optional.empty() : Optional.of(new FolderLock(channel, () -> {}));
  }

  /** Waits for the whole of it; the same thread closes it. */
  static FolderLock own(Path folder, Part part) throws IOException {
    return await(writable(folder, part), false);
  }

  /**
   * Waits for a share, which other processes may have too; the same thread closes it. Empty when
   * nobody has ever held it. Writes nothing.
   */
  static Optional<FolderLock> share(Path folder, Part part) throws IOException {
    return Files.exists(part.in(folder))
        ? Optional.of(await(FileChannel.open(part.in(folder), StandardOpenOption.READ), true))
        : Optional.empty();
  }

  private static FileChannel writable(Path folder, Part part) throws IOException {
    return FileChannel.open(part.in(folder), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private static FolderLock await(FileChannel channel, boolean shared) throws IOException {
    FolderLock lock = new FolderLock(channel, IN_THIS_PROCESS::unlock);
    IN_THIS_PROCESS.lock();
    try {
      channel.lock(0, Long.MAX_VALUE, shared);
      return lock;
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      release.run();
    }
  }
}
