package io.haidang.summarization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.summarization.Summary.Sentence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LeadSummarizerTest {

  private final Summarizer lead = Summarizer.lead();

  @Test
  void summarize_pressText_takesTitleLeadAndParagraphStarts() {
    Summary summary =
        lead.summarize(
            List.of(
                "Hải Phòng đón nhà đầu tư",
                "Ngày 12/5, thành phố tổ chức hội nghị xúc tiến đầu tư.",
                "Hơn 300 doanh nghiệp tham dự.",
                "Thành phố cam kết cải cách thủ tục hành chính.",
                "Đây là câu thứ hai.",
                "Lễ hội sẽ khai mạc ngày 13/5 tại trung tâm."),
            List.of(0, 1, 1, 2, 2, 3));
    assertThat(summary.headline()).isEqualTo(new Sentence("Hải Phòng đón nhà đầu tư", List.of(0)));
    assertThat(summary.standfirst().segments()).containsExactly(1, 2);
    assertThat(summary.keyPoints())
        .extracting(Sentence::segments)
        .containsExactly(List.of(3), List.of(5));
  }

  @Test
  void summarize_withoutTitle_takesTheFirstSentence() {
    Summary summary =
        lead.summarize(List.of("Trời hôm nay mưa rất to.", "Đường phố ngập."), List.of(0, 0));
    assertThat(summary.headline().segments()).containsExactly(0);
    assertThat(summary.standfirst().segments()).containsExactly(1);
    assertThat(summary.keyPoints()).isEmpty();
  }

  @Test
  void summarize_directive_skipsTheLetterheadAndTheRecipients() throws Exception {
    List<String> lines =
        Files.readAllLines(
                Path.of(System.getProperty("haidang.repository"), "docs/samples/directive.vi.txt"))
            .stream()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .toList();
    Summary summary = lead.summarize(lines, IntStream.range(0, lines.size()).boxed().toList());
    assertThat(summary.headline().text())
        .startsWith("về tăng cường, đổi mới công tác thông tin")
        .endsWith("các năm tiếp theo");
    assertThat(summary.standfirst().text()).startsWith("Công tác thông tin");
    assertThat(summary.keyPoints()).hasSizeBetween(3, 5);
    assertThat(summary.keyPoints()).noneMatch(point -> point.text().contains("Nơi nhận"));
  }

  @Test
  void summarize_nothing_isEmpty() {
    Summary summary = lead.summarize(List.of(), List.of());
    assertThat(summary.headline()).isEqualTo(new Sentence("", List.of()));
    assertThat(summary.standfirst().text()).isEmpty();
  }

  @Test
  void summarize_unitsOfAnotherSize_isRefused() {
    assertThatThrownBy(() -> lead.summarize(List.of("a"), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
