package io.haidang.gateway.auth;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name with which somebody signs in.
 *
 * @param name lower case; letters, digits, dots, hyphens and underscores of ASCII, so that it can
 *     be typed on every keyboard and looks like no other
 */
record Login(String name) {

  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

  Login {
    name = name.strip().toLowerCase(Locale.ROOT);
    if (!FORM.matcher(name).matches()) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST,
          "login: unfit (expected: 1 to 64 of a–z, 0–9, dot, hyphen, underscore)");
    }
  }
}
