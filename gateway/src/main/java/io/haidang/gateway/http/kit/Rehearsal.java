package io.haidang.gateway.http.kit;

import io.haidang.gateway.auth.ApiKey;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.Route;
import java.time.Duration;

/**
 * Plays failures that a client asks for by headers, so that it can try how it copes. Used on one
 * event loop, but for what reads headers alone.
 */
public interface Rehearsal {

  /** Adds what comes before the operations of a dialect. */
  void precede(Route all, Blocking blocking);

  /** How long a document is to seem to wait. */
  Duration queueing(MultiMap headers);

  /** How long it is to seem to be translated after that. */
  Duration translating(MultiMap headers);

  /** Whether the next document is to fail. */
  boolean failsDocument(MultiMap headers);

  /** Whether the limit of documents is to be told as that of a team. */
  boolean isTeam(ApiKey key);
}
