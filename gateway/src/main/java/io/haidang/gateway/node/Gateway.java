package io.haidang.gateway.node;

import io.haidang.gateway.auth.Accounts;
import io.haidang.gateway.auth.Accounts.FirstAccount;
import io.haidang.gateway.auth.Sessions;
import io.haidang.gateway.config.GatewayConfig;
import io.haidang.gateway.draft.Drafts;
import io.haidang.gateway.http.HttpServices;
import io.haidang.gateway.http.HttpVerticle;
import io.haidang.gateway.jobs.CachingTranslator;
import io.haidang.gateway.jobs.TranslationJobs;
import io.haidang.gateway.jobs.TranslationRun;
import io.haidang.gateway.jobs.TranslationWorker;
import io.haidang.gateway.review.ReviewDesk;
import io.haidang.gateway.store.Database;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One running node: database, models, jobs, worker and HTTP server.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> {@link #start} and {@link
 * #close} wait for every part. <b>Owns:</b> everything it started, until {@link #close}.
 */
public final class Gateway implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final Clock clock = Clock.systemUTC();
  private final Accounts accounts;
  private final List<FirstAccount> firstAccounts;
  private final String address;

  private Gateway(GatewayConfig config) {
    Vertx vertx = own(Vertx.vertx(options()), Gateway::closeVertx);
    Database database =
        own(
            Database.open(config.databaseUrl(), config.databaseUser(), config.databasePassword()),
            Database::close);
    TranslationEngine engine =
        own(
            TranslationEngine.open(config.modelsFolder(), config.workers()),
            TranslationEngine::close);
    accounts = new Accounts(database, clock);
    firstAccounts = accounts.createFirstAccounts();
    TranslationRun run =
        new TranslationRun(
            database,
            new CachingTranslator(engine.translator(), engine::version),
            engine.terms(),
            clock);
    TranslationJobs jobs = new TranslationJobs(vertx, database, run, clock, config.workers());
    await(vertx.deployVerticle(new TranslationWorker(run, config.workers())));
    HttpServices services =
        new HttpServices(
            accounts,
            new Sessions(database, accounts, clock),
            new Drafts(database, jobs, engine.pairs(), clock),
            new ReviewDesk(database, engine.terms(), clock),
            engine.terms().glossary(),
            database::check,
            clock);
    CompletableFuture<Integer> port = new CompletableFuture<>();
    engine.warmUp();
    await(
        vertx.deployVerticle(
            new HttpVerticle(services, config.host(), config.port(), port::complete)));
    own(jobs, TranslationJobs::close).start();
    address = "http://" + config.host() + ":" + port.join();
  }

  /** Starts a node and waits until it serves. */
  public static Gateway start(GatewayConfig config) {
    return new Gateway(config);
  }

  /** Nothing of ours needs files from the class path on disk, nor a cache folder. */
  private static VertxOptions options() {
    return new VertxOptions()
        .setFileSystemOptions(new FileSystemOptions().setFileCachingEnabled(false));
  }

  private <T> T own(T part, Closer<T> closer) {
    parts.push(() -> closer.close(part));
    return part;
  }

  private static void closeVertx(Vertx vertx) {
    await(vertx.close());
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }

  /** Where the server listens, such as {@code http://127.0.0.1:8080}. */
  public String address() {
    return address;
  }

  public Accounts accounts() {
    return accounts;
  }

  /** The accounts that this start has made; empty on every start but the first. */
  public List<FirstAccount> firstAccounts() {
    return firstAccounts;
  }

  @Override
  public void close() {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        LOG.warn("a part could not be closed", e);
      }
    }
  }

  @FunctionalInterface
  private interface Closer<T> {
    void close(T part) throws Exception;
  }
}
