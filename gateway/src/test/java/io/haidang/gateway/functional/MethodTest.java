package io.haidang.gateway.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.testing.Provoked;
import io.haidang.gateway.testing.Provokes;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods that an address has, and those that it has not. */
class MethodTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @RegisterExtension static final RunningGateway GATEWAY = new RunningGateway();

  private static HttpResponse<String> send(String method, String path) throws Exception {
    String key = GATEWAY.gateway().accounts().createApiKey(GATEWAY.first("editor").id(), "methods");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(GATEWAY.address() + path))
            .version(HttpClient.Version.HTTP_1_1)
            .method(method, BodyPublishers.noBody())
            .header("Authorization", "Bearer " + key)
            .build();
    return HTTP.send(request, BodyHandlers.ofString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/sign-in",
        "/errors",
        "/health/live",
        "/health/ready",
        "/api/v1/me",
        "/api/v1/targets?state=in-review",
        "/api/v1/openapi.yaml",
        "/v2/languages?type=target"
      })
  void head_whereGetIs_saysTheSameWithoutContent(String path) throws Exception {
    HttpResponse<String> get = send("GET", path);
    HttpResponse<String> head = send("HEAD", path);

    assertThat(head.statusCode()).isEqualTo(get.statusCode()).isEqualTo(200);
    assertThat(head.headers().firstValue("Content-Type"))
        .isEqualTo(get.headers().firstValue("Content-Type"));
    assertThat(head.body()).isEmpty();
  }

  @Test
  void head_ofNothing_isNotFound() throws Exception {
    assertThat(send("HEAD", "/api/v1/nothing").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DELETE | /sign-in | GET, HEAD, POST",
        "PUT | /errors | GET, HEAD",
        "DELETE | /api/v1/me | GET, HEAD",
        "PATCH | /api/v1/targets/1/segments/0 | PUT",
        "DELETE | /api/v1/drafts | GET, HEAD, POST",
        "PUT | /api/v1/keys/1 | DELETE, GET, HEAD, PATCH"
      })
  @Provokes(ErrorCode.METHOD_NOT_ALLOWED)
  void method_thatAnAddressHasNot_isToldWhichItHas(String method, String path, String allowed)
      throws Exception {
    HttpResponse<String> answer = send(method, path);

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).contains(allowed);
    Provoked.note(ErrorCode.METHOD_NOT_ALLOWED);
  }
}
