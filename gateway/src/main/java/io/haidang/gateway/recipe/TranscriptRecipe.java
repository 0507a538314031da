package io.haidang.gateway.recipe;

import io.haidang.gateway.draft.Medium;
import io.haidang.gateway.draft.RevisionTable;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.TextKind;
import io.haidang.gateway.engine.SpeechEngines;
import io.haidang.gateway.engine.SpeechEngines.Heard;
import io.haidang.gateway.media.Ffmpeg;
import io.haidang.gateway.media.Soundtracks;
import io.haidang.gateway.review.HeardTable;
import io.haidang.gateway.review.SpeechFindings;
import io.haidang.gateway.store.Database;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.models.CallContext;
import io.haidang.models.ModelException;
import io.haidang.models.Recording;
import io.haidang.models.SpokenPiece;
import io.haidang.summarization.FormSentence;
import io.haidang.summarization.FormSentence.Role;
import io.haidang.translation.Provenance;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.check.Finding;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Has a recording written down. What the service heard is kept at once, so that it is asked once
 * for a recording, however often the run is interrupted.
 */
final class TranscriptRecipe implements Recipe {

  private final Database database;
  private final SpeechEngines engines;
  private final Soundtracks soundtracks = new Soundtracks(new Ffmpeg("ffmpeg"));
  private final Clock clock;

  TranscriptRecipe(Database database, SpeechEngines engines, Clock clock) {
    this.database = database;
    this.engines = engines;
    this.clock = clock;
  }

  @Override
  public Making begin(Target target, TermEnforcer names, CallContext call) {
    Heard heard =
        database
            .jdbi()
            .withHandle(handle -> HeardTable.find(handle, target.id()))
            .orElseGet(() -> hear(target, call));
    TranslationContext context =
        new TranslationContext(TextKind.of(target).pair(), target.asset().textDate(), names);
    Provenance provenance =
        new Provenance(
            heard.engine(), heard.version(), "", names.glossary().release().value(), false, 0);
    return heard.pieces().isEmpty()
        ? new MadeForm(
            List.of(),
            List.of(segment("", "", Double.NaN, List.of(SpeechFindings.none()), provenance)),
            context)
        : made(heard.pieces(), provenance, context);
  }

  private static MadeForm made(
      List<SpokenPiece> pieces, Provenance provenance, TranslationContext context) {
    List<FormSentence> sentences = new ArrayList<>();
    List<TranslatedSegment> segments = new ArrayList<>();
    for (SpokenPiece piece : pieces) {
      sentences.add(new FormSentence(piece.text(), List.of(), Role.SENTENCE));
      segments.add(
          segment(
              PlayTime.of(piece.startMillis()) + " – " + PlayTime.of(piece.endMillis()),
              piece.text(),
              piece.confidence(),
              SpeechFindings.of(piece),
              provenance));
    }
    return new MadeForm(sentences, segments, context);
  }

  /** Beside the words stands when they are said. */
  private static TranslatedSegment segment(
      String time, String text, double confidence, List<Finding> findings, Provenance provenance) {
    return new TranslatedSegment(time, text, confidence, findings, provenance);
  }

  private Heard hear(Target target, CallContext call) {
    Medium medium =
        database
            .jdbi()
            .withHandle(handle -> RevisionTable.latest(handle, target.asset().id()))
            .medium();
    if (medium == null) {
      throw new ModelException.Unsupported("recording: none (expected: an asset with one)");
    }
    Recording recording =
        soundtracks.of(
            database.contents().bytes(medium.digest()), medium.mediaType(), target.language());
    Heard heard = engines.transcribe(recording, call);
    database
        .jdbi()
        .useTransaction(handle -> HeardTable.insert(handle, target.id(), heard, clock.instant()));
    return heard;
  }
}
