package io.haidang.gateway.web.kit;

import io.haidang.gateway.PublicName;
import java.util.Arrays;
import java.util.Optional;

/** Which colours the pages have. */
public enum Theme {
  /** As the browser is set. */
  SYSTEM,
  LIGHT,
  DARK;

  /** The one of that public name. */
  public static Optional<Theme> named(String name) {
    return Arrays.stream(values()).filter(theme -> PublicName.of(theme).equals(name)).findFirst();
  }

  /** What was chosen with this browser. */
  static Theme of(WebRequest request) {
    return request.cookie(BrowserCookies.THEME).flatMap(Theme::named).orElse(SYSTEM);
  }

  /** When the dark colours hold, as a media query. */
  String darkWhen() {
    return switch (this) {
      case SYSTEM -> "(prefers-color-scheme: dark)";
      case LIGHT -> "not all";
      case DARK -> "all";
    };
  }
}
