package io.haidang.gateway.http.kit;

import io.haidang.gateway.Sha256;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells whether a client has an answer already (RFC 9110, section 13). */
final class Validators {

  private static final int TAG_LENGTH = 32;

  /** The only form that a server may send; Java's own writes days without a leading zero. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private Validators() {}

  /** A strong tag: equal for equal bytes. */
  static String tag(Buffer body) {
    return '"' + Sha256.hex(body.getBytes()).substring(0, TAG_LENGTH) + '"';
  }

  static String date(Instant instant) {
    return DATE.format(instant);
  }

  /** Whether the client has what {@code headers} are of; a tag goes before a date. */
  static boolean match(HttpServerRequest request, Map<String, String> headers) {
    String tag = headers.get("ETag");
    String wanted = request.getHeader("If-None-Match");
    if (tag != null && wanted != null) {
      return Arrays.stream(wanted.split(",", -1))
          .map(each -> each.strip().replaceFirst("^W/", ""))
          .anyMatch(each -> each.equals(tag) || each.equals("*"));
    }
    return !isNewer(headers.get("Last-Modified"), request.getHeader("If-Modified-Since"));
  }

  private static boolean isNewer(@Nullable String changed, @Nullable String since) {
    if (changed == null || since == null) {
      return true;
    }
    try {
      return instant(changed).isAfter(instant(since));
    } catch (DateTimeException e) {
      return true;
    }
  }

  private static Instant instant(String date) {
    return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
        .toInstant()
        .truncatedTo(ChronoUnit.SECONDS);
  }
}
