package io.haidang.summarization.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.glossary.Concept;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.GlossaryRelease;
import io.haidang.glossary.Term;
import io.haidang.glossary.TermStatus;
import io.haidang.models.CallContext;
import io.haidang.summarization.Form;
import io.haidang.summarization.FormCandidate;
import io.haidang.summarization.FormDraft;
import io.haidang.summarization.FormRequest;
import io.haidang.summarization.NoCandidate;
import io.haidang.summarization.Stories;
import io.haidang.summarization.StoryText;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HeadlineTest {

  private static final Glossary NAMES = Glossary.starter();

  @Test
  void headline_ofADirective_isItsSubjectAndNeitherLetterheadNorCutOff() {
    StoryText directive = Stories.sample("directive.vi.txt");

    FormDraft draft = make(directive);

    assertThat(draft.best().orElseThrow().text())
        .isEqualTo("Tăng cường, đổi mới công tác thông tin, truyền thông đối ngoại");
    assertThat(draft.candidates())
        .allMatch(candidate -> candidate.text().codePointCount(0, candidate.text().length()) < 65);
  }

  @Test
  void headline_ofATitleThatFits_isTheTitle() {
    StoryText story =
        Stories.of(
            "Hải Phòng đón 300 doanh nghiệp Nhật Bản",
            "Ngày 12/5/2026, thành phố tổ chức hội nghị xúc tiến đầu tư với Nhật Bản.");

    FormCandidate best = make(story).best().orElseThrow();

    assertThat(best.text()).isEqualTo("Hải Phòng đón 300 doanh nghiệp Nhật Bản");
    assertThat(best.sentences().get(0).segments()).containsExactly(0);
  }

  @Test
  void headline_ofATitleInCapitals_isASentenceThatKeepsNames() {
    StoryText story =
        Stories.of(
            "THÔNG CÁO BÁO CHÍ",
            "HẢI PHÒNG KHỞI CÔNG BẾN SỐ 9",
            "CẢNG LẠCH HUYỆN",
            "Sáng 12/5/2026, Ủy ban nhân dân thành phố khởi công bến số 9 cảng Lạch Huyện.",
            "Dự án do một doanh nghiệp FDI đầu tư tại Hải Phòng.");

    assertThat(make(story).best().orElseThrow().text())
        .isEqualTo("Hải Phòng khởi công bến số 9 cảng Lạch Huyện");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hải Phòng khai trương trung tâm logistics lạnh đầu tiên phục vụ xuất khẩu nông sản"
            + "|Hải Phòng khai trương trung tâm logistics lạnh",
        "Tàu công-ten-nơ chạy methanol đầu tiên cập Cảng nước sâu Lạch Huyện"
            + "|Tàu công-ten-nơ chạy methanol cập Cảng nước sâu Lạch Huyện",
        "Bão làm tốc mái 1.300 nhà, Hải Phòng khôi phục điện cho 96% khách hàng"
            + "|Hải Phòng khôi phục điện cho 96% khách hàng",
        "KẾ HOẠCH của Ban Chỉ đạo công tác thông tin đối ngoại về tuyên truyền đối ngoại năm 2026"
            + "|Tuyên truyền đối ngoại năm 2026",
        "Công điện khẩn: Hải Phòng chủ động ứng phó bão số 3 và mưa lớn sau bão trong đêm nay"
            + "|Hải Phòng chủ động ứng phó bão số 3 và mưa lớn sau bão",
      })
  void headline_ofATitleThatIsTooLong_saysLessAndNothingElse(String title, String headline) {
    StoryText story =
        Stories.of(title, "Thành phố có 4,6 triệu dân.", "Trời hôm nay nắng ở khắp nơi.");
    assertThat(make(story).best().orElseThrow().text()).isEqualTo(headline);
  }

  @Test
  void headline_withoutRoomForAnOfficialName_hasItsAbbreviation() {
    Locale vi = Stories.VIETNAMESE;
    Concept committee =
        Concept.builder("committee")
            .term(new Term(vi, "Ủy ban nhân dân thành phố", TermStatus.PREFERRED))
            .term(new Term(vi, "UBND TP", TermStatus.ABBREVIATION))
            .build();
    StoryText story =
        Stories.of(
            "Ủy ban nhân dân thành phố quyết định cấm xe tải đi qua cầu Bính",
            "Ủy ban nhân dân thành phố quyết định cấm xe tải nặng đi qua cầu Bính giờ cao điểm");

    FormDraft tight =
        FormMakers.extractive()
            .make(
                new FormRequest(
                    Stories.of("Ủy ban nhân dân thành phố quyết định cấm xe tải nặng qua cầu Bính"),
                    Form.HEADLINE,
                    glossary(committee)),
                CallContext.PATIENT);
    assertThat(tight.best().orElseThrow().text())
        .isEqualTo("UBND TP quyết định cấm xe tải nặng qua cầu Bính");
    assertThat(
            FormMakers.extractive()
                .make(
                    new FormRequest(story, Form.HEADLINE, glossary(committee)), CallContext.PATIENT)
                .best()
                .orElseThrow()
                .text())
        .as("a name that has room is written out")
        .startsWith("Ủy ban nhân dân thành phố");
  }

  @Test
  void headline_withoutTitle_isASentenceThatFits() {
    StoryText story = Stories.of("Trời hôm nay mưa rất to. Đường phố ngập sâu từ sáng sớm.");

    assertThat(make(story).best().orElseThrow().text())
        .isIn("Trời hôm nay mưa rất to", "Đường phố ngập sâu từ sáng sớm");
  }

  @Test
  void headline_whenNothingWholeFits_isEmptyAndSaysWhy() {
    StoryText story =
        Stories.of(
            "Nghị quyết Đại hội XIV của Đảng, Nghị quyết Đại hội Đảng bộ thành phố và các kế hoạch",
            "Các sở, ban, ngành, đoàn thể, quận, huyện, phường, xã, đặc khu, cơ quan, đơn vị đã nộp hồ sơ.");

    FormDraft draft = make(story);

    assertThat(draft.candidates()).isEmpty();
    assertThat(draft.reason()).isEqualTo(NoCandidate.TOO_LONG);
  }

  @Test
  void headline_ofNothing_isEmptyForLackOfText() {
    assertThat(make(Stories.of("")).reason()).isEqualTo(NoCandidate.NO_TEXT);
  }

  private static Glossary glossary(Concept concept) {
    return Glossary.of(new GlossaryRelease("test"), List.of(concept));
  }

  private static FormDraft make(StoryText story) {
    return FormMakers.extractive()
        .make(new FormRequest(story, Form.HEADLINE, NAMES), CallContext.PATIENT);
  }
}
