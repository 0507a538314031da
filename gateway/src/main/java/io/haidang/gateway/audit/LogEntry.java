package io.haidang.gateway.audit;

import io.haidang.gateway.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/** An entry of a log, as far as it is sealed. */
record LogEntry(
    Area area, long id, String subject, String type, String actor, Instant at, String details) {

  static LogEntry of(Area area, ResultSet row) throws SQLException {
    return new LogEntry(
        area,
        row.getLong("id"),
        row.getString("subject"),
        row.getString("type"),
        row.getString("actor"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("details"));
  }

  /** The same on every database, whatever time zone it tells times in. */
  String digest() {
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, at);
    return digest(
        area.name(), Long.toString(id), subject, type, actor, Long.toString(micros), details);
  }

  /** Of several texts, none of which can borrow from the next. */
  static String digest(String... parts) {
    MessageDigest digest = Sha256.begin();
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
      digest.update(bytes);
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
