package io.haidang.gateway.store;

import java.util.Locale;

/** Patterns of {@code lower(…) like … escape '!'} in SQL that find what people typed. */
public final class Like {

  private Like() {}

  /** What begins with {@code text}, in whatever case. */
  public static String beginningWith(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
  }

  /** What has {@code text} in it, in whatever case. */
  public static String containing(String text) {
    return "%" + beginningWith(text);
  }
}
