package io.haidang.gateway.recipe;

import io.haidang.gateway.draft.Originals;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.TextKind;
import io.haidang.gateway.engine.EngineRouter;
import io.haidang.gateway.review.MadeSegment;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.models.CallContext;
import io.haidang.translation.Excerpt;
import io.haidang.translation.SegmentTranslator;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.document.MergeOptions;
import io.haidang.translation.document.SegmentedDocument;
import io.haidang.translation.pipeline.DocumentNames;
import io.haidang.translation.pipeline.DocumentPlaces;
import java.util.ArrayList;
import java.util.List;

/** Translates a revision of an asset, segment by segment. */
final class TranslationRecipe implements Recipe {

  private final Originals originals;
  private final EngineRouter engines;

  TranslationRecipe(Originals originals, EngineRouter engines) {
    this.originals = originals;
    this.engines = engines;
  }

  @Override
  public Making begin(Target target, TermEnforcer names, CallContext call) {
    TextKind kind = TextKind.of(target);
    return new Translation(
        originals.document(target.asset()),
        engines.translator(kind),
        new TranslationContext(kind.pair(), target.asset().textDate(), names));
  }

  record Translation(
      SegmentedDocument document, SegmentTranslator translator, TranslationContext context)
      implements Making {

    @Override
    public int size() {
      return document.segments().size();
    }

    @Override
    public List<MadeSegment> make(List<Integer> places, CallContext call) {
      List<TranslatedSegment> translated =
          translator.translate(new Excerpt(document.segments(), places), context, call);
      List<MadeSegment> made = new ArrayList<>();
      for (int i = 0; i < places.size(); i++) {
        int place = places.get(i);
        made.add(MadeSegment.translation(place, document.units().get(place), translated.get(i)));
      }
      return made;
    }

    @Override
    public List<TranslatedSegment> settle(List<TranslatedSegment> written) {
      return DocumentPlaces.settle(
          DocumentNames.settle(written, context),
          document,
          MergeOptions.of(context.pair().target()));
    }
  }
}
