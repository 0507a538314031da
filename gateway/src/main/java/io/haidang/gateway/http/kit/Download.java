package io.haidang.gateway.http.kit;

import io.haidang.gateway.QuietFault;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Iterator;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that is made while it is sent: a piece is asked for when the client has taken the one
 * before, so that a slow client holds neither a thread nor much memory.
 *
 * @param name letters, digits, full stops and hyphens only
 * @param pieces may block
 */
public record Download(String name, String mediaType, Iterator<byte[]> pieces) {

  private static final Logger LOG = LoggerFactory.getLogger(Download.class);

  /**
   * Sends it; what fails in the middle breaks the connection, so that nobody takes a part for all.
   */
  public void send(RoutingContext request, Blocking blocking) {
    request
        .response()
        .setChunked(true)
        .putHeader("Content-Type", mediaType)
        .putHeader("Cache-Control", "no-store")
        .putHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    next(request.response(), blocking);
  }

  private void next(HttpServerResponse response, Blocking blocking) {
    blocking
        .run(() -> pieces.hasNext() ? Optional.of(pieces.next()) : Optional.<byte[]>empty())
        .onFailure(
            fault -> {
              LOG.warn("{} breaks off", name, QuietFault.of(fault));
              response.reset();
            })
        .onSuccess(piece -> write(piece, response, blocking));
  }

  private void write(Optional<byte[]> piece, HttpServerResponse response, Blocking blocking) {
    if (response.closed()) {
      return;
    }
    if (piece.isEmpty()) {
      response.end();
      return;
    }
    response.write(Buffer.buffer(piece.get()));
    if (response.writeQueueFull()) {
      response.drainHandler(drained -> next(response, blocking));
    } else {
      next(response, blocking);
    }
  }
}
