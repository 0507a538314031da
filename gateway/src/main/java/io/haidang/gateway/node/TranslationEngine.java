package io.haidang.gateway.node;

import io.haidang.glossary.Glossary;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.models.LanguagePair;
import io.haidang.models.ModelDescriptor;
import io.haidang.models.TextGenerator;
import io.haidang.models.registry.ModelRegistry;
import io.haidang.translation.SegmentTranslator;
import io.haidang.translation.pipeline.SegmentTranslators;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The models of a node and the official names they obey.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Owns:</b> the loaded models, until {@link
 * #close}.
 */
public final class TranslationEngine implements AutoCloseable {

  private final ModelRegistry models;
  private final TermEnforcer terms;

  private TranslationEngine(ModelRegistry models, TermEnforcer terms) {
    this.models = models;
    this.terms = terms;
  }

  /**
   * Finds the models below {@code folder}; loads no weights yet.
   *
   * @param concurrency calls that one model serves at a time, 1 or more
   */
  public static TranslationEngine open(Path folder, int concurrency) {
    return new TranslationEngine(
        ModelRegistry.open(folder, folder.getFileName() + "/", concurrency),
        new TermEnforcer(Glossary.starter()));
  }

  /** Loads every model, so that the first text need not wait for it. */
  public void warmUp() {
    for (ModelDescriptor model : models.models()) {
      model.pairs().stream().findFirst().ifPresent(pair -> models.acquire(pair).close());
    }
  }

  public TermEnforcer terms() {
    return terms;
  }

  public ModelRegistry models() {
    return models;
  }

  /** The version of the model that serves a direction; empty when none does. */
  public String version(LanguagePair pair) {
    return models.find(pair).map(ModelDescriptor::version).orElse("");
  }

  /** Every direction that some model serves. */
  public Set<LanguagePair> pairs() {
    return models.models().stream()
        .flatMap(model -> model.pairs().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Picks the model by direction, for each call anew. */
  public SegmentTranslator translator() {
    return (sources, context, call) -> {
      try (TextGenerator model = models.acquire(context.pair())) {
        return SegmentTranslators.local(model).translate(sources, context, call);
      }
    };
  }

  @Override
  public void close() {
    models.close();
  }
}
