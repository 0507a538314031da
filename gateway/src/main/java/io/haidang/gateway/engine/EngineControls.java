package io.haidang.gateway.engine;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.outbox.Lookout;
import io.haidang.gateway.store.Database;
import io.haidang.translation.review.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * What administrators change about engines while the desk runs: turn a provider off and on, and put
 * the engines of a route into another order. It is kept in SQL, and in force on every node within
 * two seconds. Nothing can be added to a route here, and the models on this machine stay on: where
 * a text may go is said by the configuration alone.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL, but for {@link #inForce}
 * and {@link #isOn}. <b>Owns:</b> its thread, until {@link #close}.
 */
public final class EngineControls implements RouteControls, AutoCloseable {

  private static final Duration LOOK = Duration.ofSeconds(1);

  private final Lookout lookout = new Lookout("engines", LOOK, this::look);
  private final Database database;
  private final Set<String> switchable = new HashSet<>();
  private final Map<String, List<String>> routes = new HashMap<>();
  private final Clock clock;
  private volatile State state;

  /**
   * As it is in SQL.
   *
   * @param off names of engines
   * @param orders by route
   */
  private record State(Set<String> off, Map<String, List<String>> orders) {

    State {
      off = Set.copyOf(off);
      orders = Map.copyOf(orders);
    }
  }

  /** Controls that know the state of this moment and do not follow it yet. */
  public EngineControls(Database database, EngineSettings settings, Clock clock) {
    this.database = database;
    this.clock = clock;
    settings.providers().forEach(provider -> switchable.add(provider.name()));
    settings.speech().forEach(service -> switchable.add(service.name()));
    routes.putAll(settings.configuredRoutes());
    this.state = database.jdbi().withHandle(EngineControls::read);
  }

  /** Begins to follow what is changed on other nodes. */
  public void start() {
    lookout.start();
  }

  void look() {
    state = database.jdbi().withHandle(EngineControls::read);
  }

  private static State read(Handle handle) {
    Set<String> off =
        new HashSet<>(handle.createQuery("select name from engine_off").mapTo(String.class).list());
    Map<String, List<String>> orders = new HashMap<>();
    handle
        .createQuery("select route, engines from route_order")
        .map((row, context) -> Map.entry(row.getString("route"), row.getString("engines")))
        .forEach(
            entry -> orders.put(entry.getKey(), Arrays.asList(entry.getValue().split(",", -1))));
    return new State(off, orders);
  }

  @Override
  public List<String> inForce(String route, List<String> engines) {
    State present = state;
    return order(present, route, engines).stream()
        .filter(name -> !present.off().contains(name))
        .toList();
  }

  /** The order of a route, with those that are off in their places. */
  List<String> order(String route, List<String> engines) {
    return order(state, route, engines);
  }

  private static List<String> order(State state, String route, List<String> engines) {
    List<String> changed = state.orders().getOrDefault(route, engines);
    return Set.copyOf(changed).equals(Set.copyOf(engines)) ? changed : engines;
  }

  /** Whether an engine is asked at all. */
  public boolean isOn(String engine) {
    return !state.off().contains(engine);
  }

  /** Whether an engine can be turned off. */
  boolean isSwitchable(String engine) {
    return switchable.contains(engine);
  }

  /**
   * Turns a provider off or on.
   *
   * @throws GatewayException {@code not-permitted}, {@code not-found} when there is no such
   *     provider
   */
  public void turn(String engine, boolean on, Account actor) {
    actor.require(Role.ADMIN);
    if (!isSwitchable(engine)) {
      throw new GatewayException(
          ErrorCode.NOT_FOUND, "engine: unknown (expected: a configured provider)");
    }
    change(
        on ? "engine-on" : "engine-off",
        engine,
        actor,
        handle -> {
          handle.execute("delete from engine_off where name = ?", engine);
          if (!on) {
            handle.execute(
                "insert into engine_off (name, actor, at) values (?, ?, ?)",
                engine,
                actor.displayName(),
                now());
          }
        });
  }

  /**
   * Puts the engines of a route into another order.
   *
   * @param engines all that the route has, and no other
   * @throws GatewayException {@code not-permitted}, {@code not-found} when there is no such route,
   *     {@code invalid-request} for other engines
   */
  public void order(String route, List<String> engines, Account actor) {
    actor.require(Role.ADMIN);
    List<String> configured = routes.get(route);
    if (configured == null) {
      throw new GatewayException(
          ErrorCode.NOT_FOUND, "route: unknown (expected: a configured one)");
    }
    if (engines.size() != configured.size()
        || !Set.copyOf(engines).equals(Set.copyOf(configured))) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST,
          "engines: others (expected: " + String.join(", ", configured) + " in any order)");
    }
    change(
        "route-ordered",
        route,
        actor,
        handle -> {
          handle.execute("delete from route_order where route = ?", route);
          if (!engines.equals(configured)) {
            handle.execute(
                "insert into route_order (route, engines) values (?, ?)",
                route,
                String.join(",", engines));
          }
        });
  }

  private interface Change {
    void in(Handle handle);
  }

  private void change(String type, String subject, Account actor, Change change) {
    database
        .jdbi()
        .useTransaction(
            handle -> {
              change.in(handle);
              handle.execute(
                  "insert into engine_event (type, actor, at, subject) values (?, ?, ?, ?)",
                  type,
                  actor.displayName(),
                  now(),
                  subject);
            });
    look();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  @Override
  public void close() {
    lookout.close();
  }
}
