package io.haidang.gateway.http.kit;

import io.haidang.models.ModelException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * Requests that a machine answers while a program waits: known answers at once, all others in a
 * line that is fair between keys.
 *
 * @param line where they wait
 * @param repeated answers that are known
 */
public record MachineCalls(FairLine line, RepeatedAnswers repeated) {

  public static MachineCalls of(Vertx vertx, HttpServices services) {
    return new MachineCalls(
        new FairLine(vertx), new RepeatedAnswers(services.allowances(), services.clock()));
  }

  /**
   * Runs a call on a thread that may block, when it is its turn.
   *
   * @param cost of its key's share, such as the length of its text
   * @param patience of whoever waits
   */
  public <T> Future<T> run(RoutingContext request, int cost, Duration patience, Callable<T> call) {
    return line.run(
        Entrance.key(request).id(),
        cost,
        patience,
        () -> {
          if (request.response().closed()) {
            throw new ModelException.Cancelled(); // The client has gone.
          }
          return call.call();
        });
  }
}
