package io.haidang.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.web.testing.DeskExtension;
import io.haidang.gateway.web.testing.WebClient;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Failures are explained to people, and stay problem documents for programs. */
class ErrorPagesTest {

  @RegisterExtension private static final DeskExtension DESK = new DeskExtension();

  private final WebClient browser = new WebClient(DESK.desk().address());

  @Test
  void catalogue_everyCode_isExplainedInBothLanguages() {
    for (String language : new String[] {"vi", "en"}) {
      String page = browser.get("/errors", "Accept-Language", language).body();
      for (ErrorCode code : ErrorCode.values()) {
        assertThat(page).contains("id=\"" + code.id() + "\"");
      }
    }
  }

  @Test
  void unknownAddress_browser_getsAPageWithTheRequestId() {
    HttpResponse<String> answer = browser.get("/khong-co");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body())
        .contains("Không tìm thấy")
        .contains(answer.headers().firstValue("X-Request-Id").orElseThrow());
  }

  @Test
  void unknownAddress_program_getsAProblem() {
    assertThat(browser.get("/api/v2/nothing").headers().firstValue("Content-Type"))
        .contains("application/problem+json");
  }

  @Test
  void unknownTarget_signedIn_isNotFound() {
    WebClient minh = WebClient.of(DESK.desk(), "minh");

    assertThat(minh.get("/targets/nothing").statusCode()).isEqualTo(404);
    assertThat(minh.get("/targets/00000000-0000-0000-0000-000000000000").statusCode())
        .isEqualTo(404);
  }

  @Test
  void fragment_notFound_goesToTheNoticeOfThePage() {
    HttpResponse<String> answer =
        WebClient.of(DESK.desk(), "minh").get("/targets/nothing", "HX-Request", "true");

    assertThat(answer.headers().firstValue("HX-Retarget")).contains("#notice");
    assertThat(answer.body()).doesNotContain("<html");
  }

  @Test
  void asset_addressWithADigest_mayBeKeptForGoodAndOneWithoutIsAskedForAgain() {
    HttpResponse<String> kept = browser.get("/assets/app.css?v=0");
    HttpResponse<String> asked = browser.get("/assets/app.css");
    String tag = asked.headers().firstValue("ETag").orElseThrow();

    assertThat(kept.headers().allValues("Cache-Control")).hasSize(1);
    assertThat(kept.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
    assertThat(asked.headers().firstValue("Cache-Control")).contains("public, no-cache");
    assertThat(browser.get("/assets/app.css", "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(browser.get("/assets/..%2fopenapi.yaml").statusCode()).isEqualTo(404);
  }
}
