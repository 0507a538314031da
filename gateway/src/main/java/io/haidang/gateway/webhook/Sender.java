package io.haidang.gateway.webhook;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Sends messages. The name of a receiver is looked up once for each try, its addresses are held
 * against the rules, and the connection goes to one of those, so that a name which leads elsewhere
 * a moment later leads nowhere. Redirects are not followed; of an answer only the status and {@code
 * Retry-After} are read, then the connection is closed.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> {@link #send}, for a limited
 * time. <b>Owns:</b> its client, until {@link #close}.
 */
final class Sender implements AutoCloseable {

  private static final int CONNECT_MILLIS = 5_000;
  private static final int MOST_HEADER_BYTES = 8_192;

  private final HttpClient client;
  private final AddressRules rules;
  private final HostLookup lookup;
  private final Duration patience;
  private final Clock clock;

  /**
   * A sender.
   *
   * @param patience from the connection to the answer
   */
  Sender(Vertx vertx, AddressRules rules, HostLookup lookup, Duration patience, Clock clock) {
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setKeepAlive(false)
                .setVerifyHost(true)
                .setMaxHeaderSize(MOST_HEADER_BYTES)
                .setConnectTimeout(CONNECT_MILLIS)
                .setIdleTimeout((int) patience.toMillis())
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS));
    this.rules = rules;
    this.lookup = lookup;
    this.patience = patience;
    this.clock = clock;
  }

  /** Where and with which secrets. */
  record Receiver(URI url, WebhookTable.Secrets secrets) {}

  /** Sends a message once; whatever goes wrong is in the answer. */
  Receipt send(Receiver receiver, Message message) {
    long start = System.nanoTime();
    try {
      List<InetAddress> addresses = lookup.of(ReceiverUrl.host(receiver.url()));
      if (!ReceiverUrl.isAllowed(receiver.url(), addresses, rules)) {
        return receipt(Outcome.NOT_ALLOWED, start);
      }
      Answer answer = post(receiver, addresses.get(0), message);
      return new Receipt(
          Receipt.outcome(answer.status()), answer.status(), millis(start), answer.retryAfter());
    } catch (UnknownHostException e) {
      return receipt(Outcome.UNREACHABLE, start);
    } catch (TimeoutException e) {
      return receipt(Outcome.TIMED_OUT, start);
    } catch (ExecutionException e) {
      return receipt(outcome(e), start);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped", e);
    }
  }

  private static Receipt receipt(Outcome outcome, long start) {
    return new Receipt(outcome, null, millis(start), Duration.ZERO);
  }

  private static Outcome outcome(ExecutionException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SSLException) {
        return Outcome.NOT_TRUSTED;
      }
    }
    return Outcome.UNREACHABLE;
  }

  /** What of an answer is of any account. */
  private record Answer(int status, Duration retryAfter) {}

  private Answer post(Receiver receiver, InetAddress address, Message message)
      throws ExecutionException, InterruptedException, TimeoutException {
    AtomicReference<@Nullable HttpClientRequest> open = new AtomicReference<>();
    String body = message.body();
    Future<Answer> answer =
        client
            .request(options(receiver, address, message, body))
            .compose(
                request -> {
                  open.set(request);
                  return request.send(body).map(response -> answer(response));
                });
    try {
      return answer
          .toCompletionStage()
          .toCompletableFuture()
          .get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      HttpClientRequest request = open.get();
      if (request != null) {
        request.connection().close();
      }
    }
  }

  private static Answer answer(HttpClientResponse response) {
    response.exceptionHandler(closed -> {}).pause(); // Nobody reads the rest.
    return new Answer(response.statusCode(), seconds(response.getHeader("Retry-After")));
  }

  /** A date would need the clock of the receiver; then our own plan is as good. */
  private static Duration seconds(@Nullable String retryAfter) {
    return retryAfter != null && retryAfter.matches("\\d{1,6}")
        ? Duration.ofSeconds(Long.parseLong(retryAfter))
        : Duration.ZERO;
  }

  private RequestOptions options(
      Receiver receiver, InetAddress address, Message message, String body) {
    URI url = receiver.url();
    int port = ReceiverUrl.port(url);
    Instant now = clock.instant();
    return new RequestOptions()
        .setMethod(HttpMethod.POST)
        .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
        .setHost(ReceiverUrl.host(url))
        .setPort(port)
        .setSsl(ReceiverUrl.isSecure(url))
        .setURI(ReceiverUrl.resource(url))
        .setFollowRedirects(false)
        .putHeader("Content-Type", "application/json")
        .putHeader("User-Agent", "HaiDang-Webhooks/1")
        .putHeader("webhook-id", message.id())
        .putHeader("webhook-timestamp", String.valueOf(now.getEpochSecond()))
        .putHeader("webhook-signature", signatures(receiver.secrets(), message.id(), now, body));
  }

  /** One for each secret that the receiver may know. */
  private static String signatures(
      WebhookTable.Secrets secrets, String id, Instant now, String body) {
    return Stream.of(Optional.of(secrets.present()), Optional.ofNullable(secrets.old()))
        .flatMap(Optional::stream)
        .map(secret -> secret.sign(id, now.getEpochSecond(), body))
        .collect(Collectors.joining(" "));
  }

  private static long millis(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }

  @Override
  public void close() {
    client.close().toCompletionStage().toCompletableFuture().join();
  }
}
