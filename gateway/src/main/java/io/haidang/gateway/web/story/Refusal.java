package io.haidang.gateway.web.story;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.draft.Uploads;
import io.haidang.gateway.web.kit.Texts;
import io.haidang.translation.document.DocumentException;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Why something was not done, in words, and the status that goes with it.
 *
 * @param message what it means and what to do; empty when it was done
 */
record Refusal(int status, String message) {

  static final Refusal NONE = new Refusal(200, "");

  /** Failures that have a page of their own, since the same form would fail again. */
  private static final Set<ErrorCode> ELSEWHERE =
      EnumSet.of(
          ErrorCode.INTERNAL,
          ErrorCode.NOT_FOUND,
          ErrorCode.NOT_PERMITTED,
          ErrorCode.NOT_SIGNED_IN,
          ErrorCode.INVALID_CSRF_TOKEN);

  /** Runs {@code change}; returns why it was refused, or null when it was done. */
  static @Nullable Refusal of(Texts texts, Runnable change) {
    return attempt(
            texts,
            () -> {
              change.run();
              return true;
            })
        .refusal();
  }

  /** What came of a change: a value, or why there is none. */
  record Result<T>(@Nullable T value, @Nullable Refusal refusal) {}

  /** Runs {@code change}; returns what it made, or why it was refused. */
  static <T> Result<T> attempt(Texts texts, Supplier<T> change) {
    try {
      return new Result<>(change.get(), null);
    } catch (DocumentException e) {
      return new Result<>(null, of(texts, Uploads.code(e.reason())));
    } catch (GatewayException e) {
      if (ELSEWHERE.contains(e.code())) {
        throw e;
      }
      return new Result<>(null, of(texts, e.code()));
    }
  }

  static Refusal of(Texts texts, ErrorCode code) {
    String message = texts.error(code.id() + ".meaning") + " " + texts.error(code.id() + ".action");
    boolean raced =
        code == ErrorCode.STALE_VERSION
            || code == ErrorCode.WRONG_STATE
            || code == ErrorCode.PRODUCT_STALE;
    return new Refusal(raced ? 409 : 422, message);
  }
}
