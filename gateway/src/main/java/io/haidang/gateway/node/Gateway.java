package io.haidang.gateway.node;

import io.haidang.gateway.admin.AdminServices;
import io.haidang.gateway.audit.AuditChain;
import io.haidang.gateway.audit.AuditTrail;
import io.haidang.gateway.audit.Sealing;
import io.haidang.gateway.auth.Accounts;
import io.haidang.gateway.auth.PasswordCost;
import io.haidang.gateway.auth.Sessions;
import io.haidang.gateway.backup.BackupOnRequest;
import io.haidang.gateway.campaign.Campaigns;
import io.haidang.gateway.clientdocs.ClientDocuments;
import io.haidang.gateway.cluster.LoneNode;
import io.haidang.gateway.cluster.NodeBus;
import io.haidang.gateway.config.GatewayConfig;
import io.haidang.gateway.discussion.Discussions;
import io.haidang.gateway.draft.Drafts;
import io.haidang.gateway.draft.Visibility;
import io.haidang.gateway.engine.Directions;
import io.haidang.gateway.engine.EngineDesk;
import io.haidang.gateway.engine.Engines;
import io.haidang.gateway.engine.LiveRoutes;
import io.haidang.gateway.engine.RewriteEngines;
import io.haidang.gateway.engine.Rewrites;
import io.haidang.gateway.engine.Sentences;
import io.haidang.gateway.engine.Texts;
import io.haidang.gateway.feed.EventFeed;
import io.haidang.gateway.http.HttpLimits;
import io.haidang.gateway.http.HttpVerticle;
import io.haidang.gateway.http.kit.HttpServices;
import io.haidang.gateway.http.kit.Monitoring;
import io.haidang.gateway.inbox.Inbox;
import io.haidang.gateway.library.LibraryServices;
import io.haidang.gateway.limit.Allowances;
import io.haidang.gateway.limit.KeyRegister;
import io.haidang.gateway.mail.Letters;
import io.haidang.gateway.mail.MailJobs;
import io.haidang.gateway.memory.MemoryDesk;
import io.haidang.gateway.oidc.OidcSignIn;
import io.haidang.gateway.privacy.OwnData;
import io.haidang.gateway.profile.NodeProfile;
import io.haidang.gateway.quality.Appraisal;
import io.haidang.gateway.quality.Quality;
import io.haidang.gateway.queue.QueueServices;
import io.haidang.gateway.repeat.RepeatedRequests;
import io.haidang.gateway.report.Reports;
import io.haidang.gateway.retention.Retention;
import io.haidang.gateway.retention.RetentionJobs;
import io.haidang.gateway.review.ReviewDesk;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.story.StoryServices;
import io.haidang.gateway.terms.Terminology;
import io.haidang.gateway.web.WebRoutes;
import io.haidang.gateway.webhook.WebhookJobs;
import io.haidang.gateway.webhook.Webhooks;
import io.haidang.summarization.rewrite.Rewriters;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * One running node: database, models, jobs, worker and HTTP server.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> {@link #start} and {@link
 * #close} wait for every part. <b>Owns:</b> everything it started, until {@link #close}.
 */
public final class Gateway implements AutoCloseable {

  private final Parts parts;
  private final NodeProfile profile;
  private final NodeCore core;
  private final Clock clock = Clock.systemUTC();
  private final Accounts accounts;
  private final String address;
  private final Optional<String> setupAddress;
  private final Optional<Integer> metricsPort;

  private Gateway(
      GatewayConfig config,
      PasswordCost passwords,
      NodeProfile profile,
      Parts parts,
      Function<String, NodeBus> connect) {
    this.parts = parts;
    this.profile = parts.own(profile, NodeProfile::close);
    core = new NodeCore(config, profile, parts, clock, connect);
    accounts = new Accounts(core.database, clock, passwords);
    if (!config.adminPassword().isEmpty()) {
      accounts.firstRun().administer(config.office(), config.adminPassword());
    }
    core.meters.signInsRefused(accounts::refusedSignIns);
    core.warmUp();
    LibraryServices library =
        LibraryServices.open(core.database, accounts, core.engine.vectors(), clock);
    address = config.http().toUrl(serve(services(library)));
    setupAddress = accounts.firstRun().offer().map(code -> address + "/setup?code=" + code);
    metricsPort = core.serveMetrics();
    core.work(library.library()::forget);
    begin();
  }

  /** The jobs of the desk itself: messages, letters, deadlines, seals. */
  private void begin() {
    GatewayConfig config = core.config;
    parts
        .own(
            new WebhookJobs(core.vertx, core.database, config.webhooks(), clock),
            WebhookJobs::close)
        .start();
    parts.own(new MailJobs(core.database, config.mail(), clock), MailJobs::close).start();
    parts.own(new RetentionJobs(core.database, clock), RetentionJobs::close).start();
    parts.own(new Sealing(core.database, clock), Sealing::close).start();
    config
        .dataFolder()
        .map(folder -> new BackupOnRequest(core.database, folder, clock))
        .ifPresent(backups -> parts.own(backups, BackupOnRequest::close).start());
  }

  private HttpServices services(LibraryServices library) {
    Database database = core.database;
    GatewayConfig config = core.config;
    Engines engines = core.engines;
    Terminology terms = core.terms;
    Directions directions = new Directions(engines.pairs(), profile.detector());
    StoryServices stories =
        StoryServices.open(
            database, core.names, core.jobs, engines::serves, core.speech::serves, clock);
    Allowances allowances = parts.own(Allowances.open(database, clock), Allowances::close);
    return new HttpServices(
        accounts,
        new Sessions(database, accounts, clock),
        new Drafts(database, core.jobs, engines.pairs(), engines::serves, clock),
        stories,
        library,
        new Reports(database),
        new ReviewDesk(
            database,
            terms.released(),
            core.jobs,
            stories.revisions().transcripts(),
            new Appraisal(clock),
            clock),
        new Quality(database, clock),
        QueueServices.open(database, accounts, clock),
        new Discussions(database, clock),
        new Inbox(database, clock),
        new Letters(database, config.mail(), clock),
        terms,
        core.clients,
        new Campaigns(database, terms, clock),
        new Sentences(core.metered, terms.released(), allowances),
        new Texts(core.metered, engines::serves, directions, terms.released(), allowances),
        new ClientDocuments(
            database,
            directions,
            engines::serves,
            core.clients.terms(),
            allowances,
            core.documentJobs::schedule,
            core.documentSignals,
            clock),
        new Rewrites(rewriters(), core.memory, directions),
        new MemoryDesk(database, core.memory, terms.released(), clock),
        core.books,
        allowances,
        new KeyRegister(database, accounts, clock),
        new Webhooks(database, config.webhooks(), clock),
        new Visibility(database),
        new RepeatedRequests(database, clock),
        new EventFeed(database),
        administration(),
        profile.dialects(accounts, config.office()).instructing(engines.instructed()),
        new Monitoring(core.health, core.meters::request, core.tracer),
        clock);
  }

  private RewriteEngines rewriters() {
    return new RewriteEngines(
        new LiveRoutes<>(LiveRoutes.WRITERS, core.config.engines().writers(), core.controls),
        name -> Rewriters.instructed(core.engines.writer(name), core.terms.released()::glossary));
  }

  private AdminServices administration() {
    Database database = core.database;
    GatewayConfig config = core.config;
    return new AdminServices(
        new AuditTrail(database, clock),
        new AuditChain(database, clock),
        new Retention(database, clock),
        new EngineDesk(
            config.engines(), core.controls, core.engine.models()::models, core.books, clock),
        new OwnData(database, accounts.desk()),
        config
            .oidc()
            .map(provider -> new OidcSignIn(provider, accounts.identities(), database, clock)));
  }

  /** Returns the port. */
  private int serve(HttpServices services) {
    GatewayConfig config = core.config;
    CompletableFuture<Integer> port = new CompletableFuture<>();
    core.deploy(
        new HttpVerticle(
            services,
            WebRoutes::mount,
            HttpLimits.DEFAULT,
            config.libreAtRoot(),
            config.http(),
            port::complete));
    return port.join();
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
    return start(config, passwords, profile, alone -> new LoneNode(NodeCore.options()));
  }

  /**
   * Starts a node among others.
   *
   * @throws io.haidang.gateway.config.ConfigException when they could not share its database
   */
  public static Gateway startMember(GatewayConfig config, PasswordCost passwords) {
    return start(config.shared(), passwords, NodeProfile.DESK, NodeCore.member(config));
  }

  private static Gateway start(
      GatewayConfig config,
      PasswordCost passwords,
      NodeProfile profile,
      Function<String, NodeBus> connect) {
    return Parts.start(parts -> new Gateway(config, passwords, profile, parts, connect));
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

  /** Answers a little longer, if configured, while probes are told to send nobody here. */
  @Override
  public void close() {
    core.health.leave();
    drain();
    parts.close();
  }

  private void drain() {
    try {
      Thread.sleep(core.config.http().drain().toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
