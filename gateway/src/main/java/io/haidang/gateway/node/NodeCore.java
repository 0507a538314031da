package io.haidang.gateway.node;

import io.haidang.gateway.clientdocs.DocumentJobs;
import io.haidang.gateway.clientdocs.DocumentSignals;
import io.haidang.gateway.clientterms.ClientServices;
import io.haidang.gateway.cluster.ClusterMember;
import io.haidang.gateway.cluster.NodeBus;
import io.haidang.gateway.config.GatewayConfig;
import io.haidang.gateway.crash.CrashGuard;
import io.haidang.gateway.engine.EngineControls;
import io.haidang.gateway.engine.EngineRouter;
import io.haidang.gateway.engine.Engines;
import io.haidang.gateway.engine.FormEngines;
import io.haidang.gateway.engine.FormRouter;
import io.haidang.gateway.engine.LiveRoutes;
import io.haidang.gateway.engine.RouteTable;
import io.haidang.gateway.engine.SpeechEngines;
import io.haidang.gateway.health.Health;
import io.haidang.gateway.http.metrics.MetricsVerticle;
import io.haidang.gateway.jobs.TargetRun;
import io.haidang.gateway.jobs.TranslationJobs;
import io.haidang.gateway.jobs.TranslationWorker;
import io.haidang.gateway.memory.DeskMemory;
import io.haidang.gateway.metrics.MeteredEngines;
import io.haidang.gateway.metrics.Meters;
import io.haidang.gateway.metrics.NodeGauges;
import io.haidang.gateway.profile.NodeProfile;
import io.haidang.gateway.recipe.Recipes;
import io.haidang.gateway.retention.Forgetting;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.terms.StoryNames;
import io.haidang.gateway.terms.Terminology;
import io.haidang.gateway.traces.OtelTracer;
import io.haidang.gateway.traces.TracedEngines;
import io.haidang.gateway.traces.Tracer;
import io.haidang.gateway.usage.UsageBooks;
import io.haidang.glossary.Glossary;
import io.haidang.models.remote.UsageRecorder;
import io.haidang.summarization.CandidateSource;
import io.haidang.summarization.generate.FormWriters;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * What every node has, whether people reach it or not: database, models, official names, memory,
 * engines, and the jobs that translate. {@link Parts} owns all of it.
 */
final class NodeCore {

  private static final long MODELS_LOOK_MILLIS = 30_000;

  final GatewayConfig config;
  final Parts parts;
  final Clock clock;
  final Database database;
  final Meters meters;
  final Tracer tracer;
  final Terminology terms;
  final UsageBooks books;
  final DeskMemory memory;
  final NodeBus bus;
  final Vertx vertx;
  final TranslationEngine engine;
  final EngineControls controls;
  final Engines engines;

  /** The engines, whose work is measured. */
  final EngineRouter metered;

  final SpeechEngines speech;
  final StoryNames names;
  final CrashGuard crashes;
  final ClientServices clients;
  final DocumentSignals documentSignals = new DocumentSignals();
  final TranslationJobs jobs;
  final DocumentJobs documentJobs;
  final Health health;

  /**
   * Opens everything; nothing works yet.
   *
   * @param connect connects the node with others of the database of that name, or with none
   */
  NodeCore(
      GatewayConfig config,
      NodeProfile profile,
      Parts parts,
      Clock clock,
      Function<String, NodeBus> connect) {
    this.config = config;
    this.parts = parts;
    this.clock = clock;
    PrivateFolders.make(config.folders());
    database =
        parts.own(
            Database.open(config.databaseUrl(), config.databaseUser(), config.databasePassword()),
            Database::close);
    meters = parts.own(new Meters(), Meters::close);
    tracer = tracer(config, parts);
    terms = Terminology.open(database, Glossary.starter(), clock);
    books = new UsageBooks(database, clock);
    profile.fill(database, clock);
    memory = parts.own(DeskMemory.open(database, config.memoryFolder(), clock), DeskMemory::close);
    bus = parts.own(connect.apply(memory.name()), NodeBus::close);
    vertx = bus.vertx();
    engine =
        parts.own(
            TranslationEngine.open(
                config, config.workers(), meters::batch, own -> bus.sharing(own, tracer)),
            TranslationEngine::close);
    UsageRecorder usage = TracedEngines.calls(meters.counting(books), tracer);
    controls =
        parts.own(new EngineControls(database, config.engines(), clock), EngineControls::close);
    engines =
        parts.own(
            new Engines(
                config.engines(), controls, profile.local(engine.local()), memory, usage, clock),
            Engines::close);
    metered = new MeteredEngines(new TracedEngines(engines, tracer), meters);
    speech =
        parts.own(
            SpeechEngines.open(config.engines(), controls, usage, clock), SpeechEngines::close);
    names = StoryNames.released(database, terms.released());
    crashes = new CrashGuard(database, clock);
    Recipes recipes = new Recipes(database, metered, speech, writers(), clock);
    TargetRun run = new TargetRun(database, recipes, names, crashes, clock);
    jobs =
        parts.own(
            new TranslationJobs(vertx, database, run, clock, config.workers()),
            TranslationJobs::close);
    deploy(new TranslationWorker(run, config.workers(), meters::job, tracer));
    clients = ClientServices.open(database, terms.released(), clock);
    documentJobs =
        parts.own(
            new DocumentJobs(
                database, metered, clients.terms(), documentSignals, crashes, clock, 1, tracer),
            DocumentJobs::close);
    health = parts.own(NodeHealth.of(this), Health::close);
    watch();
  }

  private static Tracer tracer(GatewayConfig config, Parts parts) {
    return config
        .traces()
        .<Tracer>map(settings -> parts.own(OtelTracer.open(settings), OtelTracer::close))
        .orElse(Tracer.NONE);
  }

  private FormRouter writers() {
    CandidateSource local = engine.writer();
    return new FormEngines(
        new LiveRoutes<>(LiveRoutes.WRITERS, config.engines().writers(), controls),
        name ->
            name.equals(RouteTable.LOCAL) ? local : FormWriters.instructed(engines.writer(name)));
  }

  private void watch() {
    meters.cache(engines.cache()::hits, engines.cache()::misses);
    meters.modelMemory(engine.models()::memoryUsed);
    NodeGauges.add(meters, database, health);
  }

  /** Loads the models where they are used, and follows what is changed about them. */
  void warmUp() {
    controls.start();
    if (bus.translates()) {
      engine.warmUp();
      bus.server(engine.models(), tracer).ifPresent(this::deploy);
    }
    vertx.setPeriodic(
        MODELS_LOOK_MILLIS, timer -> vertx.executeBlocking(Executors.callable(engine::refresh)));
  }

  /**
   * Takes up work, and forgets in this process what retention deletes.
   *
   * @param others clears what else this node has at hand
   */
  void work(Runnable others) {
    if (bus.translates()) {
      jobs.start();
      documentJobs.start();
    }
    Runnable forget =
        () -> {
          engines.cache().clear();
          memory.forget();
          others.run();
        };
    parts.own(new Forgetting(database, clock, forget), Forgetting::close).start();
  }

  /** Where metrics are read, the port; empty for nowhere. */
  Optional<Integer> serveMetrics() {
    return config
        .metrics()
        .map(
            at -> {
              CompletableFuture<Integer> port = new CompletableFuture<>();
              deploy(
                  new MetricsVerticle(
                      meters::scrape, health, at.getHostString(), at.getPort(), port::complete));
              return port.join();
            });
  }

  /** A member of the cluster that a configuration describes. */
  static Function<String, NodeBus> member(GatewayConfig config) {
    return database -> ClusterMember.join(config.cluster(), database, options());
  }

  /** Nothing of ours needs files from the class path on disk, nor a cache folder. */
  static VertxOptions options() {
    return new VertxOptions()
        .setFileSystemOptions(new FileSystemOptions().setFileCachingEnabled(false));
  }

  void deploy(VerticleBase verticle) {
    parts.own(await(vertx.deployVerticle(verticle)), id -> await(vertx.undeploy(id)));
  }

  static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}
