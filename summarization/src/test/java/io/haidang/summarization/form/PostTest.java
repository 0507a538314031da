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
import io.haidang.summarization.FormRequest;
import io.haidang.summarization.FormSentence.Role;
import io.haidang.summarization.Stories;
import io.haidang.summarization.StoryText;
import io.haidang.summarization.post.FoldPreview;
import io.haidang.summarization.post.Hashtags;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

final class PostTest {

  private static final Locale VI = Stories.VIETNAMESE;
  private static final String LINK = "https://example.vn/tin-tuc/hoi-nghi-xuc-tien-dau-tu-2026";
  private static final Glossary NAMES =
      Glossary.of(
          new GlossaryRelease("test"),
          List.of(
              concept("hai-phong", "Hải Phòng", "Hai Phong", ""),
              concept("cam-giang-a", "xã Cẩm Giang", "Cam Giang Commune", ""),
              concept("cam-giang-b", "xã Cẩm Giàng", "Cam Giang Commune", ""),
              concept(
                  "heza",
                  "Ban Quản lý Khu kinh tế Hải Phòng",
                  "Hai Phong Economic Zone Authority",
                  "HEZA")));

  private static final StoryText STORY =
      Stories.of(
          "Hải Phòng xúc tiến đầu tư",
          "Ngày 12/5/2026, Ban Quản lý Khu kinh tế Hải Phòng (HEZA) tổ chức hội nghị xúc tiến đầu tư tại Hải Phòng.",
          "HEZA giới thiệu 24 dự án với tổng vốn 3,6 tỷ USD.",
          "Hội nghị đón 300 doanh nghiệp của 12 nước đến Hải Phòng.");

  private static Concept concept(String id, String vi, String en, String abbreviation) {
    Concept.Builder concept =
        Concept.builder(id)
            .term(new Term(VI, vi, TermStatus.PREFERRED))
            .term(new Term(Locale.ENGLISH, en, TermStatus.PREFERRED));
    return abbreviation.isEmpty()
        ? concept.build()
        : concept
            .term(new Term(VI, abbreviation, TermStatus.ABBREVIATION))
            .term(new Term(Locale.ENGLISH, abbreviation, TermStatus.ABBREVIATION))
            .build();
  }

  @ParameterizedTest
  @EnumSource(value = Form.class, names = "POST_.*", mode = Mode.MATCH_ALL)
  void post_forEachPlatform_fitsAndHasItsPartsInPlace(Form form) {
    FormCandidate post = make(form);
    assertThat(form.length(post.text())).isLessThanOrEqualTo(form.most());
    boolean links =
        form != Form.POST_INSTAGRAM && form != Form.POST_TIKTOK && form != Form.POST_ZALO;
    assertThat(post.has(Role.LINK)).isEqualTo(links);
    assertThat(post.has(Role.HASHTAGS)).isEqualTo(form != Form.POST_ZALO);
    assertThat(post.text())
        .containsPattern("HEZA|Ban Quản lý Khu kinh tế Hải Phòng|300 doanh nghiệp");
  }

  @Test
  void abbreviation_whoseIntroductionWasNotChosen_isWrittenOut() {
    StoryText story =
        Stories.of(
            "HEZA giới thiệu 24 dự án với tổng vốn 3,6 tỷ USD. Sau một năm, HEZA cấp phép 9 dự án.");
    String text =
        FormMakers.extractive()
            .make(new FormRequest(story, Form.SUMMARY_50, NAMES), CallContext.PATIENT)
            .best()
            .orElseThrow()
            .text();
    assertThat(text)
        .startsWith("Ban Quản lý Khu kinh tế Hải Phòng giới thiệu")
        .contains("Sau một năm, HEZA cấp phép");
  }

  @Test
  void hashtags_areNamesWithoutSpacesAndMarks_mostMentionedFirst() {
    assertThat(Hashtags.of(STORY, NAMES, VI, 5)).containsExactly("#HaiPhong", "#HEZA");
    assertThat(Hashtags.of(STORY, NAMES, Locale.ENGLISH, 1)).containsExactly("#HaiPhong");
    assertThat(Hashtags.of(STORY, NAMES, Locale.FRENCH, 5)).isEmpty();
  }

  @Test
  void hashtags_ofNamesThatDifferByMarksOnly_keepTheirMarks() {
    StoryText story = Stories.of("Hai xã Cẩm Giang và xã Cẩm Giàng, xã Cẩm Giang trước.");
    assertThat(Hashtags.of(story, NAMES, VI, 5)).containsExactly("#XãCẩmGiang", "#XãCẩmGiàng");
  }

  @Test
  void preview_beforeTheFold_endsWithAWholeWord() {
    String text = "Hải Phòng ".repeat(40).strip();
    String seen = FoldPreview.of(Form.POST_INSTAGRAM, text);
    assertThat(seen).endsWith("…").hasSizeLessThanOrEqualTo(126);
    assertThat(seen.substring(0, seen.length() - 1)).matches("(Hải Phòng ?)*(Hải)?");
    assertThat(FoldPreview.of(Form.POST_X, text)).isEqualTo(text);
  }

  private static FormCandidate make(Form form) {
    return FormMakers.extractive()
        .make(new FormRequest(STORY, form, NAMES, LINK), CallContext.PATIENT)
        .best()
        .orElseThrow();
  }
}
