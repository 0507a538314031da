package io.haidang.gateway.http.kit;

import io.haidang.gateway.Sha256;
import io.haidang.gateway.http.kit.RequestBodies.FormFile;
import io.haidang.gateway.repeat.GivenAnswer;
import io.haidang.gateway.repeat.RepeatableRequest;
import io.haidang.gateway.repeat.RepeatedRequests;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Does what a request asks for once, however often the request comes. */
final class OnceOnly {

  static final String HEADER = "Idempotency-Key";

  private static final String REPEATED = "Idempotent-Replayed";

  private OnceOnly() {}

  /**
   * Runs an operation, or gives the answer that it gave before. Blocking.
   *
   * @param address method, path and query of the request
   * @param isSafe whether the operation makes nothing twice under one {@link ApiCall#making}, so
   *     that a request whose process died in the middle may be done again
   */
  static Reply run(
      RepeatedRequests repeats,
      String key,
      String address,
      ApiCall call,
      boolean isSafe,
      Function<ApiCall, Reply> operation) {
    RepeatableRequest request =
        new RepeatableRequest(call.account().id(), key, digest(address, call));
    ApiCall named = call.making(id(request));
    if (isSafe && repeats.takeOver(request)) {
      return first(repeats, request, named, operation);
    }
    return repeats
        .begin(request)
        .map(OnceOnly::again)
        .orElseGet(() -> first(repeats, request, named, operation));
  }

  private static UUID id(RepeatableRequest request) {
    return UUID.nameUUIDFromBytes(request.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static Reply first(
      RepeatedRequests repeats,
      RepeatableRequest request,
      ApiCall call,
      Function<ApiCall, Reply> operation) {
    Reply reply;
    try {
      reply = operation.apply(call);
    } catch (RuntimeException e) {
      repeats.release(request);
      throw e;
    }
    repeats.finish(
        request, new GivenAnswer(reply.status(), reply.headers(), reply.body().getBytes()));
    return reply;
  }

  private static Reply again(GivenAnswer given) {
    return new Reply(given.status(), given.headers(), List.of(), Buffer.buffer(given.body()))
        .with(REPEATED, "true");
  }

  private static String digest(String address, ApiCall call) {
    MessageDigest digest = Sha256.begin();
    add(digest, address.getBytes(StandardCharsets.UTF_8));
    add(digest, call.bytes() == null ? new byte[0] : call.bytes().getBytes());
    add(digest, call.body().toBuffer().getBytes());
    call.files().all().forEach(file -> add(digest, file));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, FormFile file) {
    add(digest, file.field().getBytes(StandardCharsets.UTF_8));
    add(digest, file.name().getBytes(StandardCharsets.UTF_8));
    add(digest, file.content().getBytes());
  }

  /** Lengths keep parts apart. */
  private static void add(MessageDigest digest, byte[] part) {
    digest.update(Integer.toString(part.length).getBytes(StandardCharsets.US_ASCII));
    digest.update((byte) ':');
    digest.update(part);
  }
}
