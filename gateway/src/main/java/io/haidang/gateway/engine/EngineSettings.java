package io.haidang.gateway.engine;

import io.haidang.models.remote.Provider;
import java.util.List;

/**
 * The engines beside the local models, and which texts they get. Immutable; its string shows no
 * keys.
 *
 * @param providers each with a name of its own
 */
public record EngineSettings(List<Provider> providers, RouteTable routes) {

  /** Nothing leaves this machine. */
  public static final EngineSettings LOCAL_ONLY =
      new EngineSettings(List.of(), new RouteTable(List.of()));

  public EngineSettings {
    providers = List.copyOf(providers);
  }
}
