package io.haidang.summarization.form;

import io.haidang.glossary.Concept;
import io.haidang.glossary.ConceptId;
import io.haidang.glossary.FirstMention;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.Term;
import io.haidang.glossary.TermMatch;
import io.haidang.glossary.TermStatus;
import io.haidang.glossary.TextSpan;
import io.haidang.summarization.FormCandidate;
import io.haidang.summarization.FormRequest;
import io.haidang.summarization.FormSentence;
import io.haidang.summarization.compress.Sentences;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Writes official names out where a product has only an abbreviation, because the sentence that
 * introduces it was not chosen.
 */
final class FirstMentions {

  private final Glossary names;
  private final Locale language;
  private final LocalDate day;
  private final Set<ConceptId> introduced = new HashSet<>();

  private FirstMentions(Glossary names, Locale language, LocalDate day) {
    this.names = names;
    this.language = language;
    this.day = day;
  }

  static FormCandidate written(FormCandidate candidate, FormRequest request) {
    FirstMentions mentions =
        new FirstMentions(request.names(), request.story().language(), request.story().date());
    List<FormSentence> sentences = new ArrayList<>();
    for (FormSentence sentence : candidate.sentences()) {
      sentences.add(sentence.isProse() ? mentions.written(sentence) : sentence);
    }
    return candidate.withSentences(sentences);
  }

  private FormSentence written(FormSentence sentence) {
    StringBuilder text = new StringBuilder();
    int copied = 0;
    for (TermMatch match : names.match(sentence.text(), language, day)) {
      Optional<String> name = fullName(match);
      TextSpan span = match.span();
      if (name.isPresent()) {
        text.append(sentence.text(), copied, span.start()).append(name.get());
        copied = span.end();
      }
      introduced.add(match.concept().id());
    }
    return sentence.withText(
        Sentences.capitalized(text.append(sentence.text().substring(copied)).toString()));
  }

  /** What to write for an abbreviation that nothing has introduced. */
  private Optional<String> fullName(TermMatch match) {
    Term term = match.term();
    Concept concept = match.concept();
    boolean needed =
        term.status() == TermStatus.ABBREVIATION
            && term.firstMention() != FirstMention.FREE
            && !introduced.contains(concept.id());
    return needed ? concept.preferred(language).map(Term::text) : Optional.empty();
  }
}
