package io.haidang.translation.document.po;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.translation.document.DocumentFilterContract;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.SegmentedDocument;
import io.haidang.translation.document.inplace.MessageText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class PoFilterTest extends DocumentFilterContract {

  /** What a merge writes: translations, no doubt about them, and the language. */
  @Override
  protected void assertUnchanged(byte[] source, byte[] merged) {
    assertThat(withoutTranslations(merged)).isEqualTo(withoutTranslations(source));
  }

  private static String withoutTranslations(byte[] file) {
    return new String(file, UTF_8)
        .replaceAll("(msgstr(?:\\[\\d\\])?)\\s*(?:\"[^\\r\\n]*\"\\s*)+", "$1\n")
        .replaceAll("#, fuzzy\\r?\\n", "")
        .replace("fuzzy, ", "");
  }

  @Override
  protected List<String> texts(byte[] merged, Path sample) throws IOException {
    List<PoEntry> before = PoReader.read(Files.readString(sample));
    List<PoEntry> after = PoReader.read(new String(merged, UTF_8));
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      String source = before.get(i).string("msgid").orElseThrow().value();
      if (!before.get(i).isTranslated() && MessageText.isRead(source)) {
        List<PoString> translations = after.get(i).translations();
        for (PoString translation : translations.subList(0, Math.min(2, translations.size()))) {
          texts.add(MessageText.of(translation.value()).text());
        }
      }
    }
    return texts;
  }

  @Test
  void messages_withoutATranslation_areFilledInAndNoLongerFuzzy() {
    SegmentedDocument document =
        po(
            """
            msgid ""
            msgstr ""
            "Language: xx\\n"

            # Ghi chú
            #, fuzzy, c-format
            msgctxt "menu"
            msgid "Open %s"
            msgstr "Đóng"

            msgid "Done"
            msgstr "Xong"

            msgid "%d ship"
            msgid_plural "%d ships"
            msgstr[0] ""
            msgstr[1] ""
            msgstr[2] ""
            """);

    assertThat(document.segments()).containsExactly("Open", "ship", "ships");
    assertThat(document.textUnits().get(0).name()).isEqualTo("menu");
    assertThat(document.mergeText(List.of("\"Mở\"", "tàu", "con tàu"), Locale.forLanguageTag("vi")))
        .isEqualTo(
            """
            msgid ""
            msgstr ""
            "Language: vi\\n"

            # Ghi chú
            #, c-format
            msgctxt "menu"
            msgid "Open %s"
            msgstr "\\"Mở\\" %s"

            msgid "Done"
            msgstr "Xong"

            msgid "%d ship"
            msgid_plural "%d ships"
            msgstr[0] "%d tàu"
            msgstr[1] "%d con tàu"
            msgstr[2] "%d con tàu"
            """);
  }

  @Test
  void message_long_isWrappedAsGettextDoes() {
    String source = "một hai ba bốn năm sáu bảy tám chín mười ".repeat(4).strip();
    SegmentedDocument document = po("msgid \"" + source + "\"\nmsgstr \"\"\n");
    String merged = document.mergeText(document.segments(), Locale.ENGLISH);

    assertThat(merged.lines().skip(1)).startsWith("msgstr \"\"").allMatch(l -> l.length() <= 79);
    assertThat(PoReader.read(merged).get(0).string("msgstr").orElseThrow().value())
        .isEqualTo(source);
  }

  private static SegmentedDocument po(String text) {
    return SegmentedDocument.read(DocumentFormat.PO, text, Locale.ENGLISH);
  }
}
