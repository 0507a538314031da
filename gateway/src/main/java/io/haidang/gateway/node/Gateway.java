package io.haidang.gateway.node;

import io.haidang.gateway.admin.AdminServices;
import io.haidang.gateway.audit.AuditChain;
import io.haidang.gateway.audit.AuditTrail;
import io.haidang.gateway.audit.Sealing;
import io.haidang.gateway.auth.Accounts;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.auth.PasswordCost;
import io.haidang.gateway.auth.Sessions;
import io.haidang.gateway.campaign.Campaigns;
import io.haidang.gateway.clientdocs.ClientDocuments;
import io.haidang.gateway.clientdocs.DocumentJobs;
import io.haidang.gateway.clientdocs.DocumentSignals;
import io.haidang.gateway.clientterms.ClientServices;
import io.haidang.gateway.clientterms.ClientTerms;
import io.haidang.gateway.config.GatewayConfig;
import io.haidang.gateway.crash.CrashGuard;
import io.haidang.gateway.discussion.Discussions;
import io.haidang.gateway.draft.Drafts;
import io.haidang.gateway.draft.TextKind;
import io.haidang.gateway.draft.Visibility;
import io.haidang.gateway.engine.Directions;
import io.haidang.gateway.engine.EngineControls;
import io.haidang.gateway.engine.EngineDesk;
import io.haidang.gateway.engine.EngineRouter;
import io.haidang.gateway.engine.Engines;
import io.haidang.gateway.engine.FormEngines;
import io.haidang.gateway.engine.FormRouter;
import io.haidang.gateway.engine.LiveRoutes;
import io.haidang.gateway.engine.RewriteEngines;
import io.haidang.gateway.engine.Rewrites;
import io.haidang.gateway.engine.RouteTable;
import io.haidang.gateway.engine.Sentences;
import io.haidang.gateway.engine.SpeechEngines;
import io.haidang.gateway.engine.Texts;
import io.haidang.gateway.feed.EventFeed;
import io.haidang.gateway.health.Health;
import io.haidang.gateway.http.HttpLimits;
import io.haidang.gateway.http.HttpVerticle;
import io.haidang.gateway.http.kit.HttpServices;
import io.haidang.gateway.http.kit.Monitoring;
import io.haidang.gateway.http.metrics.MetricsVerticle;
import io.haidang.gateway.inbox.Inbox;
import io.haidang.gateway.jobs.TargetRun;
import io.haidang.gateway.jobs.TranslationJobs;
import io.haidang.gateway.jobs.TranslationWorker;
import io.haidang.gateway.library.LibraryServices;
import io.haidang.gateway.limit.Allowances;
import io.haidang.gateway.limit.KeyRegister;
import io.haidang.gateway.mail.Letters;
import io.haidang.gateway.mail.MailJobs;
import io.haidang.gateway.mail.MailServer;
import io.haidang.gateway.memory.DeskMemory;
import io.haidang.gateway.memory.MemoryDesk;
import io.haidang.gateway.metrics.MeteredEngines;
import io.haidang.gateway.metrics.Meters;
import io.haidang.gateway.metrics.NodeGauges;
import io.haidang.gateway.oidc.OidcSignIn;
import io.haidang.gateway.privacy.OwnData;
import io.haidang.gateway.profile.NodeProfile;
import io.haidang.gateway.quality.Appraisal;
import io.haidang.gateway.quality.Quality;
import io.haidang.gateway.queue.QueueServices;
import io.haidang.gateway.recipe.Recipes;
import io.haidang.gateway.repeat.RepeatedRequests;
import io.haidang.gateway.report.Reports;
import io.haidang.gateway.retention.Forgetting;
import io.haidang.gateway.retention.Retention;
import io.haidang.gateway.retention.RetentionJobs;
import io.haidang.gateway.review.ReviewDesk;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.story.StoryServices;
import io.haidang.gateway.terms.StoryNames;
import io.haidang.gateway.terms.Terminology;
import io.haidang.gateway.usage.UsageBooks;
import io.haidang.gateway.web.WebRoutes;
import io.haidang.gateway.webhook.AddressRules;
import io.haidang.gateway.webhook.WebhookJobs;
import io.haidang.gateway.webhook.Webhooks;
import io.haidang.glossary.Glossary;
import io.haidang.models.remote.UsageRecorder;
import io.haidang.summarization.CandidateSource;
import io.haidang.summarization.generate.FormWriters;
import io.haidang.summarization.rewrite.Rewriters;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/**
 * One running node: database, models, jobs, worker and HTTP server.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> {@link #start} and {@link
 * #close} wait for every part. <b>Owns:</b> everything it started, until {@link #close}.
 */
public final class Gateway implements AutoCloseable {

  private static final long MODELS_LOOK_MILLIS = 30_000;

  private final Parts parts;
  private final NodeProfile profile;
  private final Clock clock = Clock.systemUTC();
  private final Accounts accounts;
  private final String address;
  private final Optional<String> setupAddress;
  private final Optional<Integer> metricsPort;

  private Gateway(GatewayConfig config, PasswordCost passwords, NodeProfile profile, Parts parts) {
    this.parts = parts;
    this.profile = parts.own(profile, NodeProfile::close);
    Vertx vertx = parts.own(Vertx.vertx(options()), running -> await(running.close()));
    PrivateFolders.make(config.folders());
    Database database =
        parts.own(
            Database.open(config.databaseUrl(), config.databaseUser(), config.databasePassword()),
            Database::close);
    Meters meters = parts.own(new Meters(), Meters::close);
    TranslationEngine engine =
        parts.own(
            TranslationEngine.open(config, config.workers(), meters::batch),
            TranslationEngine::close);
    accounts = new Accounts(database, clock, passwords);
    if (!config.adminPassword().isEmpty()) {
      accounts.firstRun().administer(config.office(), config.adminPassword());
    }
    Terminology terms = Terminology.open(database, Glossary.starter(), clock);
    UsageBooks books = new UsageBooks(database, clock);
    profile.fill(database, clock);
    DeskMemory memory =
        parts.own(DeskMemory.open(database, config.memoryFolder(), clock), DeskMemory::close);
    UsageRecorder usage = meters.counting(books);
    EngineControls controls =
        parts.own(new EngineControls(database, config.engines(), clock), EngineControls::close);
    controls.start();
    Engines engines = parts.own(engines(config, controls, engine, memory, usage), Engines::close);
    EngineRouter metered = new MeteredEngines(engines, meters);
    StoryNames names = StoryNames.released(database, terms.released());
    FormRouter writers = writers(config, controls, engine, engines);
    SpeechEngines speech =
        parts.own(
            SpeechEngines.open(config.engines(), controls, usage, clock), SpeechEngines::close);
    Recipes recipes = new Recipes(database, metered, speech, writers, clock);
    CrashGuard crashes = new CrashGuard(database, clock);
    TargetRun run = new TargetRun(database, recipes, names, crashes, clock);
    TranslationJobs jobs =
        parts.own(
            new TranslationJobs(vertx, database, run, clock, config.workers()),
            TranslationJobs::close);
    deploy(vertx, new TranslationWorker(run, config.workers(), meters::job));
    engine.warmUp();
    vertx.setPeriodic(
        MODELS_LOOK_MILLIS, timer -> vertx.executeBlocking(Executors.callable(engine::refresh)));
    MemoryDesk memories = new MemoryDesk(database, memory, terms.released(), clock);
    StoryServices stories =
        StoryServices.open(database, names, jobs, engines::serves, speech::serves, clock);
    Directions directions = new Directions(engines.pairs(), profile.detector());
    Health health = parts.own(NodeHealth.of(config, database, engine, jobs, clock), Health::close);
    watch(meters, engines, engine);
    NodeGauges.add(meters, database, health);
    LibraryServices library = LibraryServices.open(database, accounts, engine.vectors(), clock);
    HttpServices services =
        services(
            database,
            terms,
            stories,
            library,
            engines,
            directions,
            new Rewrites(rewriters(config, controls, engines, terms), memory, directions),
            memories,
            books,
            config.webhooks(),
            new AdminServices(
                new AuditTrail(database, clock),
                new AuditChain(database, clock),
                new Retention(database, clock),
                new EngineDesk(config.engines(), controls, engine.models()::models, books, clock),
                new OwnData(database, accounts.desk()),
                config
                    .oidc()
                    .map(
                        provider ->
                            new OidcSignIn(provider, accounts.identities(), database, clock))),
            config.mail(),
            config.office(),
            crashes,
            jobs,
            new Monitoring(health, meters::request),
            metered);
    address = config.http().toUrl(serve(vertx, config, services));
    setupAddress = accounts.firstRun().offer().map(code -> address + "/setup?code=" + code);
    metricsPort = config.metrics().map(at -> serveMetrics(vertx, at, meters));
    jobs.start();
    parts
        .own(new WebhookJobs(vertx, database, config.webhooks(), clock), WebhookJobs::close)
        .start();
    parts.own(new MailJobs(database, config.mail(), clock), MailJobs::close).start();
    parts.own(new RetentionJobs(database, clock), RetentionJobs::close).start();
    parts.own(new Sealing(database, clock), Sealing::close).start();
    parts
        .own(
            new Forgetting(database, clock, () -> forget(memory, library, engines)),
            Forgetting::close)
        .start();
  }

  private static void forget(DeskMemory memory, LibraryServices library, Engines engines) {
    engines.cache().clear();
    library.library().forget();
    memory.forget();
  }

  private Engines engines(
      GatewayConfig config,
      EngineControls controls,
      TranslationEngine engine,
      DeskMemory memory,
      UsageRecorder usage) {
    return new Engines(
        config.engines(), controls, profile.local(engine.local()), memory, usage, clock);
  }

  private void watch(Meters meters, Engines engines, TranslationEngine engine) {
    meters.cache(engines.cache()::hits, engines.cache()::misses);
    meters.signInsRefused(accounts::refusedSignIns);
    meters.modelMemory(engine.models()::memoryUsed);
  }

  private int serveMetrics(Vertx vertx, InetSocketAddress at, Meters meters) {
    CompletableFuture<Integer> port = new CompletableFuture<>();
    deploy(
        vertx,
        new MetricsVerticle(meters::scrape, at.getHostString(), at.getPort(), port::complete));
    return port.join();
  }

  private static FormRouter writers(
      GatewayConfig config, EngineControls controls, TranslationEngine engine, Engines engines) {
    CandidateSource local = engine.writer();
    return new FormEngines(
        new LiveRoutes<>(LiveRoutes.WRITERS, config.engines().writers(), controls),
        name ->
            name.equals(RouteTable.LOCAL) ? local : FormWriters.instructed(engines.writer(name)));
  }

  private static RewriteEngines rewriters(
      GatewayConfig config, EngineControls controls, Engines engines, Terminology terms) {
    return new RewriteEngines(
        new LiveRoutes<>(LiveRoutes.WRITERS, config.engines().writers(), controls),
        name -> Rewriters.instructed(engines.writer(name), terms.released()::glossary));
  }

  private HttpServices services(
      Database database,
      Terminology terms,
      StoryServices stories,
      LibraryServices library,
      Engines engines,
      Directions directions,
      Rewrites rewrites,
      MemoryDesk memory,
      UsageBooks books,
      AddressRules webhooks,
      AdminServices admin,
      MailServer mail,
      Office office,
      CrashGuard crashes,
      TranslationJobs jobs,
      Monitoring monitoring,
      EngineRouter metered) {
    Allowances allowances = parts.own(Allowances.open(database, clock), Allowances::close);
    ClientServices clients = ClientServices.open(database, terms.released(), clock);
    return new HttpServices(
        accounts,
        new Sessions(database, accounts, clock),
        new Drafts(database, jobs, engines.pairs(), engines::serves, clock),
        stories,
        library,
        new Reports(database),
        new ReviewDesk(
            database,
            terms.released(),
            jobs,
            stories.revisions().transcripts(),
            new Appraisal(clock),
            clock),
        new Quality(database, clock),
        QueueServices.open(database, accounts, clock),
        new Discussions(database, clock),
        new Inbox(database, clock),
        new Letters(database, mail, clock),
        terms,
        clients,
        new Campaigns(database, terms, clock),
        new Sentences(metered, terms.released(), allowances),
        new Texts(metered, engines::serves, directions, terms.released(), allowances),
        documents(
            database, metered, engines::serves, directions, clients.terms(), allowances, crashes),
        rewrites,
        memory,
        books,
        allowances,
        new KeyRegister(database, accounts, clock),
        new Webhooks(database, webhooks, clock),
        new Visibility(database),
        new RepeatedRequests(database, clock),
        new EventFeed(database),
        admin,
        profile.dialects(accounts, office).instructing(engines.instructed()),
        monitoring,
        clock);
  }

  /** Documents of clients, and the jobs that translate them. */
  private ClientDocuments documents(
      Database database,
      EngineRouter engines,
      Predicate<TextKind> serves,
      Directions directions,
      ClientTerms terms,
      Allowances allowances,
      CrashGuard crashes) {
    DocumentSignals signals = new DocumentSignals();
    DocumentJobs jobs =
        parts.own(
            new DocumentJobs(database, engines, terms, signals, crashes, clock, 1),
            DocumentJobs::close);
    jobs.start();
    return new ClientDocuments(
        database, directions, serves, terms, allowances, jobs::schedule, signals, clock);
  }

  /** Returns the port. */
  private int serve(Vertx vertx, GatewayConfig config, HttpServices services) {
    CompletableFuture<Integer> port = new CompletableFuture<>();
    deploy(
        vertx,
        new HttpVerticle(
            services,
            WebRoutes::mount,
            HttpLimits.DEFAULT,
            config.libreAtRoot(),
            config.http(),
            port::complete));
    return port.join();
  }

  private void deploy(Vertx vertx, VerticleBase verticle) {
    parts.own(await(vertx.deployVerticle(verticle)), id -> await(vertx.undeploy(id)));
  }

  /**
   * Starts a node and waits until it serves.
   *
   * @throws RuntimeException when a part cannot start; those before it are closed again
   */
  public static Gateway start(GatewayConfig config) {
    return start(config, PasswordCost.STANDARD);
  }

  /**
   * Starts a node for something else than the daily work.
   *
   * @throws io.haidang.gateway.config.ConfigException when the profile does not allow that
   */
  public static Gateway start(GatewayConfig config, NodeProfile profile) {
    return start(profile.config(config), profile.passwords(), profile);
  }

  /**
   * The same, with new passwords at another cost than an office should choose; tests sign in
   * hundreds of times.
   */
  public static Gateway start(GatewayConfig config, PasswordCost passwords) {
    return start(config, passwords, NodeProfile.DESK);
  }

  private static Gateway start(GatewayConfig config, PasswordCost passwords, NodeProfile profile) {
    Parts parts = new Parts();
    try {
      return new Gateway(config, passwords, profile, parts);
    } catch (RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  /** Nothing of ours needs files from the class path on disk, nor a cache folder. */
  private static VertxOptions options() {
    return new VertxOptions()
        .setFileSystemOptions(new FileSystemOptions().setFileCachingEnabled(false));
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }

  /** Where the server listens, such as {@code http://127.0.0.1:8080}. */
  public String address() {
    return address;
  }

  /** Where metrics are read; empty for nowhere. */
  public Optional<Integer> metricsPort() {
    return metricsPort;
  }

  public Accounts accounts() {
    return accounts;
  }

  /**
   * Where the first administrator chooses a password, with a code that works once; empty when
   * somebody has an account.
   */
  public Optional<String> setupAddress() {
    return setupAddress;
  }

  @Override
  public void close() {
    parts.close();
  }
}
