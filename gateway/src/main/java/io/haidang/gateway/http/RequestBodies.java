package io.haidang.gateway.http;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads bodies into memory. Vert.x can only write the files of a form into a folder, or drop them;
 * a draft belongs in no folder, so forms with files are read here.
 */
public final class RequestBodies implements Handler<RoutingContext> {

  private static final String FILE = "file of the form";
  private static final String IMPORTS = HttpVerticle.API + "/v1/glossaries/official/imports";

  private final BodyHandler others = BodyHandler.create(false);
  private final BodyHandler lists = BodyHandler.create(false);
  private final int limit;

  /**
   * Reads bodies of at most {@code limit} bytes.
   *
   * @param limit of the whole body, so of each file too
   * @param listLimit of a list of terms that is imported over the API
   */
  RequestBodies(int limit, int listLimit) {
    this.limit = limit;
    others.setBodyLimit(limit);
    lists.setBodyLimit(listLimit);
  }

  /**
   * A file that came with a form; it is empty and has no name when none was chosen.
   *
   * @param name as the browser says, never trusted
   */
  public record FormFile(String name, Buffer content) {}

  /** The file of a form with one; the last, should there be several. */
  public static Optional<FormFile> file(RoutingContext request) {
    return Optional.ofNullable(request.get(FILE));
  }

  @Override
  public void handle(RoutingContext request) {
    String type = request.request().getHeader("Content-Type");
    boolean isForm = type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    if (isForm && !request.request().path().startsWith(HttpVerticle.API)) {
      readForm(request);
    } else if (request.request().path().equals(IMPORTS)) {
      lists.handle(request);
    } else {
      others.handle(request);
    }
  }

  private void readForm(RoutingContext request) {
    HttpServerRequest http = request.request();
    long[] length = {0};
    http.setExpectMultipart(true)
        .uploadHandler(
            part -> {
              Buffer content = Buffer.buffer();
              request.put(FILE, new FormFile(part.filename(), content));
              part.handler(
                  chunk -> {
                    if (!request.failed()) {
                      content.appendBuffer(chunk);
                    }
                  });
            })
        .exceptionHandler(
            broken ->
                failOnce(
                    request, ErrorCode.INVALID_REQUEST, "form: malformed (expected: multipart)"))
        .handler(
            chunk -> {
              length[0] += chunk.length();
              refuseTooLong(request, length[0]);
            })
        .endHandler(
            end -> {
              if (!request.failed()) {
                request.next();
              }
            });
  }

  /** A browser only shows the answer when it may send the rest; twice the limit is enough. */
  private void refuseTooLong(RoutingContext request, long length) {
    if (length > limit) {
      failOnce(
          request,
          ErrorCode.TEXT_TOO_LARGE,
          "form: too large (expected: at most " + limit + " bytes)");
    }
    if (length > 2L * limit) {
      request.request().connection().close();
    }
  }

  private static void failOnce(RoutingContext request, ErrorCode code, String message) {
    if (!request.failed()) {
      request.fail(new GatewayException(code, message));
    }
  }
}
