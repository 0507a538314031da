package io.haidang.summarization.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.glossary.Glossary;
import io.haidang.models.CallContext;
import io.haidang.models.LanguagePair;
import io.haidang.models.ModelDescriptor;
import io.haidang.models.ModelId;
import io.haidang.models.testing.ScriptedGenerator;
import io.haidang.summarization.Form;
import io.haidang.summarization.FormDraft;
import io.haidang.summarization.FormRequest;
import io.haidang.summarization.Stories;
import io.haidang.summarization.StoryText;
import io.haidang.summarization.extract.Similarities;
import io.haidang.summarization.form.FormMakers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

final class SequenceWriterTest {

  private static final StoryText STORY =
      Stories.of(
          "Hải Phòng đón doanh nghiệp",
          "Ngày 12/5/2026, Hải Phòng đón 300 doanh nghiệp đến từ nhiều nước.",
          "Tổng vốn của 24 dự án được giới thiệu là 3,6 tỷ USD.");

  @Test
  void draft_ofATrainedModel_comesFirstAndIsTiedToItsSources() {
    try (ScriptedGenerator model =
        model(text -> "hải Phòng đón 300 doanh nghiệp. 24 dự án có tổng vốn là 3,6 tỷ USD.")) {
      FormDraft draft = make(model, STORY);
      assertThat(draft.best().orElseThrow().origin().engine()).isEqualTo("test/summariser");
      assertThat(draft.best().orElseThrow().sentences().get(0).text())
          .isEqualTo("Hải Phòng đón 300 doanh nghiệp.");
      assertThat(draft.best().orElseThrow().sentences().get(1).segments()).contains(2);
    }
  }

  @Test
  void draft_ofAModelThatInvents_isOverruled() {
    try (ScriptedGenerator model = model(text -> "Hải Phòng đón 900 doanh nghiệp của 12 nước.")) {
      assertThat(make(model, STORY)).isEqualTo(extractive(STORY));
    }
  }

  @Test
  void longText_goesInParts() {
    List<String> paragraphs = new ArrayList<>();
    for (int i = 1; i <= 60; i++) {
      paragraphs.add(
          "Dự án số " + i + " của thành phố được khởi công tại một khu công nghiệp lớn.");
    }
    StoryText story = Stories.of(Stories.VIETNAMESE, paragraphs);
    try (ScriptedGenerator model = model(text -> text.substring(0, text.indexOf('.') + 1))) {
      make(model, story);
      assertThat(model.requests()).hasSizeGreaterThan(1);
      assertThat(model.requests()).allMatch(request -> request.text().length() <= 3_000);
    }
  }

  @Test
  void otherLanguage_isLeftToTheStorysSentences() {
    try (ScriptedGenerator model = ScriptedGenerator.of(null, text -> "Pwned.")) {
      assertThat(make(model, STORY)).isEqualTo(extractive(STORY));
      assertThat(model.requests()).isEmpty();
    }
  }

  private static FormDraft make(ScriptedGenerator model, StoryText story) {
    return FormMakers.withWriters(List.of(FormWriters.sequence(model)), Similarities.tfIdf())
        .make(request(story), CallContext.PATIENT);
  }

  private static FormDraft extractive(StoryText story) {
    return FormMakers.extractive().make(request(story), CallContext.PATIENT);
  }

  private static FormRequest request(StoryText story) {
    return new FormRequest(story, Form.SUMMARY_50, Glossary.starter());
  }

  private static ScriptedGenerator model(UnaryOperator<String> script) {
    return new ScriptedGenerator(
        new ModelDescriptor(
            new ModelId("test/summariser"),
            "1",
            Set.of(LanguagePair.of("vi", "vi")),
            null,
            1024,
            Set.of()),
        request -> script.apply(request.text()));
  }
}
