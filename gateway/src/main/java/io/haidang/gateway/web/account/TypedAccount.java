package io.haidang.gateway.web.account;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.AccountForm;
import io.haidang.gateway.web.kit.WebRequest;
import io.haidang.translation.review.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An account as it was typed, right or wrong.
 *
 * @param roles by their public names
 */
record TypedAccount(String login, String displayName, String office, Set<String> roles) {

  TypedAccount {
    roles = Set.copyOf(roles);
  }

  /** A colleague of {@code keeper}'s office. */
  static TypedAccount empty(Account keeper) {
    return new TypedAccount("", "", keeper.office().name(), Set.of(PublicName.of(Role.EDITOR)));
  }

  static TypedAccount of(Account account) {
    return new TypedAccount(
        account.login(),
        account.displayName(),
        account.office().name(),
        account.roles().stream().map(PublicName::of).collect(Collectors.toSet()));
  }

  static TypedAccount of(WebRequest request) {
    return new TypedAccount(
        request.field("login"),
        request.field("displayName"),
        request.field("office"),
        Set.copyOf(request.fields("role")));
  }

  boolean has(Role role) {
    return roles.contains(PublicName.of(role));
  }

  static List<Role> offered() {
    return List.of(Role.values());
  }

  /**
   * What it says, if an account can be that.
   *
   * @throws io.haidang.gateway.GatewayException {@code invalid-request}
   */
  AccountForm form() {
    return AccountForm.of(
        displayName,
        office,
        Arrays.stream(Role.values()).filter(this::has).collect(Collectors.toSet()));
  }
}
