package io.haidang.summarization.form;

import io.haidang.summarization.Form;
import io.haidang.summarization.FormCandidate;
import io.haidang.summarization.FormSentence;
import io.haidang.summarization.NoCandidate;
import io.haidang.summarization.faithful.FaithfulnessCheck;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Judges candidates: length, then grammar, then faithfulness. */
final class CandidateGate {

  private final Form form;
  private final Locale language;
  private final WholeSentences grammar;
  private final FaithfulnessCheck faithfulness;
  private final Map<FormSentence, Boolean> judged = new HashMap<>();

  /**
   * A gate for candidates in {@code language}.
   *
   * @param faithfulness knows the facts of the story
   */
  CandidateGate(Form form, Locale language, FaithfulnessCheck faithfulness) {
    this.form = form;
    this.language = language;
    this.grammar = new WholeSentences(language);
    this.faithfulness = faithfulness;
  }

  /** Why a candidate may not be offered; null when it may. */
  @Nullable NoCandidate refusal(FormCandidate candidate) {
    if (!form.fits(candidate.text())) {
      return NoCandidate.TOO_LONG;
    }
    if (!grammar.accept(candidate)) {
      return NoCandidate.UNGRAMMATICAL;
    }
    return candidate.sentences().stream().allMatch(this::isFaithful)
        ? null
        : NoCandidate.UNFAITHFUL;
  }

  /** Whether a sentence says only what the story says; many candidates have one in common. */
  boolean isFaithful(FormSentence sentence) {
    return judged.computeIfAbsent(sentence, s -> faithfulness.run(s, language).isEmpty());
  }
}
