package io.haidang.gateway.http.kit;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads bodies into memory. Vert.x can only write the files of a form into a folder, or drop them;
 * a draft belongs in no folder, so forms with files are read here.
 */
public final class RequestBodies implements Handler<RoutingContext> {

  /** Where the page for lists of terms sends its form, which may be as long as a list. */
  public static final String LIST_FORM = "/glossary/import";

  /** Where the addresses of the API begin. */
  public static final String API = "/api";

  private static final String FILE = "file";
  private static final String FILES = "files of the form";
  private static final Set<String> IMPORTS =
      Set.of(API + "/v1/glossaries/official/imports", API + "/v1/memory/imports");

  private final BodyHandler others = BodyHandler.create(false);
  private final BodyHandler lists = BodyHandler.create(false);
  private final int listLimit;
  private final int fileLimit;

  /**
   * Reads bodies of at most {@code limit} bytes.
   *
   * @param limit of the whole body
   * @param listLimit of a list of terms that is imported
   * @param fileLimit of a form with all its files
   */
  public RequestBodies(int limit, int listLimit, int fileLimit) {
    this.listLimit = listLimit;
    this.fileLimit = fileLimit;
    others.setBodyLimit(limit);
    lists.setBodyLimit(listLimit);
  }

  /**
   * A file that came with a form; it is empty and has no name when none was chosen.
   *
   * @param name as the browser says, never trusted
   */
  public record FormFile(String name, Buffer content) {}

  /** The file of a form with one. */
  public static Optional<FormFile> file(RoutingContext request) {
    return Optional.ofNullable(files(request).get(FILE));
  }

  /** The files of a form by the names of their fields; none when it is no form. */
  public static Map<String, FormFile> files(RoutingContext request) {
    Map<String, FormFile> files = request.get(FILES);
    return files == null ? Map.of() : Map.copyOf(files);
  }

  /** Whether a request brings a form that may have files. */
  public static boolean isForm(RoutingContext request) {
    String type = request.request().getHeader("Content-Type");
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
  }

  @Override
  public void handle(RoutingContext request) {
    if (isForm(request)) {
      boolean isList = request.request().path().equals(LIST_FORM);
      readForm(
          request,
          isList ? listLimit : fileLimit,
          isList ? ErrorCode.UNREADABLE_GLOSSARY : ErrorCode.TEXT_TOO_LARGE);
    } else if (IMPORTS.contains(request.request().path())) {
      lists.handle(request);
    } else {
      others.handle(request);
    }
  }

  private static void readForm(RoutingContext request, int most, ErrorCode tooLong) {
    HttpServerRequest http = request.request();
    long[] length = {0};
    Map<String, FormFile> files = new LinkedHashMap<>();
    request.put(FILES, files);
    http.setExpectMultipart(true)
        .uploadHandler(
            part -> {
              Buffer content = Buffer.buffer();
              files.put(part.name(), new FormFile(part.filename(), content));
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
              refuseTooLong(request, length[0], most, tooLong);
            })
        .endHandler(
            end -> {
              if (!request.failed()) {
                request.next();
              }
            });
  }

  /** A browser only shows the answer when it may send the rest; twice the limit is enough. */
  private static void refuseTooLong(
      RoutingContext request, long length, int most, ErrorCode tooLong) {
    if (length > most) {
      failOnce(request, tooLong, "form: too large (expected: at most " + most + " bytes)");
    }
    if (length > 2L * most) {
      request.request().connection().close();
    }
  }

  private static void failOnce(RoutingContext request, ErrorCode code, String message) {
    if (!request.failed()) {
      request.fail(new GatewayException(code, message));
    }
  }
}
