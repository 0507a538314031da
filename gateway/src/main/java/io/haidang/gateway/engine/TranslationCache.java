package io.haidang.gateway.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.haidang.models.LanguagePair;
import io.haidang.models.ModelDescriptor.Locality;
import io.haidang.translation.TranslatedSegment;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What engines have written, as long as there is room.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use.
 */
public final class TranslationCache {

  /** About 40 MB of text. */
  private static final long MAX_CHARACTERS = 20_000_000;

  private final Cache<Key, TranslatedSegment> cache =
      Caffeine.newBuilder()
          .maximumWeight(MAX_CHARACTERS)
          .recordStats()
          .weigher((Key key, TranslatedSegment value) -> key.weight() + value.target().length())
          .build();

  /** How often it knew what it was asked, since the start. */
  public long hits() {
    return cache.stats().hitCount();
  }

  /** How often it did not. */
  public long misses() {
    return cache.stats().missCount();
  }

  /** Forgets everything. */
  public void clear() {
    cache.invalidateAll();
  }

  @Nullable TranslatedSegment get(Key key) {
    return cache.getIfPresent(key);
  }

  void put(Key key, TranslatedSegment segment) {
    cache.put(key, segment);
  }

  /**
   * Everything that a result depends on, and how far its text may go, so that nothing passes from
   * texts that may leave this machine to those that may not, or back.
   *
   * @param engine who wrote it, with the versions of model and instructions
   * @param neighbours what stands around it; none for engines that do not look
   * @param glossary release of the official names, and of those that go with them
   * @param wishes about the wording; none for engines that read none
   */
  record Key(
      String source,
      List<String> neighbours,
      LanguagePair pair,
      LocalDate textDate,
      String engine,
      String glossary,
      List<String> wishes,
      Locality reach) {

    Key {
      neighbours = List.copyOf(neighbours);
      wishes = List.copyOf(wishes);
    }

    int weight() {
      return 2 * source.length()
          + neighbours.stream().mapToInt(String::length).sum()
          + wishes.stream().mapToInt(String::length).sum();
    }
  }
}
