package io.haidang.gateway.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.functional.ApiClient.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A form that breaks off anywhere is answered at once. */
class BrokenFormTest {

  private static final String TYPE = "multipart/form-data; boundary=b";
  private static final byte[] FORM =
      ("--b\r\nContent-Disposition: form-data; name=\"data\"\r\n\r\n{\"targetLanguages\":[\"xx\"]}"
              + "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n"
              + "Content-Type: text/plain\r\n\r\nCảng.\r\n--b--\r\n")
          .getBytes(StandardCharsets.UTF_8);

  @RegisterExtension static final RunningGateway GATEWAY = new RunningGateway();

  private final ApiClient editor = GATEWAY.editor();

  @Test
  void form_thatBreaksOff_isRefusedAtOnce() {
    List<Integer> late = new ArrayList<>();
    for (int length = 0; length < FORM.length; length++) {
      if (send(Arrays.copyOf(FORM, length)).status() == 408) {
        late.add(length);
      }
    }

    assertThat(late).isEmpty();
  }

  private Answer send(byte[] form) {
    return editor.send("POST", "drafts", TYPE, BodyPublishers.ofByteArray(form));
  }
}
