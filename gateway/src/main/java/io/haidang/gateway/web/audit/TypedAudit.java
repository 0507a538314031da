package io.haidang.gateway.web.audit;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.audit.Area;
import io.haidang.gateway.audit.AuditQuery;
import io.haidang.gateway.web.kit.DayField;
import io.haidang.gateway.web.kit.WebRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is looked for, as it was typed, right or wrong. */
record TypedAudit(
    String actor, String area, String subject, String from, String until, boolean machine) {

  static TypedAudit of(WebRequest request) {
    return new TypedAudit(
        request.parameter("actor"),
        request.parameter("area"),
        request.parameter("subject"),
        request.parameter("from"),
        request.parameter("until"),
        request.parameter("machine").equals("yes"));
  }

  /** Empty when a day is none, or the area unknown. */
  Optional<AuditQuery> query() {
    try {
      return Optional.of(
          new AuditQuery(actor, areaOrNull(), subject, day(from), day(until), machine));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private @Nullable Area areaOrNull() {
    return area.isEmpty() ? null : PublicName.constant(Area.class, area);
  }

  private static @Nullable LocalDate day(String typed) {
    return typed.isBlank() ? null : DayField.read(typed);
  }

  boolean isOf(Area candidate) {
    return area.equals(PublicName.of(candidate));
  }

  /** Another page of the same. */
  String href(String path, int page) {
    StringBuilder href = new StringBuilder(path).append("?page=").append(page);
    String[][] fields = {
      {"actor", actor}, {"area", area}, {"subject", subject}, {"from", from}, {"until", until}
    };
    Arrays.stream(fields)
        .filter(field -> !field[1].isBlank())
        .forEach(
            field ->
                href.append('&')
                    .append(field[0])
                    .append('=')
                    .append(URLEncoder.encode(field[1], StandardCharsets.UTF_8)));
    return machine ? href.append("&machine=yes").toString() : href.toString();
  }
}
