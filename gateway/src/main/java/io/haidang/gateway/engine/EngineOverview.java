package io.haidang.gateway.engine;

import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.usage.ProviderHealth;
import io.haidang.gateway.usage.UsageReport;
import io.haidang.models.LanguagePair;
import io.haidang.models.ModelDescriptor;
import io.haidang.models.ModelDescriptor.Locality;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who translates, words and listens, at a moment.
 *
 * @param models those on this machine: one engine, {@code local}, which stays on
 * @param engines services beside them
 * @param routes the most particular first of each kind
 */
public record EngineOverview(
    List<ModelDescriptor> models, List<EngineLine> engines, List<RouteLine> routes) {

  public EngineOverview {
    models = List.copyOf(models);
    engines = List.copyOf(engines);
    routes = List.copyOf(routes);
  }

  /**
   * A service.
   *
   * @param kind its protocol, or {@code speech}
   * @param pairs directions that it is used for; none for speech
   * @param isRemote whether texts leave this machine
   * @param setting how the keys of the configuration begin that say all else about it
   * @param month its calls of this month in UTC; null when there were none
   */
  public record EngineLine(
      String name,
      String kind,
      String model,
      Set<LanguagePair> pairs,
      boolean isRemote,
      String setting,
      boolean isOn,
      ProviderHealth health,
      UsageReport.@Nullable Line month) {

    public EngineLine {
      pairs = Set.copyOf(pairs);
    }

    /** Labels of the texts that it may see. */
    public List<Sensitivity> labels() {
      return Arrays.stream(Sensitivity.values())
          .filter(label -> !isRemote || label.reach() != Locality.LOCAL)
          .toList();
    }
  }

  /**
   * A route.
   *
   * @param name as the configuration calls it
   * @param configured its engines in the order of the configuration
   * @param order the same in the order that somebody has put them in
   * @param inForce of these, those that are on
   */
  public record RouteLine(
      String name, List<String> configured, List<String> order, List<String> inForce) {

    public RouteLine {
      configured = List.copyOf(configured);
      order = List.copyOf(order);
      inForce = List.copyOf(inForce);
    }

    /** Whether somebody has changed its order. */
    public boolean isReordered() {
      return !order.equals(configured);
    }

    /** The order in which an engine has gone one place ahead. */
    public List<String> ahead(String engine) {
      List<String> moved = new ArrayList<>(order);
      int place = moved.indexOf(engine);
      if (place > 0) {
        Collections.swap(moved, place, place - 1);
      }
      return moved;
    }
  }
}
