package io.haidang.summarization.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.glossary.Glossary;
import io.haidang.models.CallContext;
import io.haidang.summarization.Form;
import io.haidang.summarization.FormCandidate;
import io.haidang.summarization.FormDraft;
import io.haidang.summarization.FormMaker;
import io.haidang.summarization.FormRequest;
import io.haidang.summarization.FormSentence;
import io.haidang.summarization.Stories;
import io.haidang.summarization.StoryText;
import io.haidang.summarization.extract.Syllables;
import io.haidang.translation.fact.Fact;
import io.haidang.translation.fact.FactExtractor;
import io.haidang.translation.fact.FactKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Twenty stories of the kinds an office hands in, in every form. */
final class SampleStoriesTest {

  private static final Glossary NAMES = Glossary.starter();
  private static final FormMaker MAKER = FormMakers.extractive();
  private static final Pattern FIGURE = Pattern.compile("\\d+(?:[.,/:]\\d+)*");

  static List<Path> stories() throws IOException {
    try (Stream<Path> files = Files.list(Stories.samples().resolve("stories"))) {
      return files.filter(file -> file.toString().endsWith(".vi.txt")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("stories")
  void forms_ofAStory_areWithinLengthAndCutNoWordNumberOrName(Path file) {
    StoryText story = Stories.of(Stories.VIETNAMESE, Stories.lines(file));
    List<Fact> names = names(story);
    List<Form> empty = new ArrayList<>();
    for (Form form : Form.values()) {
      FormDraft draft =
          MAKER.make(
              new FormRequest(story, form, NAMES, "https://example.vn/tin/1"), CallContext.PATIENT);
      for (FormCandidate candidate : draft.candidates()) {
        assertThat(form.length(candidate.text())).isBetween(1, form.most());
        candidate.sentences().stream()
            .filter(FormSentence::isProse)
            .forEach(sentence -> requireUncut(sentence, story, names));
      }
      if (draft.candidates().isEmpty()) {
        empty.add(form);
      }
    }
    assertThat(empty).isEmpty();
  }

  private static void requireUncut(FormSentence sentence, StoryText story, List<Fact> names) {
    String source = String.join(" ", story.segments());
    assertThat(Syllables.of(source)).containsAll(Syllables.of(sentence.text()));
    assertThat(figures(source)).containsAll(figures(sentence.text()));
    for (int segment : sentence.segments()) {
      int end = end(sentence.text(), story.segments().get(segment));
      assertThat(names)
          .as("names that contain the end of: %s", sentence.text())
          .noneMatch(
              name ->
                  name.segment() == segment
                      && name.span().start() < end
                      && end < name.span().end());
    }
  }

  /** Where a segment has the last words of a sentence; 0 when it has not. */
  private static int end(String sentence, String segment) {
    List<String> words = Syllables.of(sentence);
    List<String> last = words.subList(Math.max(0, words.size() - 6), words.size());
    Matcher place =
        Pattern.compile(
                String.join("[^\\p{L}\\p{N}]+", last),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
            .matcher(segment);
    return place.find() ? place.end() : 0;
  }

  private static List<Fact> names(StoryText story) {
    return FactExtractor.of(NAMES)
        .extract(story.segments(), story.language(), story.date())
        .stream()
        .filter(fact -> fact.kind() == FactKind.NAME || fact.kind() == FactKind.CONCEPT)
        .toList();
  }

  private static List<String> figures(String text) {
    return FIGURE.matcher(text).results().map(MatchResult::group).toList();
  }
}
