package io.haidang.summarization.form;

import io.haidang.summarization.Form;
import io.haidang.summarization.FormCandidate;
import io.haidang.summarization.FormRequest;
import io.haidang.summarization.NoCandidate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Judges candidates: length, then grammar, then faithfulness. */
final class CandidateGate {

  private final Form form;
  private final WholeSentences grammar;

  private CandidateGate(FormRequest request, Locale language) {
    this.form = request.form();
    this.grammar = new WholeSentences(language);
  }

  /** For candidates in the language of the story. */
  static CandidateGate ofSource(FormRequest request) {
    return new CandidateGate(request, request.story().language());
  }

  /** For candidates that were translated from it. */
  static CandidateGate ofTarget(FormRequest request, Locale language) {
    return new CandidateGate(request, language);
  }

  /** Why a candidate may not be offered; null when it may. */
  @Nullable NoCandidate refusal(FormCandidate candidate) {
    if (!form.fits(candidate.text())) {
      return NoCandidate.TOO_LONG;
    }
    return grammar.accept(candidate) ? null : NoCandidate.UNGRAMMATICAL;
  }
}
