package io.haidang.gateway.web.release;

import io.haidang.gateway.web.release.ImportRun.Phase;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Uploaded lists that are being looked at, one for each account, in memory: an upload is no truth
 * of ours until it is proposed, and after a restart the file is chosen again.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use.
 */
final class ImportRuns {

  /** Each may hold a file of 32 MiB. */
  private static final int MOST_RUNS = 4;

  private static final Duration KEPT = Duration.ofMinutes(30);

  private final Map<UUID, ImportRun> byAccount = new HashMap<>();
  private final Clock clock;

  ImportRuns(Clock clock) {
    this.clock = clock;
  }

  /**
   * Keeps a new upload in place of the account's earlier one; empty while that is being read or
   * proposed, or others fill the room.
   */
  synchronized Optional<ImportRun> start(
      UUID account, String fileName, byte[] file, ListFormat format) {
    forgetOld();
    ImportRun earlier = byAccount.get(account);
    int others = byAccount.size() - (earlier == null ? 0 : 1);
    if (others >= MOST_RUNS || (earlier != null && earlier.state().phase() == Phase.WORKING)) {
      return Optional.empty();
    }
    ImportRun run = new ImportRun(fileName, file, format, clock.instant());
    byAccount.put(account, run);
    return Optional.of(run);
  }

  /** The upload of an account; empty when there is none, or it was too long ago. */
  synchronized Optional<ImportRun> find(UUID account) {
    forgetOld();
    return Optional.ofNullable(byAccount.get(account));
  }

  synchronized void forget(UUID account) {
    byAccount.remove(account);
  }

  private void forgetOld() {
    byAccount
        .values()
        .removeIf(run -> Duration.between(run.started(), clock.instant()).compareTo(KEPT) > 0);
  }
}
