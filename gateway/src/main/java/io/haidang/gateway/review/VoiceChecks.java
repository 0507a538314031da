package io.haidang.gateway.review;

import io.haidang.gateway.draft.Originals;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.review.SegmentTable.SegmentRow;
import io.haidang.gateway.review.VoiceScripts.Sentence;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.models.LanguagePair;
import io.haidang.summarization.FormSentence;
import io.haidang.summarization.StoryText;
import io.haidang.summarization.faithful.FaithfulnessCheck;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.check.Checks;
import io.haidang.translation.check.Finding;
import java.util.List;

/**
 * Holds a voice-over to its times, and to its source: to the facts of the recording in its own
 * language, sentence by sentence in another.
 */
final class VoiceChecks implements ProductChecks {

  private final List<Sentence> sentences;
  private final FaithfulnessCheck story;
  private final TranslationContext context;
  private final boolean isTranslated;

  private VoiceChecks(
      List<Sentence> sentences,
      FaithfulnessCheck story,
      TranslationContext context,
      boolean isTranslated) {
    this.sentences = List.copyOf(sentences);
    this.story = story;
    this.context = context;
    this.isTranslated = isTranslated;
  }

  /** Reads what the asset says; call it outside of transactions. */
  static VoiceChecks of(Target target, Originals originals, TermEnforcer terms) {
    TranslationContext context =
        new TranslationContext(
            new LanguagePair(target.asset().sourceLanguage(), target.language()),
            target.asset().textDate(),
            terms);
    StoryText text =
        StoryText.of(
            originals.document(target.asset()), context.pair().source(), context.textDate());
    return new VoiceChecks(
        new VoiceScripts(originals).sentences(target.asset()),
        FaithfulnessCheck.of(text, terms.glossary()),
        context,
        target.isInAnotherLanguage());
  }

  @Override
  public List<List<Finding>> after(List<SegmentRow> rows, int changed, String text) {
    return rows.stream()
        .map(row -> row.index() == changed ? findings(row, text.strip()) : row.findings())
        .toList();
  }

  /** A line that nobody speaks is in order. */
  private List<Finding> findings(SegmentRow row, String text) {
    if (text.isEmpty() || row.index() >= sentences.size()) {
      return List.of();
    }
    List<Finding> found =
        isTranslated
            ? Checks.run(row.source(), text, context)
            : FormFindings.unsupported(
                story, new FormSentence(text, row.origins(), row.role()), context);
    return VoiceFindings.with(
        found, sentences.get(row.index()).slot(), text, context.pair().target());
  }
}
