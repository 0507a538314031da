package io.haidang.glossary.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.glossary.Glossary;
import io.haidang.glossary.GlossaryRelease;
import io.haidang.glossary.extract.TermCandidate.Example;
import io.haidang.glossary.extract.TermCandidate.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermExtractorTest {

  private static final Locale VI = Locale.forLanguageTag("vi");
  private static final Glossary NOTHING = Glossary.of(new GlossaryRelease("none"), List.of());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hôm nay Sở Du lịch họp với Sở Giao thông. | Sở Du lịch, Sở Giao thông",
        "Ban Tuyên giáo và Dân vận Thành ủy chủ trì. | Ban Tuyên giáo và Dân vận Thành ủy",
        "Sở Y tế và Sở Tài chính phối hợp. | Sở Y tế, Sở Tài chính",
        "Tại phường Lê Chân, trời mưa. | phường Lê Chân",
        "Người dân xã Cẩm Giang và xã Cẩm Giàng. | xã Cẩm Giang, xã Cẩm Giàng",
        "Trước đó ông Lê Ngọc Châu phát biểu. | Lê Ngọc Châu",
        "Chỉ số GRDP tăng. | GRDP",
        "Tại Hải Phòng trời nắng. | Hải Phòng",
        "Nghị quyết đã được ban hành. | NONE",
        "BÍ THƯ THÀNH ỦY | NONE",
      })
  void extract_sentence_findsNames(String sentence, String expected) {
    assertThat(new TermExtractor(NOTHING).extract(List.of(sentence), VI))
        .extracting(TermCandidate::text)
        .containsExactlyInAnyOrderElementsOf(
            expected.equals("NONE") ? List.of() : List.of(expected.split(", ")));
  }

  @Test
  void extract_whatTheGlossaryHas_isNotProposed() {
    List<String> text = List.of("Sở Ngoại vụ họp với Sở Du lịch.");

    assertThat(new TermExtractor(Glossary.starter()).extract(text, VI))
        .extracting(TermCandidate::text)
        .containsExactly("Sở Du lịch");
  }

  @Test
  void extract_phraseThatKeepsOccurring_isProposedWithExamples() {
    List<String> text =
        List.of(
            "Thành phố phát triển hạ tầng xanh.",
            "Đầu tư cho hạ tầng xanh tăng.",
            "Vai trò của hạ tầng xanh rất lớn.",
            "Trời mưa.");

    assertThat(new TermExtractor(NOTHING).extract(text, VI))
        .singleElement()
        .satisfies(
            candidate -> {
              assertThat(candidate.text()).isEqualTo("hạ tầng xanh");
              assertThat(candidate.kind()).isEqualTo(Kind.REPEATED);
              assertThat(candidate.count()).isEqualTo(3);
              assertThat(candidate.examples())
                  .extracting(Example::segment)
                  .containsExactly(0, 1, 2);
              assertThat(candidate.examples())
                  .extracting(Example::text)
                  .isEqualTo(text.subList(0, 3));
            });
  }

  @Test
  void extract_parallelText_guessesTheRendering() {
    List<TermCandidate> candidates =
        new TermExtractor(NOTHING)
            .extract(
                List.of(
                    "Hôm nay Sở Du lịch công bố kế hoạch.",
                    "Theo Sở Du lịch, khách tăng mạnh.",
                    "Mưa to ở phường Lê Chân."),
                VI,
                List.of(
                    "The Department of Tourism announced a plan today.",
                    "Visitors rose sharply, the Department of Tourism said.",
                    "Heavy rain fell in Le Chan Ward."),
                Locale.ENGLISH);

    Map<String, String> best = new HashMap<>();
    candidates.forEach(
        candidate -> best.put(candidate.text(), candidate.renderings().get(0).text()));
    assertThat(best)
        .containsEntry("Sở Du lịch", "Department of Tourism")
        .containsEntry("phường Lê Chân", "Le Chan Ward");
  }

  @Test
  void extract_textsOfOtherLength_areRefused() {
    assertThatThrownBy(
            () -> new TermExtractor(NOTHING).extract(List.of("a"), VI, List.of(), Locale.ENGLISH))
        .hasMessage("targets: 0 (expected: 1, as sources)");
  }

  /** Every proposal was read: + belongs into a glossary of this office, - does not. */
  @Test
  void extract_samples_areMostlyWorthReading() throws IOException {
    Map<String, Boolean> checked = checked();

    List<TermCandidate> proposed = new TermExtractor(Glossary.starter()).extract(samples(), VI);

    assertThat(proposed).extracting(TermCandidate::text).allMatch(checked::containsKey);
    assertThat(precision(proposed, checked)).isGreaterThanOrEqualTo(0.8);
    assertThat(precision(proposed.subList(0, 10), checked)).isGreaterThanOrEqualTo(0.9);
  }

  private static double precision(List<TermCandidate> proposed, Map<String, Boolean> checked) {
    long right =
        proposed.stream()
            .filter(candidate -> checked.getOrDefault(candidate.text(), false))
            .count();
    return (double) right / proposed.size();
  }

  private static Map<String, Boolean> checked() throws IOException {
    Map<String, Boolean> checked = new HashMap<>();
    try (InputStream list = TermExtractorTest.class.getResourceAsStream("checked.vi.txt")) {
      new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.length() > 2)
          .forEach(line -> checked.put(line.substring(2), line.charAt(0) == '+'));
    }
    return checked;
  }

  private static List<String> samples() throws IOException {
    Path samples = Path.of(System.getProperty("haidang.repository", "..")).resolve("docs/samples");
    List<String> segments = new ArrayList<>();
    for (String name : List.of("directive.vi.txt", "press-release.vi.txt")) {
      Files.readString(samples.resolve(name)).lines().forEach(segments::add);
    }
    return segments;
  }
}
