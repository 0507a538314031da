package io.haidang.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A Word file of any length, split into runs as Word splits them after some editing. */
final class OfficeDocument {

  /** About what fills a page of A4. */
  private static final int PARAGRAPHS_ON_A_PAGE = 8;

  private static final String MAIN =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

  private static final List<String> SENTENCES =
      List.of(
          "Ủy ban nhân dân thành phố Hải Phòng yêu cầu các sở, ban, ngành khẩn trương triển khai. ",
          "Kinh phí thực hiện là 1.234,5 tỷ đồng, trong đó ngân sách thành phố chi 60%. ",
          "Cảng quốc tế Lạch Huyện đón chuyến tàu đầu tiên vào ngày 12 tháng 5 năm 2026. ",
          "Khách du lịch đến Cát Bà và Đồ Sơn tăng 12% so với cùng kỳ năm trước. ");

  private OfficeDocument() {}

  static byte[] ofPages(int pages) {
    StringBuilder body = new StringBuilder(pages * 9_000);
    for (int i = 0; i < pages * PARAGRAPHS_ON_A_PAGE; i++) {
      paragraph(body, i);
    }
    String document =
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
            + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
            + "<w:body>"
            + body
            + "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/></w:sectPr></w:body></w:document>";
    return zip(Map.of("[Content_Types].xml", types(), "_rels/.rels", relations()), document);
  }

  private static void paragraph(StringBuilder body, int number) {
    body.append("<w:p w:rsidR=\"00A12B34\"><w:pPr><w:jc w:val=\"both\"/></w:pPr>");
    for (int i = 0; i < SENTENCES.size(); i++) {
      String[] words = SENTENCES.get((number + i) % SENTENCES.size()).split("(?<= )", -1);
      for (int word = 0; word < words.length; word++) {
        boolean bold = i == 1 && (word == 3 || word == 4);
        run(body, words[word], bold, (number + word) % 5 == 0);
      }
    }
    body.append("</w:p>");
  }

  private static void run(StringBuilder body, String text, boolean bold, boolean foreign) {
    body.append("<w:r w:rsidRPr=\"00C56D78\"><w:rPr>")
        .append(bold ? "<w:b/>" : "")
        .append("<w:sz w:val=\"28\"/>")
        .append(foreign ? "<w:lang w:val=\"vi-VN\"/>" : "")
        .append("</w:rPr><w:t xml:space=\"preserve\">")
        .append(text)
        .append("</w:t></w:r>");
  }

  private static String types() {
    return "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        + "<Default Extension=\"rels\""
        + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Override PartName=\"/word/document.xml\" ContentType=\""
        + MAIN
        + "\"/></Types>";
  }

  private static String relations() {
    String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    return "<Relationships"
        + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + "<Relationship Id=\"rId1\" Type=\""
        + office
        + "/officeDocument\" Target=\"word/document.xml\"/></Relationships>";
  }

  private static byte[] zip(Map<String, String> parts, String document) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        write(zip, part.getKey(), part.getValue());
      }
      write(zip, "word/document.xml", document);
    } catch (IOException e) {
      throw new IllegalStateException("in memory", e);
    }
    return bytes.toByteArray();
  }

  private static void write(ZipOutputStream zip, String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content.getBytes(UTF_8));
    zip.closeEntry();
  }
}
