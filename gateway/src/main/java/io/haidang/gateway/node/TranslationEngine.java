package io.haidang.gateway.node;

import io.haidang.gateway.cluster.Generators;
import io.haidang.gateway.config.GatewayConfig;
import io.haidang.gateway.engine.LocalEngine;
import io.haidang.models.CallContext;
import io.haidang.models.LanguagePair;
import io.haidang.models.ModelDescriptor;
import io.haidang.models.ModelException;
import io.haidang.models.SentenceSimilarity;
import io.haidang.models.SentenceVectors;
import io.haidang.models.TextGenerator;
import io.haidang.models.encoder.SentenceEncoder;
import io.haidang.models.registry.InstalledModel;
import io.haidang.models.registry.ModelRegistry;
import io.haidang.models.registry.ModelRoot;
import io.haidang.models.registry.UnusableModel;
import io.haidang.models.serving.BatchListener;
import io.haidang.models.serving.ServingLimits;
import io.haidang.summarization.CandidateSource;
import io.haidang.summarization.generate.FormWriters;
import io.haidang.translation.Excerpt;
import io.haidang.translation.SegmentTranslator;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.pipeline.SegmentTranslators;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The models of a node.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Owns:</b> the loaded models, until {@link
 * #close}.
 */
public final class TranslationEngine implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TranslationEngine.class);

  private final List<ModelRoot> roots;
  private final ModelRegistry models;
  private final Optional<SentenceSimilarity> similarity;
  private final Generators generators;
  private volatile List<UnusableModel> unusable = List.of();

  private TranslationEngine(List<ModelRoot> roots, ModelRegistry models, Generators generators) {
    this.roots = roots;
    this.models = models;
    this.generators = generators;
    this.similarity = encoder(roots);
  }

  /**
   * Finds the models of a configuration; of their weights it loads only the sentence encoder's.
   *
   * @param concurrency batches that one model computes at a time, 1 or more
   */
  public static TranslationEngine open(GatewayConfig config, int concurrency) {
    return open(config, concurrency, BatchListener.NONE, models -> models::acquire);
  }

  /**
   * The same, with somebody who is told of every batch.
   *
   * @param sharing what translates, made of the models of this node
   */
  static TranslationEngine open(
      GatewayConfig config,
      int concurrency,
      BatchListener batches,
      Function<ModelRegistry, Generators> sharing) {
    List<ModelRoot> roots = roots(config);
    ModelRegistry models =
        ModelRegistry.open(roots, ServingLimits.of(concurrency), config.modelsMemory(), batches);
    TranslationEngine engine = new TranslationEngine(roots, models, sharing.apply(models));
    engine.lookForUnusable();
    return engine;
  }

  private void lookForUnusable() {
    List<UnusableModel> found = UnusableModel.list(roots);
    if (!found.equals(unusable)) {
      found.forEach(
          model -> LOG.warn("model passed over (mend or delete its folder): {}", model.reason()));
    }
    unusable = found;
  }

  /** Folders that look like models and were passed over when they were last looked at. */
  public int unusable() {
    return unusable.size();
  }

  /** The folders of models, those first that go before the others. */
  public static List<ModelRoot> roots(GatewayConfig config) {
    return List.of(
        new ModelRoot(config.ownModelsFolder(), "own/", false),
        new ModelRoot(config.modelsFolder(), config.modelsFolder().getFileName() + "/", true));
  }

  private static Optional<SentenceSimilarity> encoder(List<ModelRoot> roots) {
    return InstalledModel.list(roots).stream()
        .filter(InstalledModel::isSentenceEncoder)
        .findFirst()
        .map(model -> SentenceEncoder.open(model.folder()));
  }

  /** Loads every model, so that the first text need not wait for it, as far as memory goes. */
  public void warmUp() {
    for (ModelDescriptor model : models.models()) {
      model.pairs().stream().findFirst().ifPresent(this::load);
    }
  }

  private void load(LanguagePair pair) {
    try {
      models.acquire(pair).close();
    } catch (ModelException.Overloaded e) {
      LOG.warn("not loaded yet: {}", e.getMessage());
    }
  }

  /** Takes up models that were added, replaced or removed since; a broken one changes nothing. */
  public void refresh() {
    try {
      lookForUnusable();
      if (models.refreshIfChanged()) {
        LOG.info("models: {}", models.models().stream().map(ModelDescriptor::id).toList());
      }
    } catch (ModelException e) {
      LOG.warn("models stay as they were: {}", e.getMessage());
    }
  }

  public ModelRegistry models() {
    return models;
  }

  /** The version of the model that serves a direction; empty when none does. */
  public String version(LanguagePair pair) {
    return models.find(pair).map(ModelDescriptor::version).orElse("");
  }

  /** Every direction in which some model translates; what stays in its language is no direction. */
  public Set<LanguagePair> pairs() {
    return models.models().stream()
        .flatMap(model -> model.pairs().stream())
        .filter(pair -> !pair.source().equals(pair.target()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Picks the model by direction, for each call anew, and compares what it wrote. */
  public SegmentTranslator translator() {
    return local().compared();
  }

  private List<TranslatedSegment> translate(
      Excerpt excerpt, TranslationContext context, CallContext call) {
    try (TextGenerator model = generators.acquire(context.pair())) {
      return SegmentTranslators.local(model).translate(excerpt, context, call);
    }
  }

  private List<List<String>> alternatives(
      List<TranslatedSegment> written, TranslationContext context, int most, CallContext call) {
    try (TextGenerator model = generators.acquire(context.pair())) {
      return SegmentTranslators.alternatives(model).alternatives(written, context, most, call);
    }
  }

  /** The models as one engine among others. */
  public LocalEngine local() {
    return new LocalEngine(this::translate, this::alternatives, this::version, pairs(), similarity);
  }

  /** Tells what sentences are about; null without an encoder. */
  public @Nullable SentenceVectors vectors() {
    return similarity
        .filter(SentenceVectors.class::isInstance)
        .map(SentenceVectors.class::cast)
        .orElse(null);
  }

  /** The models that were trained to word texts of their own language shorter. */
  public CandidateSource writer() {
    return (request, call) -> {
      Locale language = request.story().language();
      LanguagePair pair = new LanguagePair(language, language);
      if (models.find(pair).isEmpty()) {
        return List.of();
      }
      try (TextGenerator model = models.acquire(pair)) {
        return FormWriters.sequence(model).candidates(request, call);
      }
    };
  }

  @Override
  public void close() {
    models.close();
    similarity.ifPresent(SentenceSimilarity::close);
  }
}
