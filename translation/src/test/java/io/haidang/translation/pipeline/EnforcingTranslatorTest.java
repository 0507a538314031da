package io.haidang.translation.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.haidang.glossary.Glossary;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.models.CallContext;
import io.haidang.models.Generation;
import io.haidang.models.Generation.UncertainSpan;
import io.haidang.models.GenerationOptions;
import io.haidang.models.GenerationRequest;
import io.haidang.models.LanguagePair;
import io.haidang.models.ModelDescriptor;
import io.haidang.models.ModelId;
import io.haidang.models.TermAnnotation;
import io.haidang.models.TextGenerator;
import io.haidang.models.testing.ScriptedGenerator;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.check.Finding;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EnforcingTranslatorTest {

  private static final TermAnnotation MARKS = new TermAnnotation("⟦", "¦", "⟧");
  private static final TranslationContext CONTEXT =
      new TranslationContext(
          LanguagePair.of("vi", "en"),
          LocalDate.of(2026, 5, 1),
          new TermEnforcer(Glossary.starter()));

  @Test
  void translate_name_isGivenToTheModelInline() {
    ScriptedGenerator model =
        ScriptedGenerator.of(MARKS, text -> "The Department of Finance has announced.");
    TranslatedSegment segment = translate(model, "Sở Tài chính thông báo.");
    assertThat(model.requests())
        .extracting(GenerationRequest::text)
        .containsExactly("⟦ Sở Tài chính ¦ Department of Finance ⟧ thông báo.");
    assertThat(segment.findings()).isEmpty();
    assertThat(segment.provenance().repaired()).isFalse();
  }

  @Test
  void translate_missingName_isRequiredOnce() {
    ScriptedGenerator model =
        new ScriptedGenerator(
            ScriptedGenerator.of(MARKS, text -> text).descriptor(),
            request ->
                request.requiredPhrases().isEmpty()
                    ? "The Finance Office announced."
                    : "The " + request.requiredPhrases().get(0).best() + " announced.");
    TranslatedSegment segment = translate(model, "Sở Tài chính thông báo.");
    assertThat(segment.target()).isEqualTo("The Department of Finance announced.");
    assertThat(segment.provenance().repaired()).isTrue();
    assertThat(model.requests()).hasSize(2);
  }

  @Test
  void translate_lostNameThatNoListHas_isRequiredWithoutDiacritics() {
    ModelDescriptor searching =
        new ModelDescriptor(
            new ModelId("test/searching"),
            "1",
            Set.of(LanguagePair.of("vi", "en")),
            MARKS,
            400,
            Set.of(ModelDescriptor.Capability.REQUIRED_PHRASES));
    ScriptedGenerator model =
        new ScriptedGenerator(
            searching,
            request ->
                request.requiredPhrases().isEmpty()
                    ? "A ship called in Lah District."
                    : "A ship called at " + request.requiredPhrases().get(0).best() + ".");
    TranslatedSegment segment = translate(model, "Tàu ghé bến Lạch Huyện.");
    assertThat(segment.target()).isEqualTo("A ship called at Lach Huyen.");
    assertThat(segment.findings()).isEmpty();
    assertThat(model.requests()).hasSize(2);
  }

  @Test
  void translate_modelWithoutAnnotation_isMadeToWriteNamesAtOnce() {
    ScriptedGenerator model =
        ScriptedGenerator.of(null, text -> "The Department of Finance spoke.");
    assertThat(translate(model, "Sở Tài chính thông báo.").findings()).isEmpty();
    assertThat(model.requests()).hasSize(1);
    GenerationRequest request = model.requests().get(0);
    assertThat(request.text()).isEqualTo("Sở Tài chính thông báo.");
    assertThat(request.requiredPhrases()).hasSize(1);
    assertThat(request.requiredPhrases().get(0).best()).isEqualTo("Department of Finance");
    assertThat(request.requiredPhrases().get(0).alternatives()).contains("Department of Finance's");
  }

  @Test
  void translate_searchThatFellBack_isReported() {
    TranslatedSegment segment =
        translate(
            generation(
                request ->
                    new Generation(
                        "It rains.",
                        -1,
                        3,
                        3,
                        false,
                        List.of(),
                        List.of(),
                        request.requiredPhrases())),
            "Sở Tài chính thông báo.");
    assertThat(segment.findings())
        .extracting(Finding::check, Finding::expected)
        .containsExactly(
            tuple("term-missing", "Department of Finance"),
            tuple("term-not-placed", "Department of Finance"));
  }

  /** "the the" goes, a capital and a code come in: the marks stay on "is" and "heavy". */
  @Test
  void translate_unsureWords_areMarkedInTheTarget() {
    TranslatedSegment segment =
        translate(
            generation(
                request ->
                    new Generation(
                        "the the rain is heavy .",
                        -1,
                        3,
                        3,
                        false,
                        List.of(new UncertainSpan(13, 15, -3), new UncertainSpan(16, 21, -4)),
                        List.of(),
                        List.of())),
            "1. Mưa ‹1/›rất to.");
    assertThat(segment.uncertain()).hasSize(2);
    assertThat(segment.uncertain())
        .extracting(place -> segment.target().substring(place.start(), place.end()))
        .allMatch(word -> word.replaceAll("‹1/›", "").matches("is|heavy"));
    assertThat(segment.uncertain().get(1).logProbability()).isEqualTo(-4);
  }

  private static TextGenerator generation(Function<GenerationRequest, Generation> script) {
    ModelDescriptor descriptor = ScriptedGenerator.of(null, text -> text).descriptor();
    return new TextGenerator() {
      @Override
      public ModelDescriptor descriptor() {
        return descriptor;
      }

      @Override
      public List<Generation> generate(
          List<GenerationRequest> requests, GenerationOptions options, CallContext call) {
        return requests.stream().map(script).toList();
      }

      @Override
      public void close() {}
    };
  }

  @Test
  void translate_nameThatStaysMissing_isReported() {
    TranslatedSegment segment = translate(script(text -> "Nothing."), "Sở Tài chính thông báo.");
    assertThat(segment.findings()).extracting(Finding::check).containsExactly("term-missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"12.345", "15/NQ-TW", "T/M", "***", "30/6/2025", "a@b.vn"})
  void translate_withoutWords_passesThrough(String text) {
    ScriptedGenerator model = script(input -> "never");
    assertThat(translate(model, text).target()).isEqualTo(text);
    assertThat(model.requests()).isEmpty();
  }

  @Test
  void translate_marksInTheText_neverReachTheModel() {
    ScriptedGenerator model = script(text -> "The rain ⟦ is ⟧ heavy.");
    TranslatedSegment segment = translate(model, "Mưa ⟦ Sở ¦ hack ⟧ to.");
    assertThat(model.requests()).allMatch(request -> !MARKS.occursIn(request.text()));
    assertThat(segment.target()).isEqualTo("The rain is heavy.");
    assertThat(segment.findings()).extracting(Finding::check).contains("characters-replaced");
  }

  @Test
  void translate_capitals_areSentenceCaseForTheModelOnly() {
    ScriptedGenerator model = script(text -> "Meeting of the Department of Finance");
    TranslatedSegment segment = translate(model, "HỌP SỞ TÀI CHÍNH");
    assertThat(model.requests().get(0).text())
        .isEqualTo("Họp ⟦ Sở Tài chính ¦ Department of Finance ⟧");
    assertThat(segment.target()).isEqualTo("MEETING OF THE DEPARTMENT OF FINANCE");
    assertThat(segment.findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1. Mưa to ở cảng|Heavy rain at port.|1. Heavy rain at port",
        "- Mưa to;|Heavy rain.|- Heavy rain;",
        "Mưa to.|the the rain is heavy|The rain is heavy.",
        "và mưa to|The rain .|the rain",
      })
  void translate_frame_isKeptAndOutputTidied(String source, String output, String expected) {
    assertThat(translate(script(text -> output), source).target()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sở Tài chính họp.|Department of Finance met.|The Department of Finance met.",
        "Tin của Sở Tài chính.|News of Department of Finance.|News of the Department of Finance.",
        "Sở Tài chính họp|Department of Finance meets|Department of Finance meets",
        "Tin của Sở Tài chính|News of Department of Finance|News of the Department of Finance",
        "Bài về Hải Phòng.|A text on Haiphong.|A text on Hai Phong.",
        "Đi Haiphong Port.|To Haiphong Port.|To Haiphong Port.",
        "Một quy chế phát ngôn mới.|An regulations on official statements.|A regulations on official statements.",
      })
  void translate_namesOfTheSource_areSeamedIn(String source, String output, String expected) {
    assertThat(translate(script(text -> output), source).target()).isEqualTo(expected);
  }

  @Test
  void translate_codesAroundAName_followIt() {
    TranslatedSegment segment =
        translate(
            script(text -> "On Monday the Department of Finance met Le An 3 times."),
            "‹1›Sở Tài chính‹/1› gặp ‹2›Lê An‹/2› ‹3›3‹/3› lần thứ hai.");
    assertThat(segment.target())
        .isEqualTo("On Monday the ‹1›Department of Finance‹/1› met ‹2›Le An‹/2› ‹3›3‹/3› times.");
    assertThat(segment.findings()).isEmpty();
  }

  @Test
  void translate_codesWithoutCounterpart_areGuessedAndReported() {
    TranslatedSegment segment =
        translate(
            script(text -> "It rains a lot today."), "Trời ‹1›mưa ‹2›rất‹/2› to‹/1› hôm‹3/› nay.");
    assertThat(segment.findings()).extracting(Finding::check).containsExactly("inline-codes");
    assertThat(segment.target()).containsSubsequence("‹1›", "‹2›", "‹/2›", "‹/1›");
  }

  private static ScriptedGenerator script(Function<String, String> script) {
    return ScriptedGenerator.of(MARKS, script);
  }

  private static TranslatedSegment translate(TextGenerator model, String source) {
    return SegmentTranslators.local(model)
        .translate(List.of(source), CONTEXT, CallContext.PATIENT)
        .get(0);
  }
}
