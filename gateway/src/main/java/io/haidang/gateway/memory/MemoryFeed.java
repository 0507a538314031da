package io.haidang.gateway.memory;

import com.fasterxml.jackson.core.type.TypeReference;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.store.Json;
import io.haidang.models.LanguagePair;
import io.haidang.translation.check.Finding;
import io.haidang.translation.check.Severity;
import io.haidang.translation.document.InlineCodes;
import io.haidang.translation.memory.MemoryEntry;
import io.haidang.translation.memory.MemoryOrigin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/**
 * Has the memory follow what people sign off, in the transaction in which they do it: the segments
 * of a text are in it exactly as long as the text stands approved.
 *
 * <p><b>Thread-safety:</b> no state. <b>Blocking:</b> SQL.
 */
public final class MemoryFeed {

  private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};

  private MemoryFeed() {}

  private record Segment(int index, String source, String target, Set<String> errors) {

    /** Numbers alone need no memory, and nothing helps nobody. */
    boolean isWorthKeeping() {
      return !target.isBlank() && InlineCodes.strip(source).chars().anyMatch(Character::isLetter);
    }
  }

  /**
   * Takes the segments of a translation in that somebody has just signed off.
   *
   * @param person the approver's name
   * @param release of the glossary in force
   */
  public static void approve(
      Handle handle, Target target, String person, String release, Instant at) {
    retire(handle, target.id());
    List<Segment> segments = segments(handle, target.id());
    List<Segment> kept = segments.stream().filter(Segment::isWorthKeeping).toList();
    if (kept.isEmpty()) {
      return;
    }
    long number = MemoryTable.numbers(handle, kept.size());
    List<MemoryEntry> entries = new ArrayList<>();
    for (Segment segment : kept) {
      entries.add(
          new MemoryEntry(
              number++,
              new LanguagePair(target.asset().sourceLanguage(), target.language()),
              segment.source(),
              segment.target(),
              source(segments, segment.index() - 1),
              source(segments, segment.index() + 1),
              "",
              target.asset().sensitivity().name(),
              new MemoryOrigin(
                  MemoryOrigin.Kind.APPROVED,
                  target.id().toString(),
                  segment.index(),
                  person,
                  at,
                  release,
                  segment.errors())));
    }
    MemoryTable.insert(handle, entries);
  }

  /** Takes the segments of a translation out that is no longer approved. */
  public static void retire(Handle handle, UUID target) {
    MemoryTable.withdraw(handle, MemoryTable.ofTarget(handle, target));
  }

  /**
   * The sources before a segment, of it, and behind; empty where the document ends, and nothing at
   * all when there is no such segment.
   */
  static List<String> around(Handle handle, UUID target, int index) {
    Map<Integer, String> sources =
        handle
            .createQuery(
                "select idx, source from segment where target_id = :target"
                    + " and idx between :before and :after")
            .bind("target", target)
            .bind("before", index - 1)
            .bind("after", index + 1)
            .map((row, context) -> Map.entry(row.getInt("idx"), row.getString("source")))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return sources.containsKey(index)
        ? IntStream.rangeClosed(index - 1, index + 1)
            .mapToObj(i -> sources.getOrDefault(i, ""))
            .toList()
        : List.of();
  }

  private static String source(List<Segment> segments, int index) {
    return index >= 0 && index < segments.size() ? segments.get(index).source() : "";
  }

  private static List<Segment> segments(Handle handle, UUID target) {
    return handle
        .createQuery(
            "select idx, source, target, findings from segment where target_id = :target"
                + " order by idx")
        .bind("target", target)
        .map(
            (row, context) ->
                new Segment(
                    row.getInt("idx"),
                    row.getString("source"),
                    row.getString("target"),
                    errors(row.getString("findings"))))
        .list();
  }

  private static Set<String> errors(String findings) {
    return Json.read(findings, FINDINGS).stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .map(Finding::check)
        .collect(Collectors.toUnmodifiableSet());
  }
}
