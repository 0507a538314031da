package io.haidang.gateway.audit;

import com.fasterxml.jackson.core.type.TypeReference;
import io.haidang.gateway.audit.ChainReport.Flaw;
import io.haidang.gateway.audit.ChainReport.Kind;
import io.haidang.gateway.store.Json;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** One reading of the chain from its first link to its last; not thread-safe. */
final class ChainReading {

  private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {};

  private final Handle handle;
  private final List<Flaw> flaws = new ArrayList<>();
  private Optional<ChainHead> awaited;
  private Seal last = Seal.NONE;
  private long erased;
  private @Nullable Set<String> deletedTexts;

  /**
   * A reading that has not begun.
   *
   * @param noted a head that should come by
   */
  ChainReading(Handle handle, Optional<ChainHead> noted) {
    this.handle = handle;
    this.awaited = noted.filter(head -> head.position() > 0);
  }

  /** Reads the next links. */
  void read(List<Seal> seals) {
    Map<Area, Map<Long, LogEntry>> entries = entries(seals);
    for (Seal seal : seals) {
      if (!seal.follows(last)) {
        add(Kind.BROKEN, seal);
      }
      compare(seal, entries.getOrDefault(seal.area(), Map.of()).get(seal.entry()));
      last = seal;
      awaited = awaited.filter(head -> !head.equals(head()));
    }
  }

  private Map<Area, Map<Long, LogEntry>> entries(List<Seal> seals) {
    Map<Area, List<Long>> ids = new EnumMap<>(Area.class);
    seals.forEach(
        seal -> ids.computeIfAbsent(seal.area(), area -> new ArrayList<>()).add(seal.entry()));
    Map<Area, Map<Long, LogEntry>> entries = new HashMap<>();
    ids.forEach((area, some) -> entries.put(area, SealTable.entries(handle, area, some)));
    return entries;
  }

  private void compare(Seal seal, @Nullable LogEntry entry) {
    if (entry == null) {
      if (isDeleted(seal)) {
        erased++;
      } else {
        add(Kind.MISSING, seal);
      }
    } else if (!entry.digest().equals(seal.digest())) {
      add(Kind.CHANGED, seal);
    }
  }

  private void add(Kind kind, Seal seal) {
    if (flaws.size() < ChainReport.MOST_FLAWS) {
      flaws.add(new Flaw(kind, seal.position(), seal.area(), seal.entry()));
    }
  }

  private boolean isDeleted(Seal seal) {
    return seal.area() == Area.TEXT && deletedTexts().contains(seal.subject());
  }

  private Set<String> deletedTexts() {
    Set<String> deleted = deletedTexts;
    if (deleted == null) {
      deleted = new HashSet<>();
      for (String data : SealTable.deletions(handle)) {
        if (Json.read(data, DATA).get("targets") instanceof List<?> targets) {
          for (Object target : targets) {
            deleted.add(target.toString());
          }
        }
      }
      deletedTexts = deleted;
    }
    return deleted;
  }

  /** Where it has got to. */
  ChainHead head() {
    return new ChainHead(last.position(), last.chain());
  }

  long erased() {
    return erased;
  }

  /** What was found so far; a noted head that has not come by is one. */
  Stream<Flaw> flaws() {
    return Stream.concat(
        flaws.stream(),
        awaited.stream().map(head -> new Flaw(Kind.OTHER_HEAD, head.position(), null, 0)));
  }
}
