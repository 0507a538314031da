package io.haidang.gateway.web.kit;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import java.time.Duration;

/**
 * The cookies that pages set: out of reach for scripts and for other sites' forms, and only sent
 * over TLS once the browser has spoken TLS.
 */
public final class BrowserCookies {

  /** Who is signed in. */
  public static final String SESSION = "haidang_session";

  /** Ties the forms of a browser to it before anybody is signed in. */
  public static final String VISITOR = "haidang_visitor";

  /** Ties a visit to the provider to the browser that began it. */
  public static final String DEPARTED = "haidang_departed";

  /** Says that somebody came in by the provider; proves nothing. */
  public static final String PROVIDER = "haidang_provider";

  public static final String LANGUAGE = "haidang_language";

  public static final String THEME = "haidang_theme";

  private static final Duration A_YEAR = Duration.ofDays(365);

  private BrowserCookies() {}

  /** Lives until the browser is closed. */
  public static Cookie temporary(WebRequest request, String name, String value) {
    return Cookie.cookie(name, value)
        .setPath("/")
        .setHttpOnly(true)
        .setSameSite(CookieSameSite.LAX)
        .setSecure(request.secure());
  }

  public static Cookie lasting(WebRequest request, String name, String value) {
    return temporary(request, name, value).setMaxAge(A_YEAR.toSeconds());
  }

  public static Cookie removed(WebRequest request, String name) {
    return temporary(request, name, "").setMaxAge(0);
  }
}
