package io.haidang.gateway.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * The one file of a form, kept in memory only: drafts are never written to a folder.
 *
 * @param name as the browser says; never trusted, and empty when no file was chosen
 */
record Upload(String name, Buffer content) {

  private static final String KEY = "upload";

  /**
   * Has to run before the body is read; the limit of the whole body bounds the file.
   *
   * <p>A form without a chosen file still sends an empty one.
   */
  static void collect(RoutingContext request) {
    request
        .request()
        .setExpectMultipart(true)
        .uploadHandler(
            part -> {
              Buffer content = Buffer.buffer();
              part.handler(content::appendBuffer);
              request.put(KEY, new Upload(part.filename(), content));
            });
    request.next();
  }

  static @Nullable Upload of(RoutingContext request) {
    return request.get(KEY);
  }

  boolean isChosen() {
    return !name.isBlank() || content.length() > 0;
  }
}
