package io.haidang.gateway.engine;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.engine.EngineOverview.EngineLine;
import io.haidang.gateway.engine.EngineOverview.RouteLine;
import io.haidang.gateway.usage.ProviderHealth;
import io.haidang.gateway.usage.UsageBooks;
import io.haidang.gateway.usage.UsageReport;
import io.haidang.models.ModelDescriptor;
import io.haidang.models.remote.Provider;
import io.haidang.models.remote.SpeechProvider;
import io.haidang.translation.review.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What administrators see of engines, and what they change about them.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL.
 */
public final class EngineDesk {

  private static final String SPEECH = "speech";

  private final EngineSettings settings;
  private final EngineControls controls;
  private final Supplier<List<ModelDescriptor>> models;
  private final UsageBooks books;
  private final Clock clock;

  /**
   * A desk.
   *
   * @param models those on this machine, as they are now
   */
  public EngineDesk(
      EngineSettings settings,
      EngineControls controls,
      Supplier<List<ModelDescriptor>> models,
      UsageBooks books,
      Clock clock) {
    this.settings = settings;
    this.controls = controls;
    this.models = models;
    this.books = books;
    this.clock = clock;
  }

  /** What may be changed while the desk runs. */
  public EngineControls controls() {
    return controls;
  }

  /**
   * Every engine and every route as they are now.
   *
   * @throws io.haidang.gateway.GatewayException {@code not-permitted} unless to an administrator
   */
  public EngineOverview overview(Account reader) {
    reader.require(Role.ADMIN);
    Map<String, ProviderHealth> health = books.health();
    Map<String, UsageReport.Line> month = month();
    List<EngineLine> engines = new ArrayList<>();
    for (Provider provider : settings.providers()) {
      engines.add(line(provider, health, month));
    }
    for (SpeechProvider service : settings.speech()) {
      engines.add(line(service, health, month));
    }
    return new EngineOverview(List.copyOf(models.get()), engines, routes());
  }

  private Map<String, UsageReport.Line> month() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return books
        .report(today.withDayOfMonth(1), today, UsageReport.Column.PROVIDER)
        .lines()
        .stream()
        .collect(Collectors.toMap(UsageReport.Line::name, Function.identity()));
  }

  private EngineLine line(
      Provider provider, Map<String, ProviderHealth> health, Map<String, UsageReport.Line> month) {
    return new EngineLine(
        provider.name(),
        provider.kind().id(),
        provider.model(),
        provider.pairs(),
        true,
        "provider." + provider.name(),
        controls.isOn(provider.name()),
        health.getOrDefault(provider.name(), ProviderHealth.UNKNOWN),
        month.get(provider.name()));
  }

  private EngineLine line(
      SpeechProvider service,
      Map<String, ProviderHealth> health,
      Map<String, UsageReport.Line> month) {
    return new EngineLine(
        service.name(),
        SPEECH,
        service.model(),
        Set.of(),
        !service.local(),
        SPEECH + "." + service.name(),
        controls.isOn(service.name()),
        health.getOrDefault(service.name(), ProviderHealth.UNKNOWN),
        month.get(service.name()));
  }

  private List<RouteLine> routes() {
    List<RouteLine> routes = new ArrayList<>();
    settings
        .configuredRoutes()
        .forEach(
            (name, configured) ->
                routes.add(
                    new RouteLine(
                        name,
                        configured,
                        controls.order(name, configured),
                        controls.inForce(name, configured))));
    return routes;
  }
}
