package io.haidang.gateway.engine;

import java.util.List;

/**
 * What has been changed about routes since the start.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> never; it is asked for each
 * text.
 */
@FunctionalInterface
public interface RouteControls {

  /** Everything is as it was configured. */
  RouteControls NONE = (route, engines) -> engines;

  /**
   * The engines of a route as they are asked now: those that are on, in the order in force.
   *
   * @param route its name, see {@link Route#name}
   * @param engines as configured
   */
  List<String> inForce(String route, List<String> engines);
}
