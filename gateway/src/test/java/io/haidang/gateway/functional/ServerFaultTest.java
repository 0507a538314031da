package io.haidang.gateway.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.functional.ApiClient.Answer;
import io.haidang.gateway.testing.Provokes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A fault of ours is told without its inside, stands in the log, and loses nothing. */
class ServerFaultTest {

  @RegisterExtension static final RunningGateway gateway = new RunningGateway();

  @Test
  @Provokes(ErrorCode.INTERNAL)
  void database_withoutATable_isAnInternalErrorUntilItIsBack() {
    String target = gateway.translated("Hội nghị có 45 đại biểu tham dự.");
    ApiClient editor = gateway.editor();
    gateway.sql().useHandle(handle -> handle.execute("alter table segment rename to gone"));
    Answer answer;
    try {
      answer = editor.tryGet("targets/" + target + "/segments");
    } finally {
      gateway.sql().useHandle(handle -> handle.execute("alter table gone rename to segment"));
    }

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.code()).isEqualTo("internal");
    assertThat(answer.body()).doesNotContain("select", "segment", "gone", "H2", "jdbc");
    assertThat(gateway.log().lines())
        .anyMatch(line -> line.contains(answer.json().path("instance").asText()))
        .anyMatch(line -> line.contains("UnableToCreateStatementException"));
    assertThat(editor.get("targets/" + target + "/segments").path("segments")).hasSize(1);
  }

  @Test
  @Provokes(ErrorCode.INTERNAL)
  void database_refusingAnEdit_isLoggedWithoutTheText() {
    String target = gateway.translated("Hội nghị có 45 đại biểu tham dự.");
    String text = gateway.secret("The conference was attended by 45 delegates.");
    gateway
        .sql()
        .useHandle(
            handle ->
                handle.execute(
                    "alter table segment add constraint first_only check (version < 2)"));
    Answer answer;
    try {
      answer = gateway.unchanged(() -> gateway.editor().tryEdit(target, 0, 1, text));
    } finally {
      gateway
          .sql()
          .useHandle(handle -> handle.execute("alter table segment drop constraint first_only"));
    }

    assertThat(answer.status()).isEqualTo(500);
    assertThat(gateway.log().lines()).anyMatch(line -> line.contains("SQL state 23513"));
    assertThat(gateway.editor().tryEdit(target, 0, 1, text).status()).isEqualTo(200);
  }
}
