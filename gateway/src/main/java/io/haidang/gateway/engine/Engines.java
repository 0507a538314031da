package io.haidang.gateway.engine;

import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.draft.TextKind;
import io.haidang.gateway.memory.Labels;
import io.haidang.gateway.memory.PublicMemory;
import io.haidang.models.InstructedModel;
import io.haidang.models.LanguagePair;
import io.haidang.models.ModelDescriptor;
import io.haidang.models.ModelDescriptor.Locality;
import io.haidang.models.TextGenerator;
import io.haidang.models.remote.Provider;
import io.haidang.models.remote.RemoteProvider;
import io.haidang.models.remote.UsageRecorder;
import io.haidang.translation.SegmentAlternatives;
import io.haidang.translation.SegmentTranslator;
import io.haidang.translation.SimilarTranslations;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.language.LanguageDetectors;
import io.haidang.translation.memory.TranslationMemory;
import io.haidang.translation.pipeline.SegmentTranslators;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Every engine of a node, each behind the shared cache, in the order that the routes say.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Owns:</b> the generators over providers,
 * until {@link #close}.
 */
public final class Engines implements EngineRouter, AutoCloseable {

  private final LiveRoutes<LanguagePair, DocumentFormat> routes;
  private final LiveRoutes<LanguagePair, DocumentFormat> configured;
  private final LocalEngine local;
  private final TranslationMemory memory;
  private final Map<String, SegmentTranslators.Engine> engines = new LinkedHashMap<>();
  private final Map<String, Set<LanguagePair>> pairs = new LinkedHashMap<>();
  private final List<TextGenerator> generators = new ArrayList<>();
  private final Map<String, RemoteProvider> providers = new LinkedHashMap<>();
  private final TranslationCache cache = new TranslationCache();

  /**
   * Opens no connection yet.
   *
   * @param controls what is off, and other orders of routes
   * @param memory asked before any engine; of its public texts providers see what is similar
   * @param usage is told of every call to a provider
   */
  public Engines(
      EngineSettings settings,
      RouteControls controls,
      LocalEngine local,
      TranslationMemory memory,
      UsageRecorder usage,
      Clock clock) {
    this.routes = new LiveRoutes<>(LiveRoutes.TRANSLATIONS, settings.routes(), controls);
    this.configured = LiveRoutes.unchanged(settings.routes());
    this.local = local;
    this.memory = memory;
    SimilarTranslations similar = new PublicMemory(memory);
    SegmentTranslator models =
        new CachingTranslator(sparing(local.compared()), cache, local.version(), 0);
    add(RouteTable.LOCAL, Locality.LOCAL, models, local.pairs());
    for (Provider provider : settings.providers()) {
      RemoteProvider remote = RemoteProvider.of(provider, usage, clock);
      providers.put(provider.name(), remote);
      addRemote(remote.generator(), provider, similar);
    }
  }

  private void addRemote(TextGenerator generator, Provider provider, SimilarTranslations similar) {
    generators.add(generator);
    ModelDescriptor model = generator.descriptor();
    String identity = model.id() + " " + model.version() + " " + model.promptVersion();
    SegmentTranslator translator =
        new CachingTranslator(
            sparing(local.comparing(SegmentTranslators.over(generator, similar))),
            cache,
            pair -> identity,
            SegmentTranslator.NEIGHBOURS);
    add(provider.name(), model.locality(), translator, model.pairs());
  }

  /**
   * An engine that is not asked for names, nor for what is in the target language already. Behind
   * the cache, so that what is known need not be looked at.
   */
  private static SegmentTranslator sparing(SegmentTranslator engine) {
    return SegmentTranslators.naming(
        SegmentTranslators.passing(engine, LanguageDetectors.bundled()));
  }

  private void add(
      String name, Locality locality, SegmentTranslator translator, Set<LanguagePair> served) {
    engines.put(name, new SegmentTranslators.Engine(locality, translator));
    pairs.put(name, served);
  }

  /**
   * The memory goes first. The local models are asked whatever they serve now; providers for their
   * directions only.
   */
  @Override
  public SegmentTranslator translator(TextKind kind) {
    return remembering(kind, engines(kind));
  }

  @Override
  public SegmentTranslator instructed(TextKind kind) {
    List<String> names = new ArrayList<>(engines(kind));
    names.sort(Comparator.comparing(RouteTable.LOCAL::equals));
    return remembering(kind, names);
  }

  private SegmentTranslator remembering(TextKind kind, List<String> names) {
    List<SegmentTranslators.Engine> order = new ArrayList<>();
    for (String name : names) {
      SegmentTranslators.Engine engine = engines.get(name);
      if (engine != null && (name.equals(RouteTable.LOCAL) || serves(name, kind))) {
        order.add(engine);
      }
    }
    return SegmentTranslators.remembering(
        SegmentTranslators.firstOf(order), memory, Labels.visibleTo(kind.sensitivity()));
  }

  /** Languages, without regions, into which some engine writes public texts as instructions say. */
  public Set<Locale> instructed() {
    return providers.keySet().stream()
        .flatMap(
            name -> pairs.getOrDefault(name, Set.of()).stream().filter(pair -> asks(name, pair)))
        .map(pair -> Locale.forLanguageTag(pair.target().getLanguage()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private boolean asks(String name, LanguagePair pair) {
    return Arrays.stream(DocumentFormat.values())
        .anyMatch(format -> configured.engines(pair, format, Sensitivity.PUBLIC).contains(name));
  }

  private List<String> engines(TextKind kind) {
    return routes.engines(kind.pair(), kind.format(), kind.sensitivity());
  }

  private boolean reaches(List<String> names, TextKind kind) {
    return names.stream().filter(name -> serves(name, kind)).anyMatch(name -> mayReach(name, kind));
  }

  /**
   * A provider's model as one that words forms; it needs no closing.
   *
   * @throws IllegalArgumentException when no provider has that name
   */
  public InstructedModel writer(String name) {
    RemoteProvider provider = providers.get(name);
    if (provider == null) {
      throw new IllegalArgumentException("writer: " + name + " (expected: a provider)");
    }
    return provider.writer();
  }

  /** Of the models on this machine, where a text may go to them. */
  @Override
  public SegmentAlternatives alternatives(TextKind kind) {
    boolean isLocal = engines(kind).contains(RouteTable.LOCAL) && serves(RouteTable.LOCAL, kind);
    return isLocal ? local.alternatives() : SegmentAlternatives.NONE;
  }

  private boolean serves(String name, TextKind kind) {
    return pairs.getOrDefault(name, Set.of()).contains(kind.pair());
  }

  /** Whether texts of a kind have an engine that they may reach now. */
  public boolean serves(TextKind kind) {
    return reaches(engines(kind), kind);
  }

  private boolean mayReach(String name, TextKind kind) {
    SegmentTranslators.Engine engine = engines.get(name);
    return engine != null
        && (engine.locality() == Locality.LOCAL || kind.reach() == Locality.REMOTE);
  }

  /**
   * Every direction in which at least public texts of some format are translated, as long as
   * nothing is off.
   */
  public Set<LanguagePair> pairs() {
    return pairs.values().stream()
        .flatMap(Set::stream)
        .filter(this::isRouted)
        .collect(Collectors.toUnmodifiableSet());
  }

  private boolean isRouted(LanguagePair pair) {
    return Arrays.stream(DocumentFormat.values())
        .map(format -> new TextKind(pair, format, Sensitivity.PUBLIC))
        .anyMatch(
            kind -> reaches(configured.engines(pair, kind.format(), kind.sensitivity()), kind));
  }

  /** What all of them have written lately. */
  public TranslationCache cache() {
    return cache;
  }

  @Override
  public void close() {
    generators.forEach(TextGenerator::close);
  }
}
