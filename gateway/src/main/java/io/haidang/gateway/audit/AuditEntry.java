package io.haidang.gateway.audit;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody did.
 *
 * @param type as its log has it, in lower case with hyphens, such as {@code target-approved}
 * @param actor display name, or {@code worker}
 * @param subject id of what it was done to
 * @param title of that, for people
 * @param office whose it is, or null when it is the whole house's
 * @param places numbers of segments, by their names in the log; never text of a document
 */
public record AuditEntry(
    Area area,
    String type,
    String actor,
    Instant at,
    String subject,
    String title,
    @Nullable String office,
    Map<String, Integer> places) {

  public AuditEntry {
    places = Map.copyOf(places);
  }
}
