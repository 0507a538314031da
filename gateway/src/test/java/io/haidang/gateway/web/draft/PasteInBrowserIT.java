package io.haidang.gateway.web.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.web.testing.Chromium;
import io.haidang.gateway.web.testing.NeedsChromium;
import io.haidang.gateway.web.testing.RunningDesk;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What office programs put on the clipboard, pasted into the form in a real browser. */
@ExtendWith(NeedsChromium.class)
class PasteInBrowserIT {

  private static final String PASTE =
      "const data = new DataTransfer(); data.setData('text/html', arguments[0]);"
          + " data.setData('text/plain', 'x'); const box = document.getElementById('content');"
          + " box.value = ''; box.dispatchEvent(new ClipboardEvent('paste',"
          + " {clipboardData: data, bubbles: true, cancelable: true})); return box.value;";

  @TempDir private Path downloads;

  @Test
  void clipboard_ofOfficePrograms_keepsItsStructureAndNothingElse() throws IOException {
    try (RunningDesk desk = RunningDesk.start();
        Chromium browser = Chromium.open(desk.address(), downloads, "vi")) {
      browser.signIn("lan");
      browser.go("/drafts/new");

      String word = pasted(browser, "word");
      assertThat(word)
          .contains("<h1>Tiếp khách</h1>", "<strong>Sở Ngoại vụ</strong>", "<em>12</em>")
          .contains("<a href=\"https://haiphong.gov.vn/\">cổng</a>")
          .contains("<ul><li>Một<ul><li>Một a</li></ul>", "<li>Hai</li></ul>")
          .contains("<ol><li>Số một</li></ol>", "<td colspan=\"2\"><p>Ô</p></td>")
          .doesNotContain("mso", "Mso", "style", "class", "script", "alert", "img", "o:p", "·");
      assertThat(browser.has("input[name=format][value=html]:checked")).isTrue();
      assertThat(pasted(browser, "google-docs"))
          .contains("<h2>Đầu đề</h2>", "<p><strong>Đậm</strong> thường <em>nghiêng</em></p>")
          .contains("<ul><li>")
          .doesNotContain("docs-internal", "span", "style");
      assertThat(pasted(browser, "libreoffice"))
          .contains("<h3>Mục</h3>", "<strong>Đậm</strong> và <u>gạch</u>", "<ol><li>", "<th>")
          .doesNotContain("font", "style", "class");
      // The browser tells that it applies none of the styles and runs none of the handlers.
      assertThat(browser.complaints())
          .allMatch(line -> line.matches("(?s).*(Applying|Executing) inline .*been blocked.*"));
    }
  }

  private static String pasted(Chromium browser, String program) throws IOException {
    String file = "pasted-" + program + ".html";
    try (InputStream sample = PasteInBrowserIT.class.getResourceAsStream(file)) {
      String html =
          new String(Objects.requireNonNull(sample).readAllBytes(), StandardCharsets.UTF_8);
      return String.valueOf(browser.driver().executeScript(PASTE, html));
    }
  }
}
