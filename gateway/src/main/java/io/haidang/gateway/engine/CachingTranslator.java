package io.haidang.gateway.engine;

import io.haidang.models.CallContext;
import io.haidang.models.LanguagePair;
import io.haidang.translation.Excerpt;
import io.haidang.translation.SegmentTranslator;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.TranslationContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Spares one engine what it has written before.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use.
 */
final class CachingTranslator implements SegmentTranslator {

  private final SegmentTranslator translator;
  private final TranslationCache cache;
  private final Function<LanguagePair, String> identity;
  private final int neighbours;

  /**
   * A cache before {@code translator}.
   *
   * @param identity engine and versions that serve a direction now
   * @param neighbours segments on either side that the engine looks at, 0 or more; one that looks
   *     at none reads no wishes either
   */
  CachingTranslator(
      SegmentTranslator translator,
      TranslationCache cache,
      Function<LanguagePair, String> identity,
      int neighbours) {
    this.translator = translator;
    this.cache = cache;
    this.identity = identity;
    this.neighbours = neighbours;
  }

  @Override
  public List<TranslatedSegment> translate(
      Excerpt excerpt, TranslationContext context, CallContext call) {
    List<TranslationCache.Key> keys = keys(excerpt, context, call);
    Map<TranslationCache.Key, TranslatedSegment> known = new LinkedHashMap<>();
    Map<TranslationCache.Key, Integer> missing = new LinkedHashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      TranslatedSegment segment = cache.get(keys.get(i));
      if (segment == null) {
        missing.putIfAbsent(keys.get(i), i);
      } else {
        known.put(keys.get(i), again(segment));
      }
    }
    if (!missing.isEmpty()) {
      known.putAll(made(missing, excerpt, context, call));
    }
    return keys.stream().map(key -> Objects.requireNonNull(known.get(key))).toList();
  }

  private List<TranslationCache.Key> keys(
      Excerpt excerpt, TranslationContext context, CallContext call) {
    String engine = identity.apply(context.pair());
    List<String> texts = excerpt.texts();
    List<TranslationCache.Key> keys = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      keys.add(
          new TranslationCache.Key(
              texts.get(i),
              around(excerpt, i),
              context.pair(),
              context.textDate(),
              engine,
              context.terms().glossary().release().value(),
              neighbours == 0 ? List.of() : context.wishes(),
              call.reach()));
    }
    return keys;
  }

  /** The place itself is marked, or a sentence before would look like one after. */
  private List<String> around(Excerpt excerpt, int index) {
    if (neighbours == 0) {
      return List.of();
    }
    List<String> around = new ArrayList<>(excerpt.before(index, neighbours));
    around.add("");
    around.addAll(excerpt.after(index, neighbours));
    return around;
  }

  private Map<TranslationCache.Key, TranslatedSegment> made(
      Map<TranslationCache.Key, Integer> missing,
      Excerpt excerpt,
      TranslationContext context,
      CallContext call) {
    List<TranslatedSegment> made =
        translator.translate(excerpt.only(List.copyOf(missing.values())), context, call);
    Map<TranslationCache.Key, TranslatedSegment> byKey = new LinkedHashMap<>();
    int next = 0;
    for (TranslationCache.Key key : missing.keySet()) {
      TranslatedSegment segment = made.get(next++);
      byKey.put(key, segment);
      if (!segment.target().isBlank()) { // Nothing is no result: the next try may bring one.
        cache.put(key, segment);
      }
    }
    return byKey;
  }

  /** The same text, which took no time now. */
  private static TranslatedSegment again(TranslatedSegment segment) {
    return segment.withProvenance(segment.provenance().fromCache());
  }
}
