package io.haidang.translation.memory;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;

/** Entries that are kept as long as the process lives. */
final class MapEntries implements MemoryEntries {

  private final Map<Long, MemoryEntry> entries = new ConcurrentSkipListMap<>();

  void put(MemoryEntry entry) {
    entries.put(entry.id(), entry);
  }

  void remove(long id) {
    entries.remove(id);
  }

  List<MemoryEntry> all() {
    return List.copyOf(entries.values());
  }

  @Override
  public List<MemoryEntry> withKey(long key, int most) {
    return entries.values().stream()
        .filter(entry -> SegmentKey.of(entry.pair(), entry.source()) == key)
        .sorted(Comparator.comparingLong(MemoryEntry::id).reversed())
        .limit(most)
        .toList();
  }

  @Override
  public List<MemoryEntry> all(Collection<Long> ids) {
    return ids.stream().map(entries::get).filter(Objects::nonNull).toList();
  }
}
