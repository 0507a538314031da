package io.haidang.gateway.story;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.translation.review.Role;

/** Who may make and change stories. */
final class Editors {

  private Editors() {}

  static void require(Account account) {
    if (!account.has(Role.EDITOR) && !account.has(Role.REVIEWER)) {
      throw new GatewayException(
          ErrorCode.NOT_PERMITTED, "role: missing (expected: editor or reviewer)");
    }
  }
}
