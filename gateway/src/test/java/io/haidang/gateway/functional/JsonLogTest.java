package io.haidang.gateway.functional;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The log for programs: one object a line, whatever is in the message. */
class JsonLogTest {

  @Test
  void log_inJson_isOneObjectALineWithWhatBelongsTogether() throws Exception {
    Process process = speak();
    String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(log.lines()).hasSize(1);
    JsonNode line = new ObjectMapper().readTree(log);
    assertThat(line.path("formattedMessage").asText()).isEqualTo("two\nlines and a \" mark");
    assertThat(line.path("level").asText()).isEqualTo("WARN");
    assertThat(line.path("kvpList").toString()).contains("requestId", "r-1");
    assertThat(line.path("throwable").path("className").asText()).contains("IOException");
  }

  private static Process speak() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Speaker.class.getName())
            .redirectErrorStream(true);
    builder.environment().put("HAIDANG_LOG_FORMAT", "json");
    return builder.start();
  }

  /** Says one thing. */
  static final class Speaker {

    private Speaker() {}

    public static void main(String[] arguments) {
      LoggerFactory.getLogger(Speaker.class)
          .atWarn()
          .addKeyValue("requestId", "r-1")
          .setCause(new IOException("broken"))
          .log("two\nlines and a \" {}", "mark");
    }
  }
}
