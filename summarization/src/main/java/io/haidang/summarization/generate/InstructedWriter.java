package io.haidang.summarization.generate;

import io.haidang.models.CallContext;
import io.haidang.models.InstructedModel;
import io.haidang.summarization.CandidateSource;
import io.haidang.summarization.FormCandidate;
import io.haidang.summarization.FormOrigin;
import io.haidang.summarization.FormRequest;
import io.haidang.summarization.FormSentence;
import io.haidang.summarization.extract.OutlineSentence;
import io.haidang.summarization.extract.StoryOutline;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks a model that reads instructions. A long text is put to it in parts; what it makes of the
 * parts is put to it once more.
 *
 * @param model stays the caller's to close
 */
record InstructedWriter(InstructedModel model) implements CandidateSource {

  /** Of source text to a question; about two thousand tokens of Vietnamese. */
  private static final int CHUNK = 6_000;

  @Override
  public List<FormCandidate> candidates(FormRequest request, CallContext call) {
    List<OutlineSentence> sentences = sentences(request);
    while (length(sentences) > CHUNK) {
      List<OutlineSentence> shorter = new ArrayList<>();
      for (List<OutlineSentence> part : parts(sentences)) {
        ask(request, part, call).forEach(made -> shorter.add(source(made, shorter.size())));
      }
      if (length(shorter) >= length(sentences)) {
        return List.of(); // It does not summarise.
      }
      sentences = shorter;
    }
    List<FormSentence> made = sentences.isEmpty() ? List.of() : ask(request, sentences, call);
    return made.isEmpty() ? List.of() : List.of(new FormCandidate(made, origin()));
  }

  private FormOrigin origin() {
    return new FormOrigin(model.id().value(), model.version(), SummaryPrompt.VERSION);
  }

  private static List<OutlineSentence> sentences(FormRequest request) {
    StoryOutline outline = StoryOutline.of(request.story());
    List<OutlineSentence> sentences = new ArrayList<>();
    outline.title().ifPresent(sentences::add);
    sentences.addAll(outline.body());
    return sentences;
  }

  private List<FormSentence> ask(
      FormRequest request, List<OutlineSentence> sentences, CallContext call) {
    String answer =
        model.answer(
            SummaryPrompt.instructions(request.form(), request.story().language()),
            SummaryPrompt.data(request.form(), sentences),
            call);
    return SummaryAnswer.read(answer, request.form(), sentences);
  }

  private static OutlineSentence source(FormSentence made, int index) {
    return new OutlineSentence(made.text(), made.segments(), index, 0);
  }

  private static int length(List<OutlineSentence> sentences) {
    return sentences.stream().mapToInt(sentence -> sentence.text().length()).sum();
  }

  private static List<List<OutlineSentence>> parts(List<OutlineSentence> sentences) {
    List<List<OutlineSentence>> parts = new ArrayList<>();
    List<OutlineSentence> part = new ArrayList<>();
    for (OutlineSentence sentence : sentences) {
      if (!part.isEmpty() && length(part) + sentence.text().length() > CHUNK) {
        parts.add(part);
        part = new ArrayList<>();
      }
      part.add(sentence);
    }
    parts.add(part);
    return parts;
  }
}
