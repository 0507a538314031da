package io.haidang.gateway.engine;

import io.haidang.gateway.draft.FormKind;
import io.haidang.models.ModelDescriptor.Locality;
import io.haidang.summarization.CandidateSource;
import io.haidang.summarization.Form;
import io.haidang.summarization.FormMaker;
import io.haidang.summarization.extract.Similarities;
import io.haidang.summarization.form.FormMakers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Lets models word forms where a route says so, in its order. Sentences of the text always come
 * last: they are what is left of every candidate that fails, and all there is without a route.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use.
 */
public final class FormEngines implements FormRouter {

  private final LiveRoutes<Locale, Form> routes;
  private final Function<String, CandidateSource> writers;
  private final Map<List<String>, FormMaker> makers = new ConcurrentHashMap<>();

  /**
   * Writers by name.
   *
   * @param writers the writer of each name that a route has, {@link RouteTable#LOCAL} among them
   */
  public FormEngines(LiveRoutes<Locale, Form> routes, Function<String, CandidateSource> writers) {
    this.routes = routes;
    this.writers = writers;
  }

  @Override
  public FormMaker maker(FormKind kind) {
    Locale language = Locale.forLanguageTag(kind.language().getLanguage());
    List<String> names =
        routes.engines(language, kind.form(), kind.sensitivity()).stream()
            .filter(name -> mayReach(name, kind))
            .toList();
    return makers.computeIfAbsent(names, this::maker);
  }

  private static boolean mayReach(String name, FormKind kind) {
    return name.equals(RouteTable.LOCAL)
        || (!name.equals(RouteTable.EXTRACTIVE) && kind.reach() == Locality.REMOTE);
  }

  private FormMaker maker(List<String> names) {
    return FormMakers.withWriters(names.stream().map(writers).toList(), Similarities.tfIdf());
  }
}
