package io.haidang.translation;

import io.haidang.models.GenerationHints.SimilarTranslation;
import io.haidang.models.LanguagePair;
import java.util.List;

/**
 * Finds approved translations of segments like one that is to be translated.
 *
 * <p><b>Thread-safety:</b> implementations are safe for concurrent use. <b>Blocking:</b> they may
 * read from a disk or database.
 */
@FunctionalInterface
public interface SimilarTranslations {

  /** Knows none. */
  SimilarTranslations NONE = (text, pair) -> List.of();

  /** A few, the most similar first; none when nothing is similar enough. */
  List<SimilarTranslation> find(String text, LanguagePair pair);
}
