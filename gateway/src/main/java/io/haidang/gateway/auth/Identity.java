package io.haidang.gateway.auth;

import io.haidang.translation.review.Role;
import java.util.Set;

/**
 * A person as a provider knows them, who has proved it there.
 *
 * @param issuer the provider
 * @param subject never changes and is never given to somebody else
 * @param login as the provider has it; may be anything
 * @param displayName may be empty
 * @param roles of the groups; empty when the account's own roles count
 */
public record Identity(
    String issuer,
    String subject,
    String login,
    String displayName,
    Office office,
    Set<Role> roles) {

  public Identity {
    roles = Set.copyOf(roles);
  }
}
