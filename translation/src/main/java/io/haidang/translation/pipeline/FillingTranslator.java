package io.haidang.translation.pipeline;

import io.haidang.models.CallContext;
import io.haidang.translation.Excerpt;
import io.haidang.translation.SegmentTranslator;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.TranslationContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows some segments by itself, and asks another translator for the rest. */
abstract class FillingTranslator implements SegmentTranslator {

  private final SegmentTranslator translator;

  FillingTranslator(SegmentTranslator translator) {
    this.translator = translator;
  }

  /**
   * What needs no engine; empty for a segment that does.
   *
   * @param index among the places of the excerpt
   */
  abstract Optional<TranslatedSegment> known(
      Excerpt excerpt, int index, TranslationContext context);

  @Override
  public final List<TranslatedSegment> translate(
      Excerpt excerpt, TranslationContext context, CallContext call) {
    List<@Nullable TranslatedSegment> segments = new ArrayList<>();
    List<Integer> missing = new ArrayList<>();
    for (int i = 0; i < excerpt.places().size(); i++) {
      call.check();
      TranslatedSegment known = known(excerpt, i, context).orElse(null);
      segments.add(known);
      if (known == null) {
        missing.add(i);
      }
    }
    if (!missing.isEmpty()) {
      List<TranslatedSegment> made = translator.translate(excerpt.only(missing), context, call);
      for (int i = 0; i < made.size(); i++) {
        segments.set(missing.get(i), made.get(i));
      }
    }
    return segments.stream().map(Objects::requireNonNull).toList();
  }
}
