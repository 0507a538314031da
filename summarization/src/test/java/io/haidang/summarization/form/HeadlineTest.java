package io.haidang.summarization.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.glossary.Glossary;
import io.haidang.models.CallContext;
import io.haidang.summarization.Form;
import io.haidang.summarization.FormCandidate;
import io.haidang.summarization.FormDraft;
import io.haidang.summarization.FormRequest;
import io.haidang.summarization.NoCandidate;
import io.haidang.summarization.Stories;
import io.haidang.summarization.StoryText;
import org.junit.jupiter.api.Test;

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

  private static FormDraft make(StoryText story) {
    return FormMakers.extractive()
        .make(new FormRequest(story, Form.HEADLINE, NAMES), CallContext.PATIENT);
  }
}
