package io.haidang.gateway.web.account;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.web.kit.Texts;
import java.util.Set;

/**
 * Why a form was refused, in words.
 *
 * @param status of the page that says so
 * @param message empty when nothing was refused
 */
record Problem(int status, String message) {

  static final Problem NONE = new Problem(200, "");

  /** What another try with the same form can mend. */
  private static final Set<ErrorCode> MENDABLE =
      Set.of(
          ErrorCode.INVALID_REQUEST,
          ErrorCode.GUESSABLE_PASSWORD,
          ErrorCode.LOGIN_TAKEN,
          ErrorCode.LAST_ADMINISTRATOR,
          ErrorCode.WRONG_CREDENTIALS);

  /**
   * What {@code failure} means to whoever has typed the form.
   *
   * @param unfit the key of what an {@code invalid-request} means there
   * @throws GatewayException {@code failure} itself, when the form cannot mend it
   */
  static Problem of(GatewayException failure, String unfit, Texts texts) {
    ErrorCode code = failure.code();
    if (!MENDABLE.contains(code)) {
      throw failure;
    }
    return switch (code) {
      case INVALID_REQUEST -> new Problem(422, texts.get(unfit));
      case GUESSABLE_PASSWORD -> new Problem(422, texts.get("account.password-guessable"));
      case WRONG_CREDENTIALS -> new Problem(422, texts.get("account.wrong-password"));
      default ->
          new Problem(
              409, texts.error(code.id() + ".meaning") + " " + texts.error(code.id() + ".action"));
    };
  }
}
