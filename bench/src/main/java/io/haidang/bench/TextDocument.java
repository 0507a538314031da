package io.haidang.bench;

import io.haidang.translation.document.DocumentFormat;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A made document of about 750 kB in a text format, of paragraphs, messages, cells or cues as such
 * files have them.
 */
record TextDocument(DocumentFormat format, String content) {

  private static final int LENGTH = 600_000;
  private static final String WORDS =
      "Sáng nay, lãnh đạo thành phố Hải Phòng đã tiếp đoàn đại biểu đến từ Incheon. Hai bên ký biên"
          + " bản ghi nhớ về hợp tác cảng biển.";

  static List<TextDocument> all() {
    return List.of(
        repeated(DocumentFormat.PLAIN, "", i -> WORDS + "\n", ""),
        repeated(DocumentFormat.HTML, "", i -> "<p>" + WORDS + " <b>Số " + i + "</b></p>\n", ""),
        repeated(
            DocumentFormat.MARKDOWN,
            "",
            i ->
                "## Mục " + i + "\n\n" + WORDS + " **Số " + i + "** và [liên kết](/" + i + ").\n\n",
            ""),
        repeated(DocumentFormat.SRT, "", i -> (i + 1) + "\n" + cue(i, ','), ""),
        repeated(DocumentFormat.VTT, "WEBVTT\n\n", i -> cue(i, '.'), ""),
        repeated(
            DocumentFormat.XLIFF12,
            "<xliff version=\"1.2\"><file source-language=\"vi\"><body>\n",
            i ->
                "<trans-unit id=\"%d\"><source>%s <g id=\"1\">Số</g></source></trans-unit>\n"
                    .formatted(i, WORDS),
            "</body></file></xliff>"),
        repeated(
            DocumentFormat.XLIFF2,
            "<xliff version=\"2.1\" srcLang=\"vi\"><file id=\"f\">\n",
            i ->
                "<unit id=\"%d\"><segment><source>%s <pc id=\"1\">Số</pc></source></segment></unit>\n"
                    .formatted(i, WORDS),
            "</file></xliff>"),
        repeated(DocumentFormat.CSV, "", i -> i + ",\"" + WORDS + "\",\"Số {n}\"\n", ""),
        repeated(
            DocumentFormat.JSON,
            "[",
            i -> "{\"id\":" + i + ",\"text\":\"" + WORDS + "\"},\n",
            "{}]"),
        repeated(
            DocumentFormat.PO, "", i -> "msgid \"" + WORDS + " " + i + "\"\nmsgstr \"\"\n\n", ""),
        repeated(
            DocumentFormat.SVG,
            "<svg>",
            i -> "<text x=\"1\">" + WORDS + " <tspan>Số</tspan></text>\n",
            "</svg>"));
  }

  private static TextDocument repeated(
      DocumentFormat format, String head, IntFunction<String> part, String tail) {
    StringBuilder content = new StringBuilder(head);
    for (int i = 0; content.length() < LENGTH; i++) {
      content.append(part.apply(i));
    }
    return new TextDocument(format, content.append(tail).toString());
  }

  /** Two lines; a sentence takes three cues. */
  private static String cue(int index, char point) {
    String second = "%02d:%02d:%02d".formatted(index / 3_600, index / 60 % 60, index % 60);
    String end = index % 3 == 2 ? "." : "";
    return "%s%c000 --> %s%c900%nSáng nay, lãnh đạo thành phố%nđã tiếp đoàn đại biểu đến từ%s%n%n"
        .formatted(second, point, second, point, end);
  }
}
