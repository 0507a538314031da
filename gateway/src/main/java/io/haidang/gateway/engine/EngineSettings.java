package io.haidang.gateway.engine;

import io.haidang.models.remote.Provider;
import io.haidang.models.remote.SpeechProvider;
import java.util.List;

/**
 * The engines beside the local models, and which texts they get. Immutable; its string shows no
 * keys.
 *
 * @param providers each with a name of its own
 * @param speech services that write down what is said, in the order in which they are asked
 */
public record EngineSettings(
    List<Provider> providers, RouteTable routes, List<SpeechProvider> speech) {

  /** Nothing leaves this machine. */
  public static final EngineSettings LOCAL_ONLY =
      new EngineSettings(List.of(), new RouteTable(List.of()));

  public EngineSettings {
    providers = List.copyOf(providers);
    speech = List.copyOf(speech);
  }

  /** Nothing writes down speech. */
  public EngineSettings(List<Provider> providers, RouteTable routes) {
    this(providers, routes, List.of());
  }
}
