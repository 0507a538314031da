package io.haidang.gateway.http;

import io.haidang.gateway.http.deepl.DeeplRoutes;
import io.haidang.gateway.http.kit.DialectRouter;
import io.haidang.gateway.http.libre.LibreRoutes;

/**
 * The interfaces of other services, so that clients that speak them need nothing but an address.
 */
final class Dialects {

  private Dialects() {}

  /**
   * Adds the addresses of each.
   *
   * @param libreAtRoot whether those of LibreTranslate are at the root, too
   */
  static void add(DialectRouter server, boolean libreAtRoot) {
    DeeplRoutes.add(server);
    LibreRoutes.add(server, LibreRoutes.PREFIX);
    if (libreAtRoot) {
      LibreRoutes.add(server, "");
    }
  }
}
