package io.haidang.gateway.web.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.haidang.gateway.web.testing.DeskExtension;
import io.haidang.gateway.web.testing.TermClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A list on its way into the glossary, without scripts. */
class ImportPagesTest {

  @RegisterExtension private static final DeskExtension DESK = new DeskExtension();

  private static final String RUN = "/glossary/import/run";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final TermClient mai = new TermClient(DESK.desk(), "mai");
  private final TermClient nam = new TermClient(DESK.desk(), "nam");
  private final String mark = UUID.randomUUID().toString();

  @BeforeEach
  void forgetEarlierUploads() {
    mai.send(RUN, Map.of("decision", "cancel"));
  }

  private HttpResponse<String> upload(String name, byte[] file) {
    return mai.browser()
        .upload(
            "/glossary/import",
            Map.of("token", mai.browser().token("/glossary"), "format", ""),
            name,
            file);
  }

  private String looked(String name, String list) {
    HttpResponse<String> answer = upload(name, list.getBytes(StandardCharsets.UTF_8));
    assertThat(answer.statusCode()).isEqualTo(303);
    return done();
  }

  /** The page once the server is done with the step. */
  private String done() {
    await().atMost(PATIENCE).until(() -> !mai.page(RUN).contains("id=\"progress\""));
    return mai.page(RUN);
  }

  private HttpResponse<String> decide(String decision, Map<String, String> fields) {
    Map<String, String> form = new HashMap<>(fields);
    form.put("decision", decision);
    return mai.send(RUN, form);
  }

  @Test
  void list_lookedAtProposedAndApproved_isInForceAsOneRelease() {
    String page = looked("a.csv", "vi,en\nTên A " + mark + ",Name A\nTên B " + mark + ",Name B\n");
    assertThat(page).contains("<strong>2</strong> tên mới");
    assertThat(nam.page("/glossary/proposals")).doesNotContain(mark);

    assertThat(decide("propose", Map.of("comment", "danh sách " + mark)).statusCode())
        .isEqualTo(303);
    String proposed = done();
    assertThat(proposed).contains("Đã gửi đề xuất 2 thay đổi");
    String batch = proposed.replaceFirst("(?s).*proposals\\?batch=([0-9a-f-]{36}).*", "$1");
    assertThat(nam.page("/glossary/proposals")).contains("danh sách " + mark);
    nam.send("/glossary/proposals", Map.of("decision", "approve-batch", "batch", batch));

    assertThat(nam.page("/glossary?q=" + mark)).contains("Name A").contains("Name B");
    assertThat(nam.page("/glossary/releases")).contains("2 mới, 0 sửa, 0 rút");
  }

  @Test
  void list_withABadRow_isNotImportedUnlessValidOnesWereAskedFor() {
    String list = "vi,en,valid_from\nTên " + mark + ",Name,\nHỏng " + mark + ",Bad,hôm qua\n";
    String page = looked("a.csv", list);
    assertThat(page).containsPattern("(?s)<td class=\"number\" data-label=\"Dòng\">3</td>");

    HttpResponse<String> refused = decide("propose", Map.of());
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(nam.page("/glossary/proposals")).doesNotContain(mark);
    decide("check", Map.of("validOnly", "yes"));
    assertThat(done()).contains("<strong>1</strong> tên mới");
    decide("propose", Map.of("validOnly", "yes", "comment", mark));

    assertThat(done()).contains("Đã gửi đề xuất 1 thay đổi");
  }

  @Test
  void propose_withOtherChoices_looksAgainFirst() {
    String page =
        looked(
            "a.csv", "vi,en,valid_from\nTên " + mark + ",Name,\nHỏng " + mark + ",Bad,hôm qua\n");
    assertThat(page).contains("valid_from: “hôm qua” không phải là ngày dạng 2025-02-28.");

    decide("propose", Map.of("validOnly", "yes", "comment", mark));

    assertThat(done()).contains("<strong>1</strong> tên mới");
    assertThat(nam.page("/glossary/proposals")).doesNotContain(mark);
  }

  @Test
  void list_withUnknownHeader_isReadOnceItsColumnsAreTold() {
    String page = looked("a.csv", "Tên gọi,Bản dịch\nTên " + mark + ",Name\n");
    assertThat(page).contains("no column with wordings").contains("name=\"column-1\"");

    decide("check", Map.of("column-0", "vi", "column-1", "en"));

    assertThat(done()).contains("<strong>1</strong> tên mới");
    decide("propose", Map.of("column-0", "vi", "column-1", "en", "comment", mark));
    assertThat(done()).contains("Đã gửi đề xuất 1 thay đổi");
  }

  @Test
  void tbx_thatIsBroken_saysLineAndColumn() {
    String page = looked("a.tbx", "<?xml version=\"1.0\"?>\n<martif type=\"TBX\">\n<oops</martif>");

    assertThat(page).containsPattern("line 3, column \\d+").contains("Chưa nhập gì");
  }

  @Test
  void list_asItIsInForce_hasNothingToPropose() {
    String csv = mai.browser().get("/glossary/releases/1/file?format=csv").body();
    String page = looked("official.csv", csv);
    assertThat(page).contains("<strong>142</strong> đã có sẵn như vậy");

    assertThat(decide("propose", Map.of()).statusCode()).isEqualTo(422);
  }

  @Test
  void upload_withoutFileOrFormat_isToldAtTheField() {
    HttpResponse<String> none = upload("", new byte[0]);
    HttpResponse<String> unknown = upload("list.docx", new byte[] {1, 2, 3});

    assertThat(none.statusCode()).isEqualTo(422);
    assertThat(none.body()).contains("id=\"file-problem\"");
    assertThat(unknown.statusCode()).isEqualTo(422);
    assertThat(unknown.body()).contains("lưu tệp thành .csv");
  }

  @Test
  void upload_ofFiveMebibytes_isReadAsAList() {
    String row = "Tên " + mark + " %d,Name %d," + "x".repeat(400) + "\n";
    StringBuilder list = new StringBuilder("vi,en,note\n");
    for (int i = 0; i < 12_000; i++) {
      list.append(row.formatted(i, i));
    }
    assertThat(list.length()).isGreaterThan(5 << 20);

    assertThat(looked("big.csv", list.toString())).contains("<strong>12000</strong> tên mới");
  }

  @Test
  void upload_overTheLimit_isRefusedWithTheCodeForLists() {
    HttpResponse<String> answer = upload("big.csv", new byte[33 << 20]);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("<h1>Không đọc được danh sách");
  }

  @Test
  void run_withoutUpload_saysWhatToDo() {
    HttpResponse<String> answer = mai.browser().get(RUN);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("hãy chọn lại tệp");
  }

  @Test
  void run_ofSomebodyElse_isNotSeen() {
    looked("a.csv", "vi,en\nTên " + mark + ",Name\n");

    assertThat(nam.page(RUN)).doesNotContain(mark);
  }
}
