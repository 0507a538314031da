package io.haidang.gateway.audit;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A link of the chain.
 *
 * @param position from 1, without gaps
 * @param entry id in the log of {@code area}
 * @param subject what the entry is about
 * @param digest of the entry
 * @param chain digest of this link and of the chain before it
 */
record Seal(long position, Area area, long entry, String subject, String digest, String chain) {

  /** Before the first. */
  static final Seal NONE = new Seal(0, Area.AUDIT, 0, "", "", "");

  /** The link after this one. */
  Seal next(LogEntry sealed) {
    return next(sealed.area(), sealed.id(), sealed.subject(), sealed.digest());
  }

  Seal next(Area nextArea, long nextEntry, String nextSubject, String nextDigest) {
    String link =
        LogEntry.digest(
            chain,
            Long.toString(position + 1),
            nextArea.name(),
            Long.toString(nextEntry),
            nextSubject,
            nextDigest);
    return new Seal(position + 1, nextArea, nextEntry, nextSubject, nextDigest, link);
  }

  /** Whether it is what comes after {@code before}. */
  boolean follows(Seal before) {
    return equals(before.next(area, entry, subject, digest));
  }

  static Seal of(ResultSet row) throws SQLException {
    return new Seal(
        row.getLong("position"),
        Area.valueOf(row.getString("area")),
        row.getLong("entry_id"),
        row.getString("subject"),
        row.getString("digest"),
        row.getString("chain"));
  }
}
