package io.haidang.summarization.generate;

import io.haidang.models.CallContext;
import io.haidang.models.GenerationOptions;
import io.haidang.models.GenerationRequest;
import io.haidang.models.LanguagePair;
import io.haidang.models.TextGenerator;
import io.haidang.summarization.CandidateSource;
import io.haidang.summarization.Form;
import io.haidang.summarization.FormCandidate;
import io.haidang.summarization.FormOrigin;
import io.haidang.summarization.FormRequest;
import io.haidang.summarization.FormSentence;
import io.haidang.summarization.FormSentence.Role;
import io.haidang.summarization.StoryText;
import io.haidang.summarization.compress.Sentences;
import io.haidang.summarization.extract.OutlineSentence;
import io.haidang.summarization.extract.StoryOutline;
import io.haidang.summarization.extract.Syllables;
import io.haidang.translation.segment.Segmenter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Asks a sequence-to-sequence model that was trained to summarise, such as ViT5 or BARTpho: a model
 * whose direction is from a language to the same. Long texts go in parts. The model does not say
 * where it has its sentences from; each is tied to those of the source that share most of its
 * words.
 *
 * @param model stays the caller's to close
 */
record SequenceWriter(TextGenerator model) implements CandidateSource {

  /** Of source text to a call; about a thousand tokens of Vietnamese. */
  private static final int CHUNK = 3_000;

  private static final int SOURCES = 3;
  private static final double SHARED = 0.3;

  @Override
  public List<FormCandidate> candidates(FormRequest request, CallContext call) {
    StoryText story = request.story();
    LanguagePair pair = new LanguagePair(story.language(), story.language());
    List<OutlineSentence> body = StoryOutline.of(story).body();
    if (!model.descriptor().pairs().contains(pair) || body.isEmpty()) {
      return List.of();
    }
    List<GenerationRequest> requests =
        chunks(body).stream().map(text -> new GenerationRequest(text, pair)).toList();
    List<FormSentence> sentences = new ArrayList<>();
    model
        .generate(requests, GenerationOptions.DEFAULT, call)
        .forEach(made -> sentences.addAll(sentences(made.text(), request, body)));
    return cut(request.form(), sentences);
  }

  private static List<String> chunks(List<OutlineSentence> body) {
    List<String> chunks = new ArrayList<>();
    StringBuilder chunk = new StringBuilder();
    for (OutlineSentence sentence : body) {
      if (!chunk.isEmpty() && chunk.length() + sentence.text().length() > CHUNK) {
        chunks.add(chunk.toString());
        chunk.setLength(0);
      }
      chunk.append(chunk.isEmpty() ? "" : " ").append(sentence.text());
    }
    chunks.add(chunk.toString());
    return chunks;
  }

  private static List<FormSentence> sentences(
      String made, FormRequest request, List<OutlineSentence> body) {
    Role role = request.form().kind() == Form.Kind.POINTS ? Role.POINT : Role.SENTENCE;
    return Segmenter.forLanguage(request.story().language()).segment(made).texts().stream()
        .map(text -> new FormSentence(Sentences.capitalized(text), sources(text, body), role))
        .toList();
  }

  /** Segments of the sentences that share most words with a text, in growing order. */
  private static List<Integer> sources(String text, List<OutlineSentence> body) {
    Set<String> words = new HashSet<>(Syllables.of(text));
    return body.stream()
        .filter(sentence -> shared(sentence, words) >= SHARED)
        .sorted((a, b) -> Double.compare(shared(b, words), shared(a, words)))
        .limit(SOURCES)
        .flatMap(sentence -> sentence.segments().stream())
        .sorted()
        .toList();
  }

  private static double shared(OutlineSentence sentence, Set<String> words) {
    Set<String> own = new HashSet<>(Syllables.of(sentence.text()));
    own.retainAll(words);
    return words.isEmpty() ? 0 : own.size() / (double) words.size();
  }

  /** As many of the first sentences as fit, and a headline of the first one. */
  private List<FormCandidate> cut(Form form, List<FormSentence> sentences) {
    List<FormCandidate> candidates = new ArrayList<>();
    FormOrigin origin =
        new FormOrigin(model.descriptor().id().value(), model.descriptor().version(), "");
    if (form.kind() == Form.Kind.HEADLINE) {
      for (FormSentence sentence : sentences) {
        String text = Sentences.withoutEnd(sentence.text());
        FormSentence title = new FormSentence(text, sentence.segments(), Role.TITLE);
        candidates.add(new FormCandidate(List.of(title), origin));
      }
      return candidates;
    }
    for (int count = sentences.size(); count > 0; count--) {
      candidates.add(new FormCandidate(sentences.subList(0, count), origin));
    }
    return candidates;
  }
}
