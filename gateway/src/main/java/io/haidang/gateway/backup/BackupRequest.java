package io.haidang.gateway.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * How another process asks the one that has the embedded database open for a backup: by files in
 * the folder of the database, which is for the account alone that the desk runs under. Whoever asks
 * writes {@code backup.request}; the server takes it by giving it another name, and leaves {@code
 * backup.answer}.
 *
 * <p><b>Thread-safety:</b> safe; of two who ask at once the second is refused. <b>Blocking:</b>
 * files.
 */
public final class BackupRequest {

  private static final String DONE = "done";

  private final Path asked;
  private final Path taken;
  private final Path answer;

  /** Requests to whoever has the database in {@code folder} open. */
  public BackupRequest(Path folder) {
    asked = folder.resolve("backup.request");
    taken = folder.resolve("backup.taken");
    answer = folder.resolve("backup.answer");
  }

  /**
   * Asks for a backup.
   *
   * @param file where to, absolute
   * @throws BackupException when another one has been asked for
   */
  public void ask(Path file) throws IOException {
    if (Files.exists(taken)) {
      throw underWay();
    }
    Files.deleteIfExists(answer);
    Path draft = Files.createTempFile(asked.resolveSibling(""), "backup", ".part");
    try {
      Files.writeString(draft, file.toString(), StandardCharsets.UTF_8);
      Files.createLink(asked, draft); // Whole at once, and never over another one.
    } catch (FileAlreadyExistsException e) {
      throw underWay();
    } finally {
      Files.delete(draft);
    }
  }

  private static BackupException underWay() {
    return new BackupException(
        "backup: another one is under way (expected: one at a time; if there is none, delete"
            + " backup.request and backup.taken in the data folder)");
  }

  /** Takes the request back, unless the server has taken it. */
  public boolean withdraw() throws IOException {
    return Files.deleteIfExists(asked);
  }

  /**
   * Whether the backup has been written; false as long as it is under way.
   *
   * @throws BackupException with what the server says when it could not be written
   */
  public boolean isDone() throws IOException {
    if (Files.notExists(answer)) {
      requireUnderWay();
      return false;
    }
    String text = Files.readString(answer);
    Files.delete(answer);
    if (!text.equals(DONE)) {
      throw new BackupException(text);
    }
    return true;
  }

  /** A request goes from one name to the next, so it is looked for in that order. */
  private void requireUnderWay() {
    if (Files.notExists(asked) && Files.notExists(taken) && Files.notExists(answer)) {
      throw new BackupException("backup: given up by the server (expected: its log says why)");
    }
  }

  /** The file that somebody has asked for; nobody else takes the same request. */
  Optional<Path> take() throws IOException {
    if (Files.notExists(asked)) {
      return Optional.empty();
    }
    Path file = Path.of(Files.readString(asked)); // One that cannot be read stays, to be withdrawn.
    Files.move(asked, taken, StandardCopyOption.ATOMIC_MOVE);
    return Optional.of(file);
  }

  /** Answers the request that was taken. */
  void done() throws IOException {
    answer(DONE);
  }

  /** Answers it with what went wrong. */
  void failed(String why) throws IOException {
    answer(why);
  }

  private void answer(String text) throws IOException {
    try {
      Files.writeString(taken, text);
      Files.move(taken, answer, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Files.deleteIfExists(
          taken); // A full disk, say: whoever waits sees that nothing is under way.
      throw e;
    }
  }

  /** Forgets a request that a server took which has died since. */
  void forget() throws IOException {
    Files.deleteIfExists(taken);
  }
}
