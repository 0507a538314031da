package io.haidang.gateway.http.kit;

import io.haidang.gateway.auth.ApiKey;
import io.haidang.gateway.auth.ApiKeys;
import io.haidang.gateway.limit.Allowances;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Looks keys up, for every request anew, so that a key that was revoked on any node opens nothing.
 * Requests that come while a statement is under way share the next one: however many there are, one
 * thread asks.
 *
 * <p>Used on one event loop.
 */
final class KeyDesk {

  private final ApiKeys keys;
  private final Allowances allowances;
  private final Blocking blocking;
  private List<Asked> waiting = new ArrayList<>();
  private boolean asking;

  KeyDesk(ApiKeys keys, Allowances allowances, Blocking blocking) {
    this.keys = keys;
    this.allowances = allowances;
    this.blocking = blocking;
  }

  private record Asked(String secret, Promise<Optional<ApiKey>> answer) {}

  /** The key with that secret; empty when it is unknown, revoked or expired. */
  Future<Optional<ApiKey>> find(String secret) {
    Promise<Optional<ApiKey>> answer = Promise.promise();
    waiting.add(new Asked(secret, answer));
    if (!asking) {
      ask();
    }
    return answer.future();
  }

  private void ask() {
    List<Asked> batch = waiting;
    waiting = new ArrayList<>();
    asking = true;
    blocking
        .run(() -> find(batch))
        .onComplete(
            result -> {
              asking = false;
              if (!waiting.isEmpty()) {
                ask();
              }
              batch.forEach(asked -> answer(asked, result.result(), result.cause()));
            });
  }

  private Map<String, ApiKey> find(List<Asked> batch) {
    Map<String, ApiKey> found =
        keys.find(batch.stream().map(Asked::secret).collect(Collectors.toSet()));
    allowances.know(found.values());
    return found;
  }

  private static void answer(Asked asked, Map<String, ApiKey> found, Throwable failure) {
    if (failure == null) {
      asked.answer().complete(Optional.ofNullable(found.get(asked.secret())));
    } else {
      asked.answer().fail(failure);
    }
  }
}
