package io.haidang.gateway.http;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.http.kit.RequestBodies;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RequestExtractor;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.validation.RequestParameter;
import io.vertx.openapi.validation.RequestUtils;
import io.vertx.openapi.validation.ValidatableRequest;
import java.util.Map;

/**
 * Has the contract judge a form with files by the JSON in its field {@code data}, as if that had
 * come without files. The validator of Vert.x would read a form as text, which files are not.
 */
final class FormExtractor implements RequestExtractor {

  private static final String DATA = "data";

  private final RequestExtractor others = RequestExtractor.withBodyHandler();

  @Override
  public Future<ValidatableRequest> extractValidatableRequest(
      RoutingContext request, Operation operation) {
    if (!RequestBodies.isForm(request)) {
      return others.extractValidatableRequest(request, operation);
    }
    String data = request.request().formAttributes().get(DATA);
    if (data == null) {
      return Future.failedFuture(
          new GatewayException(
              ErrorCode.INVALID_REQUEST, "data: missing (expected: JSON in a field of the form)"));
    }
    return RequestUtils.extract(
            request.request(), operation, () -> Future.succeededFuture(Buffer.buffer(data)))
        .map(Form::new);
  }

  /** A form that says that it is JSON. */
  private record Form(ValidatableRequest request) implements ValidatableRequest {

    @Override
    public String getContentType() {
      return "application/json";
    }

    @Override
    public Map<String, RequestParameter> getHeaders() {
      return request.getHeaders();
    }

    @Override
    public Map<String, RequestParameter> getCookies() {
      return request.getCookies();
    }

    @Override
    public Map<String, RequestParameter> getPathParameters() {
      return request.getPathParameters();
    }

    @Override
    public Map<String, RequestParameter> getQuery() {
      return request.getQuery();
    }

    @Override
    public RequestParameter getBody() {
      return request.getBody();
    }
  }
}
