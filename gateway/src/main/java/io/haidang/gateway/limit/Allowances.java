package io.haidang.gateway.limit;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.QuietFault;
import io.haidang.gateway.auth.ApiKey;
import io.haidang.gateway.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets keys take what they may, and keeps account of it. What is taken is counted here and written
 * to SQL once a second, together with what other nodes have written; a key may therefore take a
 * second's worth more on several nodes, and a node that is killed forgets a second at most. Rate
 * and concurrency are each node's own. Months are those of UTC.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> where a method says so; no
 * other does. <b>Owns:</b> a thread, until {@link #close}, which writes what is left.
 */
public final class Allowances implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Allowances.class);
  private static final long WRITE_MILLIS = 1_000;

  private static final KeyUse REQUEST = new KeyUse(1, 0, 0);
  private static final KeyUse DOCUMENT = new KeyUse(0, 0, 1);

  private final Database database;
  private final Clock clock;
  private final Map<UUID, Meter> meters = new ConcurrentHashMap<>();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread made = new Thread(work, "allowances");
            made.setDaemon(true);
            return made;
          });

  private final ScheduledFuture<?> writing;

  private Allowances(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
    this.writing =
        thread.scheduleWithFixedDelay(
            this::writeQuietly, WRITE_MILLIS, WRITE_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Starts to keep account. */
  public static Allowances open(Database database, Clock clock) {
    return new Allowances(database, clock);
  }

  /**
   * Has at hand what keys have taken this month. Every key has to be known before it is asked for.
   *
   * <p><b>Blocking:</b> SQL, the first time that a key is seen.
   */
  public void know(Collection<ApiKey> keys) {
    Set<UUID> unknown = new HashSet<>();
    for (ApiKey key : keys) {
      if (!meters.containsKey(key.id())) {
        unknown.add(key.id());
      }
    }
    if (!unknown.isEmpty()) {
      YearMonth month = YearMonth.from(today());
      Map<UUID, KeyUse> taken =
          database.jdbi().withHandle(handle -> KeyUseTable.of(handle, unknown, month));
      unknown.forEach(
          id -> meters.putIfAbsent(id, new Meter(month, taken.getOrDefault(id, KeyUse.NONE))));
    }
  }

  /**
   * Lets a request begin.
   *
   * @return to be run once, when it ends
   * @throws GatewayException {@code too-many-requests}
   */
  public Runnable enter(ApiKey key) {
    Meter meter = meter(key);
    int wait = meter.enter(key.limits(), clock.instant().getEpochSecond());
    if (wait > 0) {
      throw new GatewayException(
          ErrorCode.TOO_MANY_REQUESTS,
          "requests: too many (expected: at most "
              + key.limits().concurrent()
              + " at a time"
              + perMinute(key)
              + " with this key)",
          retryAfter(wait));
    }
    meter.take(REQUEST, key.limits(), today());
    return meter::leave;
  }

  private static String perMinute(ApiKey key) {
    Integer most = key.limits().requestsPerMinute();
    return most == null ? "" : " and " + most + " a minute";
  }

  /**
   * Takes characters that are about to be translated.
   *
   * @param count code points of all texts
   * @throws GatewayException {@code quota-exceeded}
   */
  public void takeCharacters(ApiKey key, long count) {
    if (!meter(key).take(characters(count), key.limits(), today())) {
      throw exceeded("characters", key.limits().charactersPerMonth());
    }
  }

  /** Gives characters back that have not been translated after all. */
  public void giveCharacters(ApiKey key, long count) {
    meter(key).give(characters(count), today());
  }

  private static KeyUse characters(long count) {
    return new KeyUse(0, count, 0);
  }

  /** Takes characters for some work, and gives them back when it fails. */
  public <T> T chargeCharacters(ApiKey key, long count, Supplier<T> work) {
    takeCharacters(key, count);
    return orGiveBack(work, () -> giveCharacters(key, count));
  }

  private static <T> T orGiveBack(Supplier<T> work, Runnable giveBack) {
    try {
      return work.get();
    } catch (RuntimeException e) {
      giveBack.run();
      throw e;
    }
  }

  /** Takes a document for some work, and gives it back when that fails. */
  public <T> T chargeDocument(ApiKey key, Supplier<T> work) {
    takeDocument(key);
    return orGiveBack(work, () -> giveDocument(key));
  }

  /**
   * Takes a document that is about to be handed in.
   *
   * @throws GatewayException {@code quota-exceeded}
   */
  public void takeDocument(ApiKey key) {
    if (!meter(key).take(DOCUMENT, key.limits(), today())) {
      throw exceeded("documents", key.limits().documentsPerMonth());
    }
  }

  /** Gives a document back that was not taken in. */
  public void giveDocument(ApiKey key) {
    meter(key).give(DOCUMENT, today());
  }

  private GatewayException exceeded(String what, @Nullable Long most) {
    Instant next =
        YearMonth.from(today()).plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    return new GatewayException(
        ErrorCode.QUOTA_EXCEEDED,
        what + ": used up (expected: at most " + most + " a month with this key)",
        retryAfter(Math.max(1, Duration.between(clock.instant(), next).toSeconds())));
  }

  private static Map<String, Object> retryAfter(long seconds) {
    return Map.of("retryAfter", seconds);
  }

  /** What calls to providers on behalf of a waiting key are booked as. */
  public static String work(ApiKey key) {
    return KeyReportQuery.work(key.id());
  }

  /** What a key has taken this month. */
  public KeyUse taken(ApiKey key) {
    return meter(key).taken(YearMonth.from(today()));
  }

  private Meter meter(ApiKey key) {
    Meter meter = meters.get(key.id());
    if (meter == null) {
      throw new IllegalStateException("key: " + key.id() + " (expected: one that is known)");
    }
    return meter;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private void writeQuietly() {
    try {
      write();
    } catch (RuntimeException e) {
      LOG.warn("what keys have taken is not written yet", QuietFault.of(e));
    }
  }

  /**
   * Writes what is not written, and reads what other nodes have.
   *
   * <p><b>Blocking:</b> SQL.
   */
  void write() {
    SortedMap<UUID, Map<LocalDate, KeyUse>> drained = drain();
    if (drained.isEmpty()) {
      return;
    }
    YearMonth month = YearMonth.from(today());
    try {
      write(drained, month)
          .forEach((key, taken) -> Objects.requireNonNull(meters.get(key)).know(month, taken));
    } catch (RuntimeException e) {
      drained.forEach((key, days) -> Objects.requireNonNull(meters.get(key)).keep(days));
      throw e;
    }
  }

  /** In one order on all nodes, so that no two wait for each other. */
  private SortedMap<UUID, Map<LocalDate, KeyUse>> drain() {
    SortedMap<UUID, Map<LocalDate, KeyUse>> drained = new TreeMap<>();
    meters.forEach((key, meter) -> drained.put(key, meter.drain()));
    drained.values().removeIf(Map::isEmpty);
    return drained;
  }

  private Map<UUID, KeyUse> write(
      SortedMap<UUID, Map<LocalDate, KeyUse>> drained, YearMonth month) {
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              drained.forEach(
                  (key, days) -> {
                    days.forEach((day, use) -> KeyUseTable.add(handle, key, day, use));
                    KeyUseTable.stamp(handle, key, clock.instant());
                  });
              return KeyUseTable.of(handle, drained.keySet(), month);
            });
  }

  @Override
  public void close() {
    writing.cancel(false);
    thread.shutdown();
    try {
      thread.awaitTermination(WRITE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    writeQuietly();
  }
}
