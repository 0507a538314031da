package io.haidang.gateway.jobs;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.haidang.models.CallContext;
import io.haidang.models.LanguagePair;
import io.haidang.translation.SegmentTranslator;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.TranslationContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what the machine wrote, as long as text, direction, model, glossary and date are the
 * same.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use.
 */
public final class CachingTranslator implements SegmentTranslator {

  /** About 40 MB of text. */
  private static final long MAX_CHARACTERS = 20_000_000;

  private final SegmentTranslator translator;
  private final Function<LanguagePair, String> modelVersion;
  private final Cache<Key, TranslatedSegment> cache =
      Caffeine.newBuilder()
          .maximumWeight(MAX_CHARACTERS)
          .weigher(
              (Key key, TranslatedSegment value) ->
                  2 * key.source().length() + value.target().length())
          .build();

  /**
   * A cache before {@code translator}.
   *
   * @param modelVersion the version of the model that serves a direction now
   */
  public CachingTranslator(
      SegmentTranslator translator, Function<LanguagePair, String> modelVersion) {
    this.translator = translator;
    this.modelVersion = modelVersion;
  }

  @Override
  public List<TranslatedSegment> translate(
      List<String> sources, TranslationContext context, CallContext call) {
    String version = modelVersion.apply(context.pair());
    Map<String, @Nullable TranslatedSegment> known = new LinkedHashMap<>();
    for (String source : sources) {
      known.put(source, cache.getIfPresent(Key.of(source, context, version)));
    }
    List<String> missing = known.keySet().stream().filter(key -> known.get(key) == null).toList();
    if (!missing.isEmpty()) {
      List<TranslatedSegment> made = translator.translate(missing, context, call);
      for (int i = 0; i < missing.size(); i++) {
        known.put(missing.get(i), made.get(i));
        cache.put(Key.of(missing.get(i), context, version), made.get(i));
      }
    }
    List<TranslatedSegment> results = new ArrayList<>();
    for (String source : sources) {
      results.add(Objects.requireNonNull(known.get(source)));
    }
    return results;
  }

  private record Key(
      String source, LanguagePair pair, LocalDate textDate, String model, String glossary) {

    static Key of(String source, TranslationContext context, String modelVersion) {
      return new Key(
          source,
          context.pair(),
          context.textDate(),
          modelVersion,
          context.terms().glossary().release().value());
    }
  }
}
