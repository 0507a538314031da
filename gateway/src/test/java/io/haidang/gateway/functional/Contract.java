package io.haidang.gateway.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.functional.ApiClient.Answer;
import io.haidang.gateway.http.ApiContract;
import io.haidang.gateway.testing.Provoked;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.validation.ResponseValidator;
import io.vertx.openapi.validation.ValidatableResponse;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds every answer to the description of the API, read more strictly than a client has to: a
 * member that is not described is a fault too.
 *
 * <p><b>Owns:</b> an event loop, until {@link #close}.
 */
final class Contract implements AutoCloseable {

  private static final String BASE = "/api/v1";
  private static final String JSON = "application/json";
  private static final String PROBLEM = "application/problem+json";

  private final Vertx vertx = Vertx.vertx();
  private final OpenAPIContract contract;
  private final ResponseValidator validator;

  Contract() {
    contract = await(OpenAPIContract.from(vertx, strict(ApiContract.read().toJson())));
    validator = ResponseValidator.create(vertx, contract);
  }

  private static JsonObject strict(JsonObject contract) {
    JsonObject components = contract.getJsonObject("components");
    JsonObject schemas = components.getJsonObject("schemas");
    for (String name : schemas.fieldNames()) {
      JsonObject schema = schemas.getJsonObject(name);
      if (schema.containsKey("properties")) {
        schema.put("additionalProperties", false);
      }
    }
    // The validator knows no problem+json; the form is what matters.
    components
        .getJsonObject("responses")
        .getJsonObject("Problem")
        .put(
            "content",
            new JsonObject()
                .put(
                    JSON,
                    new JsonObject()
                        .put(
                            "schema",
                            new JsonObject().put("$ref", "#/components/schemas/Problem"))));
    return contract;
  }

  /** Fails when the answer is not as documented, or says more than a client may know. */
  void check(Answer answer) {
    if (answer.status() >= 400) {
      checkProblem(answer);
    }
    Operation operation = operation(answer);
    String type = answer.header("Content-Type");
    if (operation != null && (type.equals(JSON) || type.equals(PROBLEM))) {
      await(
          validator.validate(
              ValidatableResponse.create(
                  answer.status(), Map.of(), Buffer.buffer(answer.body()), JSON),
              operation.getOperationId()));
    }
  }

  private @Nullable Operation operation(Answer answer) {
    String path = answer.path().substring(BASE.length());
    return contract.findOperation(path, HttpMethod.valueOf(answer.method()));
  }

  private static void checkProblem(Answer answer) {
    assertThat(answer.header("Content-Type")).isEqualTo(PROBLEM);
    ErrorCode code =
        Arrays.stream(ErrorCode.values())
            .filter(known -> known.id().equals(answer.code()))
            .findFirst()
            .orElseThrow(() -> new AssertionError("unknown code: " + answer.body()));
    Provoked.note(code);
    assertThat(answer.json().path("type").asText()).isEqualTo("/errors#" + code.id());
    assertThat(answer.json().path("status").asInt()).isEqualTo(answer.status());
    assertThat(answer.json().path("instance").asText())
        .isEqualTo(answer.header("X-Request-Id"))
        .isNotEmpty();
    assertThat(answer.body())
        .doesNotContain("\tat ", "Exception", "io.haidang", "io.vertx", ".java");
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }

  @Override
  public void close() {
    await(vertx.close());
  }
}
