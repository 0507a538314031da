package io.haidang.gateway.http.kit;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.http.error.Problem;
import io.haidang.gateway.http.kit.RequestBodies.FormFile;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads one body, within its limit and the budget of all. Used on one event loop. */
final class BodyReading {

  /** Far more than any form has; parts without bytes would cost nothing of the budget. */
  private static final int MOST_FILES = 100;

  private final RoutingContext request;
  private final HttpServerRequest http;
  private final int most;
  private final ErrorCode tooLong;
  private final BodyBudget budget;
  private final Promise<Void> read = Promise.promise();
  private final Buffer content = Buffer.buffer();
  private long length;
  private long taken;

  BodyReading(RoutingContext request, int most, ErrorCode tooLong, BodyBudget budget) {
    this.request = request;
    this.http = request.request();
    this.most = most;
    this.tooLong = tooLong;
    this.budget = budget;
  }

  Future<Void> read() {
    long announced = announced();
    if (announced > most) {
      fail(tooLarge());
    } else if (!budget.hasRoom(announced)) {
      fail(full());
    } else if (http.isEnded()) {
      read.complete();
    } else {
      request.addEndHandler(answered -> budget.give(taken));
      begin();
    }
    http.resume();
    return read.future();
  }

  /** 0 when nothing is said: there is no body, or it comes in chunks. */
  private long announced() {
    String header = http.getHeader(HttpHeaders.CONTENT_LENGTH);
    try {
      return header == null ? 0 : Long.parseLong(header);
    } catch (NumberFormatException e) {
      return 0; // What is no number has not come this far.
    }
  }

  private void begin() {
    if (HttpHeaders.CONTINUE.toString().equalsIgnoreCase(http.getHeader(HttpHeaders.EXPECT))) {
      http.response().writeContinue();
    }
    boolean hasFields = RequestBodies.hasFields(request);
    if (hasFields && !expectFields()) {
      return;
    }
    http.exceptionHandler(broken -> fail(malformed()))
        .handler(chunk -> take(chunk, hasFields))
        .endHandler(end -> finish(hasFields));
  }

  /** Whether what the client says of its form can be read at all. */
  private boolean expectFields() {
    try {
      collectFields();
      return true;
    } catch (RuntimeException e) { // Of the decoder, such as for a form without a boundary.
      fail(malformed());
      return false;
    }
  }

  private void collectFields() {
    List<FormFile> files = new ArrayList<>();
    request.put(RequestBodies.FILES, files);
    http.setExpectMultipart(true)
        .uploadHandler(
            part -> {
              Buffer file = Buffer.buffer();
              if (files.size() == MOST_FILES) {
                fail(malformed());
                return;
              }
              files.add(new FormFile(part.name(), part.filename(), file));
              part.handler(
                  chunk -> {
                    if (!read.future().isComplete()) {
                      file.appendBuffer(chunk);
                    }
                  });
            });
  }

  private void take(Buffer chunk, boolean hasFields) {
    length += chunk.length();
    if (length > most) {
      fail(tooLarge());
      hangUpOnTwiceTooMuch();
    } else if (!read.future().isComplete()) {
      keep(chunk, hasFields);
    }
  }

  private void keep(Buffer chunk, boolean hasFields) {
    if (!budget.take(chunk.length())) {
      fail(full());
      return;
    }
    taken += chunk.length();
    if (!hasFields) {
      content.appendBuffer(chunk);
    }
  }

  /** A browser only shows the answer when it may send the rest; twice the limit is enough. */
  private void hangUpOnTwiceTooMuch() {
    if (length > 2L * most) {
      http.connection().close();
    }
  }

  private void finish(boolean hasFields) {
    if (!hasFields) {
      ((RoutingContextInternal) request).setBody(content);
    }
    read.tryComplete();
  }

  private void fail(GatewayException failure) {
    read.tryFail(failure);
  }

  private GatewayException tooLarge() {
    return new GatewayException(
        tooLong, "request: too large (expected: at most " + most + " bytes)");
  }

  private static GatewayException full() {
    return new GatewayException(
        ErrorCode.OVERLOADED,
        "requests: too many bytes under way (expected: fewer at a time)",
        Map.of(Problem.RETRY_AFTER, 1));
  }

  private static GatewayException malformed() {
    return new GatewayException(ErrorCode.INVALID_REQUEST, "form: malformed (expected: multipart)");
  }
}
