package io.haidang.gateway.mail;

import java.net.URI;

/**
 * To whom letters are handed.
 *
 * @param host empty when no letters are sent
 * @param user empty for none
 * @param password never shown
 * @param from the address of the desk
 * @param site where people find the pages, without a slash at its end
 */
public record MailServer(
    String host,
    int port,
    Security security,
    String user,
    String password,
    String from,
    String site) {

  /** No letters. */
  public static final MailServer OFF = new MailServer("", 587, Security.STARTTLS, "", "", "", "");

  /** How the connection is kept private. */
  public enum Security {
    /** It begins open, and nothing is said before it is private. */
    STARTTLS,
    /** It is private from the first byte. */
    TLS,
    /** It is not: for a server on the same machine. */
    NONE
  }

  public MailServer {
    site = site.endsWith("/") ? site.substring(0, site.length() - 1) : site;
  }

  public boolean isOff() {
    return host.isEmpty();
  }

  /** Whether links of letters can begin with {@code text}. */
  public static boolean isSite(String text) {
    try {
      URI address = URI.create(text);
      return text.matches("https?://\\S+") && address.getHost() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @Override
  public String toString() {
    return "MailServer[" + host + ":" + port + ", password ***]";
  }
}
