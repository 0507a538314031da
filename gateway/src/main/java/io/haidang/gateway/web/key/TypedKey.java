package io.haidang.gateway.web.key;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.PublicName;
import io.haidang.gateway.auth.ApiKeyEntry;
import io.haidang.gateway.auth.KeyLimits;
import io.haidang.gateway.auth.NewApiKey;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.auth.Scope;
import io.haidang.gateway.web.kit.DayField;
import io.haidang.gateway.web.kit.WebRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A key as somebody has typed it, right or wrong; fields that are empty mean no limit.
 *
 * @param expires the last day on which it is in force, in the office's time
 */
record TypedKey(
    String login,
    String name,
    Set<String> scopes,
    String requests,
    String characters,
    String documents,
    String concurrent,
    String expires) {

  /** A form that nobody has filled in. */
  static TypedKey empty() {
    return new TypedKey(
        "", "", names(Scope.ALL), "", "", "", text(KeyLimits.DEFAULT.concurrent()), "");
  }

  static TypedKey of(ApiKeyEntry entry) {
    KeyLimits limits = entry.key().limits();
    return new TypedKey(
        entry.key().account().login(),
        entry.key().name(),
        names(entry.key().scopes()),
        text(limits.requestsPerMinute()),
        text(limits.charactersPerMonth()),
        text(limits.documentsPerMonth()),
        text(limits.concurrent()),
        entry.expiresAt() == null
            ? ""
            : DayField.write(LocalDate.ofInstant(entry.expiresAt().minusSeconds(1), Office.ZONE)));
  }

  static TypedKey of(WebRequest request) {
    return new TypedKey(
        request.field("login").strip(),
        request.field("name").strip(),
        Set.copyOf(request.fields("scope")),
        request.field("requests").strip(),
        request.field("characters").strip(),
        request.field("documents").strip(),
        request.field("concurrent").strip(),
        request.field("expires").strip());
  }

  /** Every scope, in the order in which they are offered. */
  static List<Scope> offered() {
    return List.of(Scope.values());
  }

  private static Set<String> names(Set<Scope> scopes) {
    return scopes.stream().map(PublicName::of).collect(Collectors.toUnmodifiableSet());
  }

  private static String text(@Nullable Number number) {
    return number == null ? "" : number.toString();
  }

  boolean has(Scope scope) {
    return scopes.contains(PublicName.of(scope));
  }

  /**
   * The key that is meant.
   *
   * @throws GatewayException {@code invalid-request}
   */
  NewApiKey read(UUID account) {
    Long perMinute = number("requests", requests, 1, 1_000_000);
    Long atATime = number("concurrent", concurrent, 1, 10_000);
    return new NewApiKey(
        account,
        name,
        offered().stream().filter(this::has).collect(Collectors.toSet()),
        new KeyLimits(
            perMinute == null ? null : perMinute.intValue(),
            number("characters", characters, 0, 1_000_000_000_000L),
            number("documents", documents, 0, 1_000_000_000),
            atATime == null ? KeyLimits.DEFAULT.concurrent() : atATime.intValue()),
        expiry());
  }

  private static @Nullable Long number(String name, String text, long least, long most) {
    if (text.isEmpty()) {
      return null;
    }
    try {
      long number = Long.parseLong(text.replaceAll("[ .,\u00a0]", ""));
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below like a number out of range.
    }
    throw new GatewayException(
        ErrorCode.INVALID_REQUEST,
        name + ": no number (expected: " + least + " to " + most + ", or nothing)");
  }

  private @Nullable Instant expiry() {
    try {
      return expires.isEmpty()
          ? null
          : DayField.read(expires).plusDays(1).atStartOfDay(Office.ZONE).toInstant();
    } catch (DateTimeException e) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, "expires: no date (expected: such as 2026-12-31)");
    }
  }
}
