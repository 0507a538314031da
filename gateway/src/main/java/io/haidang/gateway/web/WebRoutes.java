package io.haidang.gateway.web;

import io.haidang.gateway.http.Blocking;
import io.haidang.gateway.http.HttpServices;
import io.vertx.ext.web.Router;

/** The pages. */
public final class WebRoutes {

  private WebRoutes() {}

  public static void mount(Router router, HttpServices services, Blocking blocking) {}
}
