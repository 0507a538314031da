package io.haidang.gateway.http.kit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.Sha256;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.ApiKey;
import io.haidang.gateway.auth.Scope;
import io.haidang.gateway.limit.Allowances;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers at once what was asked before in the very same words, by the same account, on the same
 * day, with the official names and the memory as they are now. Portals ask for the same texts with
 * every page that they show; such a request is not even parsed. Characters are charged as ever.
 *
 * <p>A model that was replaced, or an engine that is back, is heard within a minute.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use; nothing in here blocks.
 */
public final class RepeatedAnswers {

  private static final String QUESTION = "question";
  private static final Duration LIFE = Duration.ofMinutes(1);
  private static final long MAX_BYTES = 16 << 20;

  /** What an answer takes beside its body. */
  private static final int OVERHEAD = 500;

  private final Allowances allowances;
  private final Clock clock;
  private final Cache<Question, Known> answers =
      Caffeine.newBuilder()
          .expireAfterWrite(LIFE)
          .maximumWeight(MAX_BYTES)
          .weigher((Question question, Known known) -> OVERHEAD + known.body().length())
          .build();

  public RepeatedAnswers(Allowances allowances, Clock clock) {
    this.allowances = allowances;
    this.clock = clock;
  }

  /**
   * A request, and what its answer depends on.
   *
   * @param digest of everything that was sent; a secret among it is not kept
   */
  private record Question(
      ByteBuffer digest, Account account, Set<Scope> scopes, DeskState state, LocalDate today) {}

  private record Known(Map<String, String> headers, Buffer body, long characters) {}

  /** Answers a request whose answer is known; lets others pass. */
  public void answer(RoutingContext request) {
    ApiKey key = Entrance.key(request);
    Question question = question(request, key);
    Known known = answers.getIfPresent(question);
    if (known == null) {
      request.put(QUESTION, question);
      request.next();
      return;
    }
    try {
      allowances.takeCharacters(key, known.characters());
    } catch (GatewayException usedUp) {
      request.fail(usedUp);
      return;
    }
    HttpServerResponse response = request.response();
    known.headers().forEach(response::putHeader);
    response.end(known.body());
  }

  /** Remembers the good answer to a request that {@link #answer} let pass, if it lasts. */
  public void keep(
      RoutingContext request, MachineAnswer<?> answer, Map<String, String> headers, Buffer body) {
    @Nullable Question question = request.get(QUESTION);
    if (question != null && answer.lasts()) {
      answers.put(question, new Known(headers, body, answer.characters()));
    }
  }

  private Question question(RoutingContext request, ApiKey key) {
    return new Question(
        ByteBuffer.wrap(digest(request)),
        key.account(),
        key.scopes(),
        Entrance.state(request),
        LocalDate.now(clock));
  }

  /** Of method, address, headers and body, none of which can be taken for a part of another. */
  private static byte[] digest(RoutingContext request) {
    HttpServerRequest http = request.request();
    StringBuilder head = new StringBuilder(http.method().name()).append(' ').append(http.uri());
    http.headers()
        .forEach(
            header ->
                head.append('\n').append(header.getKey()).append(':').append(header.getValue()));
    MessageDigest digest = Sha256.begin();
    digest.update(head.append("\n\n").toString().getBytes(StandardCharsets.UTF_8));
    http.formAttributes().forEach(field -> update(digest, field.getKey(), field.getValue()));
    Buffer body = request.body().buffer();
    return body == null ? digest.digest() : digest.digest(body.getBytes());
  }

  private static void update(MessageDigest digest, String name, String value) {
    digest.update(
        (name.length() + ":" + value.length() + ":" + name + value)
            .getBytes(StandardCharsets.UTF_8));
  }
}
