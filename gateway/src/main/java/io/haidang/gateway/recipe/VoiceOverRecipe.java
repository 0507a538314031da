package io.haidang.gateway.recipe;

import io.haidang.gateway.draft.Originals;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.TextKind;
import io.haidang.gateway.review.VoiceFindings;
import io.haidang.gateway.review.VoiceScripts;
import io.haidang.gateway.review.VoiceScripts.Sentence;
import io.haidang.glossary.Term;
import io.haidang.glossary.TermMatch;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.models.CallContext;
import io.haidang.summarization.FormSentence;
import io.haidang.summarization.FormSentence.Role;
import io.haidang.translation.Provenance;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.TranslationContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words to be spoken in the language of the asset: its sentences, in which official names that are
 * abbreviated stand in full where the language lets them.
 */
final class VoiceOverRecipe implements Recipe {

  /** What listeners cannot make out, while readers can. */
  private static final Pattern ABBREVIATION =
      Pattern.compile("(?<![\\p{L}\\p{N}])\\p{Lu}{2,8}(?![\\p{L}\\p{N}])");

  private final Originals originals;

  VoiceOverRecipe(Originals originals) {
    this.originals = originals;
  }

  @Override
  public Making begin(Target target, TermEnforcer names, CallContext call) {
    List<Sentence> spoken = new VoiceScripts(originals).sentences(target.asset());
    SentenceWords words = SentenceWords.of(originals.document(target.asset()).segments());
    TranslationContext context =
        new TranslationContext(TextKind.of(target).pair(), target.asset().textDate(), names);
    Provenance provenance =
        new Provenance("composer", "", "", names.glossary().release().value(), false, 0);
    List<FormSentence> sentences = new ArrayList<>();
    List<TranslatedSegment> segments = new ArrayList<>();
    for (Sentence sentence : spoken) {
      List<Integer> origins = words.next(sentence.text());
      String text = inFull(sentence.text(), context);
      sentences.add(new FormSentence(text, origins, Role.SENTENCE));
      segments.add(
          new TranslatedSegment(
              words.wording(origins),
              text,
              Double.NaN,
              VoiceFindings.of(sentence.slot(), text, target.language()),
              provenance));
    }
    return new MadeForm(sentences, segments, context);
  }

  /** Vietnamese names need no article and never change, so that the full one fits everywhere. */
  private static String inFull(String text, TranslationContext context) {
    Locale language = context.pair().source();
    if (!language.getLanguage().equals("vi")) {
      return text;
    }
    StringBuilder full = new StringBuilder();
    int done = 0;
    for (TermMatch match : context.terms().glossary().match(text, language, context.textDate())) {
      String name = match.concept().preferred(language).map(Term::text).orElse("");
      if (match.span().start() >= done && isShort(match.span().of(text), name)) {
        full.append(text, done, match.span().start()).append(name);
        done = match.span().end();
      }
    }
    return full.append(text.substring(done)).toString();
  }

  /** Whether a text abbreviates what the name writes in full. */
  private static boolean isShort(String written, String name) {
    Matcher abbreviation = ABBREVIATION.matcher(written);
    return !name.isEmpty() && abbreviation.find() && !name.contains(abbreviation.group());
  }
}
