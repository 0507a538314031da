package io.haidang.gateway.recipe;

import io.haidang.gateway.draft.Originals;
import io.haidang.gateway.draft.ProductForm;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.engine.EngineRouter;
import io.haidang.gateway.engine.FormRouter;
import io.haidang.gateway.engine.SpeechEngines;
import io.haidang.gateway.store.Database;
import java.time.Clock;

/**
 * Knows how each product is made: the one place where forms differ for the job layer.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use.
 */
public final class Recipes {

  private final Recipe transcript;
  private final Recipe translation;
  private final Recipe subtitles;
  private final Recipe translatedSubtitles;
  private final Recipe voiceOver;
  private final Recipe translatedVoiceOver;
  private final Recipe form;
  private final Recipe translatedForm;

  /**
   * All recipes there are, on a node where nobody writes down speech.
   *
   * @param writers who words forms in the language of their asset
   */
  public Recipes(Database database, EngineRouter engines, FormRouter writers, Clock clock) {
    this(database, engines, SpeechEngines.NONE, writers, clock);
  }

  /**
   * All recipes there are.
   *
   * @param speech writes down what is said
   * @param writers who words forms in the language of their asset
   */
  public Recipes(
      Database database,
      EngineRouter engines,
      SpeechEngines speech,
      FormRouter writers,
      Clock clock) {
    Originals originals = new Originals(database.contents());
    transcript = new TranscriptRecipe(database, speech, clock);
    translation = new TranslationRecipe(originals, engines);
    subtitles = new SubtitleRecipe(originals);
    translatedSubtitles = new TranslatedSubtitleRecipe(database, originals, engines, clock);
    voiceOver = new VoiceOverRecipe(originals);
    translatedVoiceOver = new TranslatedVoiceOverRecipe(database, originals, engines, clock);
    form = new FormRecipe(originals, writers);
    translatedForm = new TranslatedFormRecipe(database, originals, engines, clock);
  }

  /** The recipe of a product, by its form and whether it speaks the language of its asset. */
  public Recipe of(Target target) {
    if (target.form().isTranslation()) {
      return translation;
    }
    if (target.form().isTranscript()) {
      return transcript;
    }
    if (target.form().equals(ProductForm.VOICE_OVER)) {
      return target.isInAnotherLanguage() ? translatedVoiceOver : voiceOver;
    }
    if (target.form().equals(ProductForm.SUBTITLES)) {
      return target.isInAnotherLanguage() ? translatedSubtitles : subtitles;
    }
    return target.isInAnotherLanguage() ? translatedForm : form;
  }
}
