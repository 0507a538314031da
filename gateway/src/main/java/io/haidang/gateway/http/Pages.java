package io.haidang.gateway.http;

import io.haidang.gateway.http.kit.Blocking;
import io.haidang.gateway.http.kit.HttpServices;
import io.haidang.gateway.http.kit.LogWatch;
import io.haidang.gateway.http.kit.RequestBodies;
import io.vertx.ext.web.Router;

/** What people see in a browser; it shares server, limits and headers with the API. */
@FunctionalInterface
public interface Pages {

  /**
   * Adds the routes of the pages; called once, before the server listens.
   *
   * @param strangers threads for those who are not signed in, who shall not take the others'
   */
  void mount(
      Router router,
      HttpServices services,
      RequestBodies bodies,
      Blocking blocking,
      Blocking strangers,
      LogWatch watch);
}
