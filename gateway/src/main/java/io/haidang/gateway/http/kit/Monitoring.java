package io.haidang.gateway.http.kit;

import io.haidang.gateway.health.HealthSource;
import io.haidang.gateway.traces.Tracer;

/**
 * What watches the HTTP side.
 *
 * @param health whether the node can do its work
 * @param requests told of every request
 * @param tracer follows every request
 */
public record Monitoring(HealthSource health, RequestListener requests, Tracer tracer) {

  /** Nobody watches, such as in a test of something else. */
  public static final Monitoring NONE =
      new Monitoring(HealthSource.NOTHING_TO_CHECK, RequestListener.NONE, Tracer.NONE);
}
