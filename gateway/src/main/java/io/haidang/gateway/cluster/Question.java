package io.haidang.gateway.cluster;

import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Something that any node behind an address can answer. It may be sent more than once; the first
 * answer counts.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use.
 */
final class Question {

  private final EventBus bus;
  private final String address;
  private final JsonObject body;
  private final DeliveryOptions options;
  private final CompletableFuture<Optional<JsonObject>> answer = new CompletableFuture<>();

  /**
   * A question that is not asked yet.
   *
   * @param options how it is sent each time, and how long an answer may take
   */
  Question(EventBus bus, String address, JsonObject body, DeliveryOptions options) {
    this.bus = bus;
    this.address = address;
    this.body = body;
    this.options = options;
  }

  /** Empty when nobody answers to the address, or not in time. */
  CompletableFuture<Optional<JsonObject>> answer() {
    return answer;
  }

  /** Takes silence for the answer that there is nobody; one that comes later is passed over. */
  void giveUpAfter(Duration silence) {
    answer.completeOnTimeout(Optional.empty(), silence.toMillis(), TimeUnit.MILLISECONDS);
  }

  void send() {
    bus.<JsonObject>request(address, body, options)
        .onSuccess(reply -> answer.complete(Optional.of(reply.body())))
        .onFailure(this::missed);
  }

  private void missed(Throwable failure) {
    if (failure instanceof ReplyException reply
        && reply.failureType() != ReplyFailure.RECIPIENT_FAILURE) {
      answer.complete(Optional.empty());
    } else {
      answer.completeExceptionally(failure);
    }
  }
}
