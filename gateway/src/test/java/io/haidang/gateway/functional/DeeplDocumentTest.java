package io.haidang.gateway.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.haidang.gateway.functional.ApiClient.Answer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Files in the DeepL dialect, with the bundled model. */
class DeeplDocumentTest {

  private static final String TEXT = "Sở Tài chính họp báo sáng nay.";

  @RegisterExtension static final RunningGateway GATEWAY = new RunningGateway();

  private static DialectClient client() {
    return DialectClient.deepl(GATEWAY, "editor");
  }

  @Test
  void document_handedIn_isTranslatedAndFetched() {
    JsonNode receipt = granted(upload(client(), "/v2/document", "bài.html", "<p>" + TEXT + "</p>"));
    String id = receipt.path("document_id").asText();
    String key = receipt.path("document_key").asText();
    JsonNode status = awaitDone(id, key);
    assertThat(status.path("billed_characters").asInt()).isEqualTo(TEXT.length());

    Answer result = client().form("/v2/document/" + id + "/result", "document_key", key);
    assertThat(result.status()).isEqualTo(200);
    assertThat(result.body()).startsWith("<p>").contains("Department of Finance");
    assertThat(result.header("Content-Type")).isEqualTo("text/html");
    assertThat(result.header("Content-Disposition")).contains("filename*=UTF-8''b%C3%A0i.html");
    assertThat(source(id)).isNull();
  }

  @Test
  void document_ofSomebodyElse_isUnknown() {
    JsonNode receipt = granted(upload(client(), "/v2/document/", "a.txt", TEXT));
    String id = receipt.path("document_id").asText();
    String key = receipt.path("document_key").asText();
    assertThat(client().form("/v2/document/" + id, "document_key", key).status()).isEqualTo(200);
    assertThat(client().form("/v2/document/" + id, "document_key", "x").status()).isEqualTo(404);
    assertThat(client().form("/v2/document/" + id).status()).isEqualTo(404);
    assertThat(client().form("/v2/document/1234", "document_key", key).status()).isEqualTo(404);
    DialectClient other = DialectClient.deepl(GATEWAY, "reviewer");
    assertThat(other.form("/v2/document/" + id, "document_key", key).status()).isEqualTo(404);
    assertThat(other.form("/v2/document/" + id + "/result", "document_key", key).status())
        .isEqualTo(404);
  }

  @Test
  void document_thatCannotBe_isRefusedWithoutBeingKept() {
    long before = count();
    assertRefused("Invalid file data", upload(client(), "/v2/document", "a.invalid", TEXT));
    assertRefused("Invalid file data", upload(client(), "/v2/document", "a.docx", TEXT));
    assertRefused("Invalid file data", upload(client(), "/v2/document", "a.txt", ""));
    assertRefused(
        "Source and target language",
        upload(client(), "/v2/document", "a.txt", "The port is open today, and the ships are in."));
    assertRefused("Invalid file data", client().form("/v2/document", "target_lang", "EN"));
    assertRefused("target_lang", client().form("/v2/document", "target_lang", "xx"));
    assertRefused(
        "output_format",
        client()
            .send(
                "POST",
                "/v2/document?output_format=pdf",
                DialectClient.FORM,
                DialectClient.file("a.txt", TEXT, "target_lang", "EN")));
    assertThat(count()).isEqualTo(before);
  }

  @Test
  void review_wanted_isADraftToo() {
    Answer answer =
        upload(
            client().with("X-HaiDang-Review", "1"), "/v2/document", "a.txt", GATEWAY.secret(TEXT));
    granted(answer);
    GATEWAY.awaitState(answer.header("X-HaiDang-Review"), "in-review");
  }

  private static Answer upload(DialectClient client, String path, String name, String content) {
    return client.send(
        "POST", path, DialectClient.FORM, DialectClient.file(name, content, "target_lang", "EN"));
  }

  private static JsonNode awaitDone(String id, String key) {
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> status(id, key).path("status").asText().equals("done"));
    return status(id, key);
  }

  private static JsonNode status(String id, String key) {
    return granted(client().json("/v2/document/" + id, "{\"document_key\":\"" + key + "\"}"));
  }

  private static byte[] source(String id) {
    return GATEWAY
        .sql()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select source from client_document where replace(cast(id as varchar), '-', '')"
                            + " = lower(:id)")
                    .bind("id", id)
                    .mapTo(byte[].class)
                    .one());
  }

  private static long count() {
    return GATEWAY
        .sql()
        .withHandle(
            handle ->
                handle.createQuery("select count(*) from client_document").mapTo(Long.class).one());
  }

  private static void assertRefused(String message, Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.json().path("message").asText()).contains(message);
  }

  private static JsonNode granted(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }
}
