package io.haidang.gateway.memory;

import io.haidang.gateway.draft.Sensitivity;
import io.haidang.models.GenerationHints.SimilarTranslation;
import io.haidang.models.LanguagePair;
import io.haidang.translation.SimilarTranslations;
import io.haidang.translation.document.InlineCodes;
import io.haidang.translation.memory.MemoryQuery;
import io.haidang.translation.memory.TranslationMemory;
import java.util.List;

/**
 * What a provider may see of the memory: public texts, whatever the text in hand.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> as the memory.
 */
public final class PublicMemory implements SimilarTranslations {

  private static final int MOST = 3;

  private final TranslationMemory memory;

  public PublicMemory(TranslationMemory memory) {
    this.memory = memory;
  }

  @Override
  public List<SimilarTranslation> find(String text, LanguagePair pair) {
    MemoryQuery query =
        new MemoryQuery(
            pair,
            text,
            null,
            null,
            "",
            Labels.visibleTo(Sensitivity.PUBLIC),
            MemoryQuery.LEAST_SCORE,
            MOST);
    return memory.find(query).stream()
        .map(
            match ->
                new SimilarTranslation(
                    InlineCodes.strip(match.entry().source()),
                    InlineCodes.strip(match.entry().target())))
        .distinct()
        .toList();
  }
}
