package io.haidang.summarization.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.glossary.Glossary;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.models.CallContext;
import io.haidang.models.LanguagePair;
import io.haidang.summarization.Form;
import io.haidang.summarization.FormCandidate;
import io.haidang.summarization.FormDraft;
import io.haidang.summarization.FormRequest;
import io.haidang.summarization.FormSentence;
import io.haidang.summarization.FormSentence.Role;
import io.haidang.summarization.NoCandidate;
import io.haidang.summarization.Stories;
import io.haidang.summarization.StoryText;
import io.haidang.translation.Excerpt;
import io.haidang.translation.Provenance;
import io.haidang.translation.SegmentTranslator;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.check.Finding;
import io.haidang.translation.check.Severity;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class TranslatedFormsTest {

  private static final Glossary NAMES = Glossary.starter();
  private static final TranslationContext CONTEXT =
      new TranslationContext(LanguagePair.of("vi", "en"), Stories.DAY, new TermEnforcer(NAMES));
  private static final StoryText STORY =
      Stories.of(
          "Hải Phòng đón 300 doanh nghiệp Nhật Bản",
          "Ngày 12/5/2026, Hải Phòng đón 300 doanh nghiệp.",
          "Thành phố giới thiệu 24 dự án.");
  private static final Finding ERROR =
      new Finding("term-missing", Severity.ERROR, null, null, "Hai Phong City", "");
  private static final FormRequest REQUEST = new FormRequest(STORY, Form.HEADLINE, NAMES);

  @Test
  void translate_firstCandidateThatPasses_isTaken() {
    TranslatedForm form =
        translate(
            Map.of(
                "Một", "Hai Phong and all the other cities welcome 300 enterprises of 500 towns",
                "Hai", "Hai Phong welcomes 500 Japanese firms",
                "Ba", "Hai Phong welcomes 300 Japanese firms."),
            title("Một", 0),
            title("Hai", 0),
            title("Ba", 0));

    FormCandidate target = Objects.requireNonNull(form.target());
    assertThat(target.text()).isEqualTo("Hai Phong welcomes 300 Japanese firms");
    assertThat(Objects.requireNonNull(form.source()).text()).isEqualTo("Ba");
    assertThat(form.segments()).hasSize(1);
    assertThat(target.sentences().get(0).segments()).containsExactly(0);
  }

  @Test
  void translate_headlineThatIsTooLongInTheOtherLanguage_losesAClauseOrGetsAnAbbreviation() {
    assertThat(
            text(
                "Hai Phong welcomes 300 Japanese enterprises in the new conference centre of the city"))
        .isEqualTo("Hai Phong welcomes 300 Japanese enterprises");
    StoryText ministry = Stories.of("Hải Phòng đón Bộ Ngoại giao và 300 doanh nghiệp Nhật Bản");
    FormDraft draft =
        new FormDraft(Form.HEADLINE, Stories.VIETNAMESE, List.of(title("Một", 0)), null);
    String english = "Hai Phong welcomes the Ministry of Foreign Affairs and 300 enterprises";
    TranslatedForm form =
        new TranslatedForms(words(Map.of("Một", english)))
            .translate(
                draft,
                new FormRequest(ministry, Form.HEADLINE, NAMES),
                CONTEXT,
                CallContext.PATIENT);
    assertThat(Objects.requireNonNull(form.target()).text())
        .isEqualTo("Hai Phong welcomes the MOFA and 300 enterprises");
  }

  private static String text(String english) {
    return Objects.requireNonNull(translate(Map.of("Một", english), title("Một", 0)).target())
        .text();
  }

  @Test
  void translate_whenTheEngineDoubtsItself_itsSurestCandidateIsTaken() {
    SegmentTranslator doubtful =
        (excerpt, context, call) ->
            excerpt.texts().stream().map(s -> doubted(s, s.equals("Hai") ? -1.2 : -1.9)).toList();
    FormDraft draft =
        new FormDraft(
            Form.HEADLINE,
            Stories.VIETNAMESE,
            List.of(title("Một", 0), title("Hai", 0), title("Ba", 0)),
            null);

    TranslatedForm form =
        new TranslatedForms(doubtful).translate(draft, REQUEST, CONTEXT, CallContext.PATIENT);

    assertThat(Objects.requireNonNull(form.source()).text()).isEqualTo("Hai");
  }

  private static TranslatedSegment doubted(String source, double confidence) {
    return new TranslatedSegment(
        source,
        "Hai Phong welcomes 300 firms",
        confidence,
        List.of(),
        new Provenance("engine", "", "", "", false, 0));
  }

  @Test
  void translate_whenOnlyAWrongNumberFits_isEmptyAsUnfaithful() {
    TranslatedForm form = translate(Map.of("Một", "Hai Phong welcomes 500 firms"), title("Một", 0));
    assertThat(form.target()).isNull();
    assertThat(form.reason()).isEqualTo(NoCandidate.UNFAITHFUL);
  }

  @Test
  void translate_whatTheTranslatorCallsAnError_isNotOffered() {
    SegmentTranslator wrong =
        (excerpt, context, call) ->
            words(Map.of("Một", "Hai Phong welcomes firms"))
                .translate(excerpt, context, call)
                .stream()
                .map(segment -> segment.withSimilarity(0.9, List.of(ERROR)))
                .toList();
    FormDraft draft =
        new FormDraft(Form.HEADLINE, Stories.VIETNAMESE, List.of(title("Một", 0)), null);
    assertThat(
            new TranslatedForms(wrong)
                .translate(draft, REQUEST, CONTEXT, CallContext.PATIENT)
                .reason())
        .isEqualTo(NoCandidate.UNFAITHFUL);
  }

  @Test
  void translate_blankTranslation_isNoSentence() {
    assertThat(translate(Map.of("Một", " "), title("Một", 0)).reason())
        .isEqualTo(NoCandidate.UNGRAMMATICAL);
  }

  @Test
  void translate_pointThatWentWrong_isLeftOutWhenEnoughAreLeft() {
    FormRequest points = new FormRequest(STORY, Form.KEY_POINTS, NAMES);
    FormCandidate four =
        new FormCandidate(
            List.of(point("Một", 1), point("Hai", 1), point("Ba", 2), point("Bốn", 2)));
    FormDraft draft = new FormDraft(Form.KEY_POINTS, Stories.VIETNAMESE, List.of(four), null);
    SegmentTranslator english =
        words(
            Map.of(
                "Một", "Hai Phong welcomes 300 firms.",
                "Hai", "Hai Phong welcomes 900 firms.",
                "Ba", "The city presents 24 projects.",
                "Bốn", "24 projects are presented."));

    TranslatedForm form =
        new TranslatedForms(english).translate(draft, points, CONTEXT, CallContext.PATIENT);

    assertThat(Objects.requireNonNull(form.target()).prose())
        .hasSize(3)
        .noneMatch(text -> text.contains("900"));
    assertThat(Objects.requireNonNull(form.source()).prose()).containsExactly("Một", "Ba", "Bốn");
    assertThat(form.segments()).hasSize(3);
  }

  private static FormSentence point(String text, int segment) {
    return new FormSentence(text, List.of(segment), Role.POINT);
  }

  @Test
  void translate_draftWithoutCandidates_keepsItsReason() {
    FormDraft draft =
        new FormDraft(Form.HEADLINE, Stories.VIETNAMESE, List.of(), NoCandidate.TOO_LONG);
    assertThat(
            new TranslatedForms(words(Map.of()))
                .translate(draft, REQUEST, CONTEXT, CallContext.PATIENT)
                .reason())
        .isEqualTo(NoCandidate.TOO_LONG);
  }

  private static FormCandidate title(String text, int segment) {
    return new FormCandidate(List.of(new FormSentence(text, List.of(segment), Role.TITLE)));
  }

  private static TranslatedForm translate(Map<String, String> words, FormCandidate... candidates) {
    FormDraft draft = new FormDraft(Form.HEADLINE, Stories.VIETNAMESE, List.of(candidates), null);
    return new TranslatedForms(words(words))
        .translate(draft, REQUEST, CONTEXT, CallContext.PATIENT);
  }

  /** A translator with a list of sentences. */
  private static SegmentTranslator words(Map<String, String> words) {
    return (Excerpt excerpt, TranslationContext context, CallContext call) ->
        excerpt.texts().stream()
            .map(
                text ->
                    new TranslatedSegment(
                        text,
                        words.getOrDefault(text, ""),
                        0,
                        List.of(),
                        new Provenance("list", "1", "", "", false, 0)))
            .toList();
  }
}
