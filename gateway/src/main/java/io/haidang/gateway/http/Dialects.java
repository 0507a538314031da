package io.haidang.gateway.http;

import io.haidang.gateway.http.deepl.DeeplRoutes;
import io.haidang.gateway.http.kit.DialectRouter;
import io.haidang.gateway.http.libre.LibreRoutes;
import java.util.List;
import java.util.function.Consumer;

/**
 * The interfaces of other services, so that clients that speak them need nothing but an address.
 */
final class Dialects {

  /** What adds the addresses of each; a new one is one more line. */
  private static final List<Consumer<DialectRouter>> DIALECTS =
      List.of(DeeplRoutes::add, LibreRoutes::add);

  private Dialects() {}

  static void add(DialectRouter router) {
    DIALECTS.forEach(dialect -> dialect.accept(router));
  }
}
