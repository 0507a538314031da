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
import java.util.function.Supplier;
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
  private final Supplier<DeskState> state;
  private final Blocking blocking;
  private List<Asked> waiting = new ArrayList<>();
  private boolean asking;

  KeyDesk(ApiKeys keys, Allowances allowances, Supplier<DeskState> state, Blocking blocking) {
    this.keys = keys;
    this.allowances = allowances;
    this.state = state;
    this.blocking = blocking;
  }

  private record Asked(String secret, Promise<Optional<Visitor>> answer) {}

  /**
   * Who has a key in force, and what the desk was like when the key was looked up.
   *
   * @param state not older than the request
   */
  record Visitor(ApiKey key, DeskState state) {}

  private record Found(Map<String, ApiKey> keys, DeskState state) {

    Optional<Visitor> visitor(String secret) {
      return Optional.ofNullable(keys.get(secret)).map(key -> new Visitor(key, state));
    }
  }

  /** The holder of a key; empty when the key is unknown, revoked or expired. */
  Future<Optional<Visitor>> find(String secret) {
    Promise<Optional<Visitor>> answer = Promise.promise();
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
            (found, failure) -> {
              asking = false;
              if (!waiting.isEmpty()) {
                ask();
              }
              for (Asked asked : batch) {
                asked
                    .answer()
                    .complete(found == null ? null : found.visitor(asked.secret()), failure);
              }
            });
  }

  private Found find(List<Asked> batch) {
    Map<String, ApiKey> found =
        keys.find(batch.stream().map(Asked::secret).collect(Collectors.toSet()));
    allowances.know(found.values());
    return new Found(found, state.get());
  }
}
