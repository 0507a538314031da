package io.haidang.translation.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class SegmenterTest {

  private static final Segmenter VIETNAMESE = Segmenter.forLanguage(Locale.forLanguageTag("vi"));

  static Stream<Arguments> examples() {
    return Stream.of(
        example("Trời mưa. Đường ngập.", "Trời mưa.", "Đường ngập."),
        example(
            "Đoàn đến TP. Hải Phòng. GS. TS. Nguyễn Văn An phát biểu.",
            "Đoàn đến TP. Hải Phòng.",
            "GS. TS. Nguyễn Văn An phát biểu."),
        example("PGS. Lê Thị Bình và ThS. Trần Văn Cường dự."),
        example("Mr. Smith của U.S. Embassy gặp Dr. Brown."),
        example("1. Nâng cao nhận thức, trách nhiệm"),
        example("Trồng lúa, ngô, v.v. ở ngoại thành."),
        example("Tổng vốn 1.234,5 tỷ đồng ngày 30.6.2025 tăng 3.5 lần."),
        example(
            "- Ban Bí thư (để báo cáo);\n- Thường trực Thành ủy;\n",
            "- Ban Bí thư (để báo cáo);",
            "- Thường trực Thành ủy;"),
        example(
            "Chờ đã... rồi ông đi. “Xin chào.” Bà nói.",
            "Chờ đã... rồi ông đi.",
            "“Xin chào.”",
            "Bà nói."),
        example("“Có thật không?” ông hỏi. Không!", "“Có thật không?” ông hỏi.", "Không!"),
        example(
            "CHỈ THỊ\nCỦA BAN THƯỜNG VỤ THÀNH ỦY\r\n\r\nvề tăng cường",
            "CHỈ THỊ",
            "CỦA BAN THƯỜNG VỤ THÀNH ỦY",
            "về tăng cường"),
        example(" \n\t ", new String[] {}));
  }

  private static Arguments example(String text, String... segments) {
    boolean whole = segments.length == 0 && !text.isBlank();
    return Arguments.of(text, whole ? List.of(text) : List.of(segments));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void segment_example_cutsWhereSentencesEnd(String text, List<String> expected) {
    assertThat(VIETNAMESE.segment(text).texts()).isEqualTo(expected);
  }

  @Test
  void segment_longSentence_isCutAtSemicolons() {
    String clause = "nâng cao chất lượng, hiệu quả công tác thông tin đối ngoại của thành phố; ";
    List<String> segments = VIETNAMESE.segment(clause.repeat(6).strip()).texts();
    assertThat(segments).hasSize(6).allMatch(segment -> segment.endsWith(";"));
  }

  @Test
  void segment_longWithoutSemicolon_staysWithinTheLongest() {
    String text = "một hai ba, bốn năm ".repeat(400).strip();
    assertThat(VIETNAMESE.segment(text).segments())
        .allMatch(segment -> segment.length() <= LongSentences.LONGEST);
  }

  @Test
  void join_originals_givesTheInputBack() {
    Random random = new Random(20261124);
    String[] atoms = {
      "a",
      "Đ",
      "ệ",
      "\u0301",
      ". ",
      "...",
      "? ",
      "!”",
      "\n",
      "\r\n",
      "\t",
      " ",
      "\u00a0",
      "1.",
      "TP. ",
      "; ",
      "- ",
      "“",
      "‹1›",
      "\uD83D\uDE00",
      "\u2029",
      "từ ngữ dài ".repeat(40)
    };
    for (int round = 0; round < 400; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(60); i > 0; i--) {
        text.append(atoms[random.nextInt(atoms.length)]);
      }
      Segmentation cut = VIETNAMESE.segment(text.toString());
      assertThat(cut.join(cut.texts())).isEqualTo(text.toString());
      assertThat(cut.texts()).noneMatch(String::isBlank).allMatch(t -> t.equals(t.strip()));
      assertThat(cut.join(cut.texts().stream().map(t -> "").toList())).matches("[\\s\\p{Z}]*");
    }
  }
}
