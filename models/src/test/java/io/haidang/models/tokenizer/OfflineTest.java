package io.haidang.models.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.models.encoder.SentenceEncoder;
import java.io.IOException;
import java.net.Proxy;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The native bindings report to nobody; in a process of its own, as they try once per process. */
final class OfflineTest {

  @ParameterizedTest
  @ValueSource(strings = {"mt5", "bart", "sentence-encoder"})
  void open_firstTokenizerOfAProcess_asksForNoConnection(String first) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dhaidang.repository=" + System.getProperty("haidang.repository"),
                "-cp",
                System.getProperty("java.class.path"),
                Opener.class.getName(),
                first)
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).contains("opened").doesNotContain("asked for");
  }

  /** Opens one tokenizer and says which addresses were asked for. */
  static final class Opener {

    private Opener() {}

    public static void main(String[] args) {
      URL.setURLStreamHandlerFactory(
          protocol -> protocol.startsWith("http") ? new Refusal() : null);
      Path bundled = Path.of(System.getProperty("haidang.repository"), "models/bundled");
      if (args[0].equals("sentence-encoder")) {
        SentenceEncoder.open(bundled.resolve(args[0])).close();
      } else {
        Tokenizers.open(TinyFolders.of(args[0])).close();
      }
      System.out.println("opened");
    }
  }

  /** Says what was asked for, and connects nothing. */
  private static final class Refusal extends URLStreamHandler {

    @Override
    protected URLConnection openConnection(URL address) throws IOException {
      System.out.println("asked for " + address);
      throw new IOException("refused");
    }

    @Override
    protected URLConnection openConnection(URL address, Proxy proxy) throws IOException {
      return openConnection(address);
    }
  }
}
