package io.haidang.gateway.memory;

import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.TargetTable;
import io.haidang.gateway.store.Database;
import io.haidang.translation.memory.IndexedMemory;
import io.haidang.translation.memory.LuceneIndex;
import io.haidang.translation.memory.MemoryEntries;
import io.haidang.translation.memory.MemoryEntry;
import io.haidang.translation.memory.MemoryIndex;
import io.haidang.translation.memory.MemoryMatch;
import io.haidang.translation.memory.MemoryQuery;
import io.haidang.translation.memory.TranslationMemory;
import io.haidang.translation.review.TargetState;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * The memory of the desk: entries in SQL, an index of them in a folder of this node.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL and files. <b>Owns:</b>
 * the index, until {@link #close}.
 */
public final class DeskMemory implements TranslationMemory, AutoCloseable {

  private static final Set<TargetState> SIGNED_OFF =
      Arrays.stream(TargetState.values())
          .filter(TargetState::isSignedOff)
          .collect(Collectors.toUnmodifiableSet());

  private final String name;
  private final MemoryIndex index;
  private final MemoryFollower follower;
  private final TranslationMemory indexed;

  private DeskMemory(Database database, String name, MemoryIndex index) {
    this.name = name;
    this.index = index;
    this.follower = new MemoryFollower(database, index);
    this.indexed = new IndexedMemory(new Entries(database), index);
  }

  /**
   * Opens the memory, and has its index follow what happened since it was closed or its process was
   * killed. An index that is missing, damaged or of another database is made anew meanwhile.
   *
   * @param folder of the index; no other process may have it open
   */
  public static DeskMemory open(Database database, Path folder, Clock clock) {
    String name = name(database, clock);
    DeskMemory memory = new DeskMemory(database, name, LuceneIndex.open(folder, name));
    memory.follower.start();
    return memory;
  }

  /** Tells this database from every other, whatever addresses it has. */
  public String name() {
    return name;
  }

  /** The name of the memory; a new one is given what was signed off before there was any. */
  private static String name(Database database, Clock clock) {
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              if (MemoryTable.begin(handle, UUID.randomUUID().toString())) {
                new TargetTable(clock)
                    .inStates(handle, SIGNED_OFF)
                    .forEach(target -> feed(handle, target));
              }
              return MemoryTable.head(handle).name();
            });
  }

  private static void feed(Handle handle, Target target) {
    String approver = Objects.requireNonNullElse(target.approvedBy(), "");
    MemoryFeed.approve(handle, target, approver, "", target.updatedAt());
  }

  /** The entries in SQL. */
  private record Entries(Database database) implements MemoryEntries {

    @Override
    public List<MemoryEntry> withKey(long key, int most) {
      return database.jdbi().withHandle(handle -> MemoryTable.withKey(handle, key, most));
    }

    @Override
    public List<MemoryEntry> all(Collection<Long> ids) {
      return database.jdbi().withHandle(handle -> MemoryTable.all(handle, ids));
    }
  }

  /** What was approved before this call is found. */
  @Override
  public List<MemoryMatch> find(MemoryQuery query) {
    follower.freshen();
    return indexed.find(query);
  }

  /** Brings the index up to date now, however long that takes. */
  public void follow() {
    follower.follow();
  }

  /** Has it brought up to date on a thread of its own, while more comes in. */
  public void followSoon() {
    follower.start();
  }

  /** Brings the index up to date, and leaves nothing in it of what was withdrawn. */
  public void forget() {
    follower.purge();
  }

  /** Makes the index anew from the entries. */
  public void rebuild() {
    follower.rebuild();
  }

  /** The index, with what was approved before this call. */
  public MemoryIndex index() {
    follower.freshen();
    return index;
  }

  MemoryFollower follower() {
    return follower;
  }

  @Override
  public void close() {
    follower.close();
    index.close();
  }
}
