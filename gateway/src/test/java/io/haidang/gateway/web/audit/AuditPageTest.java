package io.haidang.gateway.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.web.testing.DeskExtension;
import io.haidang.gateway.web.testing.WebClient;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The audit as a page. */
class AuditPageTest {

  @RegisterExtension private static final DeskExtension DESK = new DeskExtension();

  private final WebClient son = WebClient.of(DESK.desk(), "son");

  @Test
  void audit_forAdministrators_saysWhoDidWhatInWords() {
    WebClient lan = WebClient.of(DESK.desk(), "lan");
    lan.submit(Map.of("title", "Tin <b>đậm</b>", "content", "Sở Ngoại vụ họp."));

    String page = son.get("/audit?actor=lan").body();

    assertThat(page)
        .contains("Nguyễn Thị Lan", "đã tạo bản dịch", "Tin &lt;b&gt;đậm")
        .doesNotContain("<b>đậm");
    assertThat(son.get("/audit/csv?actor=lan").body()).contains("target-created");
  }

  @Test
  void audit_dayThatIsNone_isExplained() {
    assertThat(son.get("/audit?from=hom-qua").statusCode()).isEqualTo(422);
    assertThat(son.get("/audit?from=hom-qua").body()).contains("28/02/2025");
    assertThat(son.get("/audit?area=bogus").statusCode()).isEqualTo(422);
  }

  @Test
  void audit_forOthers_isClosed() {
    WebClient minh = WebClient.of(DESK.desk(), "minh");

    assertThat(minh.get("/audit").statusCode()).isEqualTo(403);
    assertThat(minh.get("/audit?from=x").statusCode()).isEqualTo(403);
    assertThat(minh.get("/audit/csv").statusCode()).isEqualTo(403);
    assertThat(minh.get("/drafts").body()).doesNotContain("href=\"/audit\"");
  }
}
