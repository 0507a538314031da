package io.haidang.gateway.web.kit;

import java.util.regex.Pattern;

/** Where to go after a form; an address of another site never gets through. */
public final class LocalPath {

  /** No page has a longer one; the pattern takes stack for each character. */
  private static final int LONGEST = 500;

  private static final Pattern PATH =
      Pattern.compile("/(?:[A-Za-z0-9](?:[A-Za-z0-9/._~-]|%[0-9A-Fa-f]{2})*)?");

  private LocalPath() {}

  /** {@code wanted} when it is a path that this server may have, else the start page. */
  public static String of(String wanted) {
    return wanted.length() <= LONGEST && PATH.matcher(wanted).matches() ? wanted : "/";
  }
}
