package io.haidang.gateway.profile;

import io.haidang.gateway.engine.LocalEngine;
import io.haidang.models.CallContext;
import io.haidang.models.LanguagePair;
import io.haidang.translation.Excerpt;
import io.haidang.translation.Provenance;
import io.haidang.translation.SegmentAlternatives;
import io.haidang.translation.SegmentTranslator;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.TranslationContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes what it was given: whatever neither memory nor names know stays as it is. */
final class UnreadEngine implements SegmentTranslator {

  private static final String VERSION = "1";

  private UnreadEngine() {}

  static LocalEngine serving(Set<LanguagePair> pairs) {
    return new LocalEngine(
        new UnreadEngine(), SegmentAlternatives.NONE, pair -> VERSION, pairs, Optional.empty());
  }

  @Override
  public List<TranslatedSegment> translate(
      Excerpt excerpt, TranslationContext context, CallContext call) {
    Provenance provenance =
        new Provenance(
            "unread", VERSION, "", context.terms().glossary().release().value(), false, 0);
    return excerpt.texts().stream()
        .map(text -> new TranslatedSegment(text, text, Double.NaN, List.of(), provenance))
        .toList();
  }
}
