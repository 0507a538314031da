package io.haidang.gateway.http.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.testing.Provoked;
import io.haidang.gateway.testing.Provokes;
import io.haidang.translation.document.DocumentException;
import io.haidang.translation.document.DocumentException.Reason;
import org.junit.jupiter.api.Test;

/** Every reason to refuse a document is told under a code of its own. */
class DocumentProblemTest {

  @Test
  @Provokes({
    ErrorCode.EMPTY_TEXT,
    ErrorCode.TEXT_TOO_LARGE,
    ErrorCode.NOT_TEXT,
    ErrorCode.TOO_DEEP,
    ErrorCode.UNSUPPORTED_FORMAT,
    ErrorCode.MISLABELLED_FILE,
    ErrorCode.ENCRYPTED_FILE,
    ErrorCode.FILE_WITH_MACROS,
    ErrorCode.DAMAGED_FILE,
    ErrorCode.UNSAFE_FILE,
    ErrorCode.TRACKED_CHANGES,
    ErrorCode.SCANNED_PAGES
  })
  void of_documentException_hasTheCodeOfItsReason() {
    assertThat(Reason.values()).extracting(DocumentProblemTest::code).doesNotHaveDuplicates();
  }

  private static ErrorCode code(Reason reason) {
    Problem problem = ProblemMapper.of(new DocumentException(reason, "document.part: x"), -1);
    assertThat(problem.status()).isBetween(413, 422);
    assertThat(problem.detail()).isEqualTo("document.part: x");
    Provoked.note(problem.code());
    return problem.code();
  }
}
