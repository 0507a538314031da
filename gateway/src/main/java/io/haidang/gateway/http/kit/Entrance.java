package io.haidang.gateway.http.kit;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.ApiKey;
import io.haidang.gateway.http.kit.KeyDesk.Visitor;
import io.haidang.gateway.limit.Allowances;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/**
 * The way in for programs: whose key it is, then the body. Whoever has no key is refused before
 * anything is read.
 */
public final class Entrance {

  private static final String KEY = "key";
  private static final String STATE = "state of the desk";

  private final KeyDesk keys;
  private final Allowances allowances;
  private final RequestBodies bodies;

  public Entrance(HttpServices services, RequestBodies bodies, Blocking blocking) {
    this.allowances = services.allowances();
    this.keys = new KeyDesk(services.accounts().apiKeys(), allowances, services::state, blocking);
    this.bodies = bodies;
  }

  /** The key that came with a request which {@link #keyed} has let in. */
  public static ApiKey key(RoutingContext request) {
    return request.get(KEY);
  }

  /** What the desk was like when the request came. */
  static DeskState state(RoutingContext request) {
    return request.get(STATE);
  }

  /** What reads bodies, for addresses that need no key. */
  public RequestBodies bodies() {
    return bodies;
  }

  /**
   * Lets requests pass that carry a key where {@code reader} looks for it; their bodies have been
   * read then. Others fail with {@code not-signed-in} (no key), {@code wrong-credentials}, {@code
   * too-many-requests}, or what {@link RequestBodies} refuses; the failure handler of the route
   * words that.
   */
  public Handler<RoutingContext> keyed(KeyReader reader) {
    return request -> {
      request.request().pause(); // What comes before somebody reads it would be lost.
      Optional<String> key = reader.head(request);
      if (key.isPresent()) {
        admit(request, key.get());
      } else if (reader.readsBodies()) {
        bodies
            .readOfUnknown(request)
            .onFailure(request::fail)
            .onSuccess(
                read ->
                    reader
                        .body(request)
                        .ifPresentOrElse(
                            secret -> admit(request, secret), () -> request.fail(missing(reader))));
      } else {
        request.fail(missing(reader));
      }
    };
  }

  private void admit(RoutingContext request, String secret) {
    keys.find(secret)
        .onFailure(request::fail)
        .onSuccess(
            visitor -> {
              if (visitor.isPresent()) {
                letIn(request, visitor.get());
              } else {
                request.fail(wrong());
              }
            });
  }

  private void letIn(RoutingContext request, Visitor visitor) {
    Answers.by(request, visitor.key().account());
    try {
      Runnable leave = allowances.enter(visitor.key());
      request.addEndHandler(answered -> leave.run());
    } catch (GatewayException tooMany) {
      request.fail(tooMany);
      return;
    }
    request.put(KEY, visitor.key());
    request.put(STATE, visitor.state());
    bodies.ofKnown(request);
  }

  private static GatewayException missing(KeyReader reader) {
    return new GatewayException(
        ErrorCode.NOT_SIGNED_IN,
        "Authorization: missing (expected: " + reader.schemes().get(0) + " KEY)");
  }

  private static GatewayException wrong() {
    return new GatewayException(
        ErrorCode.WRONG_CREDENTIALS,
        "Authorization: key unknown or revoked (expected: one that is in force)");
  }
}
