package io.haidang.gateway.recipe;

import io.haidang.gateway.draft.Originals;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.TargetTable;
import io.haidang.gateway.draft.TextKind;
import io.haidang.gateway.engine.EngineRouter;
import io.haidang.gateway.review.MadeSegment;
import io.haidang.gateway.review.ProductSegment;
import io.haidang.gateway.review.SegmentTable;
import io.haidang.gateway.review.VoiceFindings;
import io.haidang.gateway.review.VoiceScripts;
import io.haidang.gateway.review.VoiceScripts.Sentence;
import io.haidang.gateway.store.Database;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.models.CallContext;
import io.haidang.summarization.FormSentence.Role;
import io.haidang.translation.Excerpt;
import io.haidang.translation.Provenance;
import io.haidang.translation.SegmentTranslator;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.pipeline.DocumentNames;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Translates the voice-over in the language of the asset line by line, at the same times. */
final class TranslatedVoiceOverRecipe implements Recipe {

  private final Database database;
  private final TargetTable targets;
  private final Originals originals;
  private final EngineRouter engines;

  TranslatedVoiceOverRecipe(
      Database database, Originals originals, EngineRouter engines, Clock clock) {
    this.database = database;
    this.targets = new TargetTable(clock);
    this.originals = originals;
    this.engines = engines;
  }

  @Override
  public Making begin(Target target, TermEnforcer names, CallContext call) {
    List<ProductSegment> lines =
        database
            .jdbi()
            .withHandle(
                handle ->
                    SegmentTable.product(
                        handle, Sources.requireMade(handle, targets, target).id()));
    TextKind kind = TextKind.of(target);
    return new Lines(
        lines,
        new VoiceScripts(originals).sentences(target.asset()),
        engines.translator(kind),
        new TranslationContext(kind.pair(), target.asset().textDate(), names));
  }

  private record Lines(
      List<ProductSegment> lines,
      List<Sentence> sentences,
      SegmentTranslator translator,
      TranslationContext context)
      implements Making {

    @Override
    public int size() {
      return lines.size();
    }

    /** A line that nobody speaks stays one. */
    @Override
    public List<MadeSegment> make(List<Integer> places, CallContext call) {
      List<String> texts = lines.stream().map(ProductSegment::plain).toList();
      List<Integer> spoken = places.stream().filter(place -> !texts.get(place).isBlank()).toList();
      Iterator<TranslatedSegment> translated =
          spoken.isEmpty()
              ? List.<TranslatedSegment>of().iterator()
              : translator.translate(new Excerpt(texts, spoken), context, call).iterator();
      List<MadeSegment> made = new ArrayList<>();
      for (int place : places) {
        TranslatedSegment segment = texts.get(place).isBlank() ? silence() : translated.next();
        made.add(new MadeSegment(place, place, Role.SENTENCE, lines.get(place).origins(), segment));
      }
      return made;
    }

    private TranslatedSegment silence() {
      String release = context.terms().glossary().release().value();
      return new TranslatedSegment(
          "", "", Double.NaN, List.of(), new Provenance("", "", "", release, false, 0));
    }

    @Override
    public List<TranslatedSegment> settle(List<TranslatedSegment> written) {
      List<TranslatedSegment> named = DocumentNames.settle(written, context);
      List<TranslatedSegment> settled = new ArrayList<>();
      for (int i = 0; i < named.size(); i++) {
        settled.add(i < sentences.size() ? timed(named.get(i), sentences.get(i)) : named.get(i));
      }
      return settled;
    }

    private TranslatedSegment timed(TranslatedSegment segment, Sentence sentence) {
      return segment.withSimilarity(
          segment.similarity(),
          VoiceFindings.with(
              segment.findings(), sentence.slot(), segment.target(), context.pair().target()));
    }
  }
}
