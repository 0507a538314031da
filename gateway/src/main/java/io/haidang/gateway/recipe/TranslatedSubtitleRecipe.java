package io.haidang.gateway.recipe;

import io.haidang.gateway.draft.Originals;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.TargetTable;
import io.haidang.gateway.draft.TextKind;
import io.haidang.gateway.engine.EngineRouter;
import io.haidang.gateway.review.Deliveries;
import io.haidang.gateway.review.MadeSegment;
import io.haidang.gateway.store.Database;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.models.CallContext;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.document.SegmentedDocument;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Translates the subtitles in the language of the transcript, by sentence across cues; the text
 * goes back into the same cues when it is delivered.
 */
final class TranslatedSubtitleRecipe implements Recipe {

  private final Database database;
  private final TargetTable targets;
  private final Originals originals;
  private final Deliveries deliveries;
  private final EngineRouter engines;

  TranslatedSubtitleRecipe(
      Database database, Originals originals, EngineRouter engines, Clock clock) {
    this.database = database;
    this.targets = new TargetTable(clock);
    this.originals = originals;
    this.deliveries = new Deliveries(database, clock);
    this.engines = engines;
  }

  @Override
  public Making begin(Target target, TermEnforcer names, CallContext call) {
    database.jdbi().useHandle(handle -> Sources.requireMade(handle, targets, target));
    TextKind kind = TextKind.of(target);
    SegmentedDocument cues = deliveries.source(target);
    SentenceWords spoken = SentenceWords.of(originals.document(target.asset()).segments());
    List<List<Integer>> origins = new ArrayList<>();
    cues.segments().forEach(segment -> origins.add(spoken.next(segment)));
    Making translation =
        new TranslationRecipe.Translation(
            cues,
            engines.translator(kind),
            new TranslationContext(kind.pair(), target.asset().textDate(), names));
    return new WithOrigins(translation, origins);
  }

  /** A translation of a document that is itself made from another. */
  private record WithOrigins(Making made, List<List<Integer>> origins) implements Making {

    @Override
    public int size() {
      return made.size();
    }

    @Override
    public List<MadeSegment> make(List<Integer> places, CallContext call) {
      return made.make(places, call).stream()
          .map(
              segment ->
                  new MadeSegment(
                      segment.index(),
                      segment.unit(),
                      segment.role(),
                      origins.get(segment.index()),
                      segment.segment()))
          .toList();
    }

    @Override
    public List<TranslatedSegment> settle(List<TranslatedSegment> written) {
      return made.settle(written);
    }

    @Override
    public TranslationContext context() {
      return made.context();
    }
  }
}
