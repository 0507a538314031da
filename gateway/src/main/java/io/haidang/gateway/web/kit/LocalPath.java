package io.haidang.gateway.web.kit;

import java.util.regex.Pattern;

/** Where to go after a form; an address of another site never gets through. */
public final class LocalPath {

  private static final Pattern PATH =
      Pattern.compile("/(?:[A-Za-z0-9](?:[A-Za-z0-9/._~-]|%[0-9A-Fa-f]{2})*)?");

  private LocalPath() {}

  /** {@code wanted} when it is a path of this server, else the start page. */
  public static String of(String wanted) {
    return PATH.matcher(wanted).matches() ? wanted : "/";
  }
}
