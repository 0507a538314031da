package io.haidang.gateway.oidc;

import io.haidang.gateway.auth.Office;
import io.haidang.translation.review.Role;
import java.net.URI;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Where people sign in beside local accounts, and who they are here.
 *
 * @param issuer of the provider, exactly as it says itself
 * @param client the name under which it knows this desk
 * @param secret of the client; empty for a public client. Never shown
 * @param makes whether people without an account get one
 * @param loginClaim holds the login
 * @param groupsClaim lists groups
 * @param officeClaim names the office; empty for {@code office}
 * @param office of those whose claims name none
 * @param roles by group; empty when the accounts' own roles count
 */
public record OidcSettings(
    URI issuer,
    String client,
    String secret,
    boolean makes,
    String loginClaim,
    String groupsClaim,
    String officeClaim,
    Office office,
    Map<String, Set<Role>> roles) {

  /**
   * Checks what would let strangers in.
   *
   * @throws IllegalArgumentException for an issuer without TLS on another machine, an empty client,
   *     or accounts that would be made without a role
   */
  public OidcSettings {
    roles = Map.copyOf(roles);
    if (!isSafe(issuer)) {
      throw new IllegalArgumentException(
          "oidc.issuer: unfit (expected: https://…, or http:// on this machine)");
    }
    if (client.isBlank()) {
      throw new IllegalArgumentException("oidc.client: empty (expected: the name of this desk)");
    }
    if (makes && roles.isEmpty()) {
      throw new IllegalArgumentException(
          "oidc.roles: empty (expected: GROUP=ROLE, since oidc.accounts is make)");
    }
  }

  /** Over TLS, or without leaving this machine. */
  static boolean isSafe(URI address) {
    String host = address.getHost();
    return host != null
        && address.getUserInfo() == null
        && ("https".equals(address.getScheme())
            || ("http".equals(address.getScheme())
                && Set.of("127.0.0.1", "localhost", "[::1]").contains(host)));
  }

  /**
   * Reads {@code GROUP=ROLE} with commas between; a group may come twice.
   *
   * @throws IllegalArgumentException for what is none
   */
  public static Map<String, Set<Role>> roles(String text) {
    Map<String, Set<Role>> roles = new HashMap<>();
    for (String pair : text.split(",", -1)) {
      int equals = pair.lastIndexOf('=');
      if (!pair.isBlank()) {
        if (equals < 1) {
          throw new IllegalArgumentException("oidc.roles: no pair (expected: GROUP=ROLE)");
        }
        Role role = Role.valueOf(pair.substring(equals + 1).strip().toUpperCase(Locale.ROOT));
        roles.merge(pair.substring(0, equals).strip(), Set.of(role), OidcSettings::union);
      }
    }
    return roles;
  }

  private static Set<Role> union(Set<Role> some, Set<Role> more) {
    Set<Role> all = EnumSet.copyOf(some);
    all.addAll(more);
    return Set.copyOf(all);
  }

  @Override
  public String toString() {
    return "OidcSettings[" + issuer + ", secret ***]";
  }
}
