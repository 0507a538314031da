package io.haidang.gateway.engine;

import io.haidang.models.LanguagePair;
import io.haidang.models.remote.Provider;
import io.haidang.models.remote.SpeechProvider;
import io.haidang.summarization.Form;
import io.haidang.translation.document.DocumentFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The engines beside the local models, and which texts they get. Immutable; its string shows no
 * keys.
 *
 * @param providers each with a name of its own
 * @param routes of translations; the local models where there is none
 * @param writers who words forms; nobody but the text itself where there is none
 * @param speech services that write down what is said, in the order in which they are asked
 */
public record EngineSettings(
    List<Provider> providers,
    RouteTable<LanguagePair, DocumentFormat> routes,
    RouteTable<Locale, Form> writers,
    List<SpeechProvider> speech) {

  /** Nothing leaves this machine. */
  public static final EngineSettings LOCAL_ONLY =
      new EngineSettings(
          List.of(),
          new RouteTable<>(List.of(), List.of(RouteTable.LOCAL)),
          new RouteTable<>(List.of(), List.of()),
          List.of());

  public EngineSettings {
    providers = List.copyOf(providers);
    speech = List.copyOf(speech);
  }

  /** Every route by its name, with its engines: of translations, then of forms. */
  Map<String, List<String>> configuredRoutes() {
    Map<String, List<String>> configured = new LinkedHashMap<>();
    configured.putAll(
        new LiveRoutes<>(LiveRoutes.TRANSLATIONS, routes, RouteControls.NONE).configured());
    configured.putAll(
        new LiveRoutes<>(LiveRoutes.WRITERS, writers, RouteControls.NONE).configured());
    return configured;
  }
}
