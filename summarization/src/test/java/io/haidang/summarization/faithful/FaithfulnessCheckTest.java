package io.haidang.summarization.faithful;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.glossary.Glossary;
import io.haidang.summarization.FormSentence;
import io.haidang.summarization.FormSentence.Role;
import io.haidang.summarization.Stories;
import io.haidang.summarization.StoryText;
import io.haidang.translation.check.Finding;
import io.haidang.translation.check.Severity;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FaithfulnessCheckTest {

  private static final StoryText STORY =
      Stories.of(
          "Ngày 12/5/2026, ông Trần Văn Nam, Giám đốc Sở Tài chính, trao giấy phép cho 24 dự án.",
          "Tổng vốn đầu tư là 3,6 tỷ USD.",
          "Thành phố không tăng phí hạ tầng cảng biển.",
          "Hội nghị đón 300 doanh nghiệp.");

  private final FaithfulnessCheck check = FaithfulnessCheck.of(STORY, Glossary.starter());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "unsupported-number|Sở Tài chính trao giấy phép cho 42 dự án.|0",
        "unsupported-number|Thành phố trao giấy phép cho 300 dự án.|0",
        "unsupported-amount|Tổng vốn đầu tư là 6,3 tỷ USD.|1",
        "unsupported-date|Ngày 13/5/2026, Sở Tài chính trao giấy phép.|0",
        "unsupported-name|Ông Lê Quốc Bảo trao giấy phép cho 24 dự án.|0",
        "unsupported-negation|Hội nghị không đón 300 doanh nghiệp.|3",
        "lost-negation|Thành phố tăng phí hạ tầng cảng biển.|2",
      })
  void run_whatTheStoryDoesNotSay_isAnError(String id, String sentence, int segment) {
    assertThat(run(sentence, Stories.VIETNAMESE, segment))
        .anyMatch(f -> f.check().equals(id) && f.severity() == Severity.ERROR);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "vi|Sở Tài chính trao giấy phép cho 24 dự án.|0",
        "vi|Thành phố không tăng phí hạ tầng cảng biển.|2",
        "en|On 12 May 2026, the Department of Finance licensed 24 projects.|0",
        "en|Total investment is USD 3.6 billion.|1",
        "en|The city does not raise seaport fees.|2",
      })
  void run_whatTheStorySays_inAnyLanguage_isRight(String language, String sentence, int segment) {
    assertThat(run(sentence, Locale.forLanguageTag(language), segment)).isEmpty();
  }

  @Test
  void run_hashtagsAndLinks_areNoClaims() {
    FormSentence tags = new FormSentence("#HaiPhong #2027", List.of(), Role.HASHTAGS);
    assertThat(check.run(tags, Stories.VIETNAMESE)).isEmpty();
  }

  private List<Finding> run(String sentence, Locale language, int segment) {
    return check.run(new FormSentence(sentence, List.of(segment), Role.SENTENCE), language);
  }
}
