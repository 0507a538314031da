package io.haidang.gateway.recipe;

import io.haidang.gateway.draft.Originals;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.TextKind;
import io.haidang.gateway.review.SubtitleFiles;
import io.haidang.gateway.review.SubtitleFindings;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.models.CallContext;
import io.haidang.summarization.FormSentence;
import io.haidang.summarization.FormSentence.Role;
import io.haidang.translation.Provenance;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.check.Finding;
import io.haidang.translation.document.subtitle.Cue;
import java.util.ArrayList;
import java.util.List;

/** Cuts a transcript with times into readable cues, in its own language. */
final class SubtitleRecipe implements Recipe {

  private final Originals originals;

  SubtitleRecipe(Originals originals) {
    this.originals = originals;
  }

  @Override
  public Making begin(Target target, TermEnforcer names, CallContext call) {
    List<Cue> cues = new SubtitleFiles(originals).compose(target.asset());
    SentenceWords spoken = SentenceWords.of(originals.document(target.asset()).segments());
    List<List<Finding>> found = SubtitleFindings.of(cues, target.language());
    Provenance provenance =
        new Provenance("composer", "", "", names.glossary().release().value(), false, 0);
    List<FormSentence> sentences = new ArrayList<>();
    List<TranslatedSegment> segments = new ArrayList<>();
    for (int i = 0; i < cues.size(); i++) {
      List<Integer> origins = spoken.next(cues.get(i).text());
      String shown = String.join("\n", cues.get(i).lines());
      sentences.add(new FormSentence(cues.get(i).text(), origins, Role.SENTENCE));
      segments.add(
          new TranslatedSegment(
              spoken.wording(origins), shown, Double.NaN, found.get(i), provenance));
    }
    return new MadeForm(
        sentences,
        segments,
        new TranslationContext(TextKind.of(target).pair(), target.asset().textDate(), names));
  }
}
