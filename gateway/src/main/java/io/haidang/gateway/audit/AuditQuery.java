package io.haidang.gateway.audit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for.
 *
 * @param actor part of a display name, in whatever case; empty for everybody
 * @param area or null for all
 * @param subject part of a title, or a whole id; empty for everything
 * @param from first day where the office is, or null
 * @param until last day, or null
 * @param machine whether to show what the server did by itself, too
 */
public record AuditQuery(
    String actor,
    @Nullable Area area,
    String subject,
    @Nullable LocalDate from,
    @Nullable LocalDate until,
    boolean machine) {

  private static final int LONGEST = 200;

  /** Everything that people did. */
  public static final AuditQuery ALL = new AuditQuery("", null, "", null, null, false);

  /** Takes what was typed; what is too long is cut, since nothing can be called that. */
  public AuditQuery {
    actor = cut(actor.strip());
    subject = cut(subject.strip());
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(text.length(), LONGEST));
  }
}
