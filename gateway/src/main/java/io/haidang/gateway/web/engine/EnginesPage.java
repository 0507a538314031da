package io.haidang.gateway.web.engine;

import io.haidang.gateway.engine.EngineDesk;
import io.haidang.gateway.engine.EngineOverview;
import io.haidang.gateway.engine.EngineOverview.EngineLine;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.usage.UsageReport;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.Texts;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.models.LanguagePair;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Who translates, how that goes, and what can be changed about it while the desk runs. */
final class EnginesPage {

  private static final double MICROS = 1e6;

  private final EngineDesk desk;
  private final Renderer renderer;

  EnginesPage(EngineDesk desk, Renderer renderer) {
    this.desk = desk;
    this.renderer = renderer;
  }

  /** Everything that there is. */
  record View(EngineOverview overview) {

    /** Directions in words. */
    String pairs(Collection<LanguagePair> pairs, Texts texts) {
      return pairs.stream()
          .map(
              pair ->
                  pair.source().equals(pair.target())
                      ? texts.get("engines.within", texts.language(pair.source()))
                      : texts.language(pair.source()) + " → " + texts.language(pair.target()))
          .sorted()
          .collect(Collectors.joining(", "));
    }

    String labels(EngineLine engine, Texts texts) {
      return engine.labels().stream()
          .map(label -> texts.name("sensitivity", label))
          .collect(Collectors.joining(", "));
    }

    /** What this month's calls cost, in whatever currency prices are. */
    String cost(UsageReport.Line month) {
      return String.format(Locale.ROOT, "%.2f", month.costMicros() / MICROS);
    }

    /** What a button sends that puts an engine one place ahead. */
    String ahead(EngineOverview.RouteLine route, String engine) {
      return String.join(",", route.ahead(engine));
    }

    String configured(EngineOverview.RouteLine route) {
      return String.join(",", route.configured());
    }
  }

  Reply show(Visit visit) {
    View view = new View(desk.overview(visit.account()));
    String title = visit.texts().get("engines.title");
    return Reply.html(renderer.page(visit, "engine/engines", title, "admin", view));
  }

  Reply turn(Visit visit) {
    boolean on = visit.request().field("on").equals("yes");
    desk.controls().turn(visit.request().field("engine"), on, visit.account());
    return Reply.redirect("/engines");
  }

  Reply order(Visit visit) {
    List<String> engines = Arrays.asList(visit.request().field("engines").split(",", -1));
    desk.controls().order(visit.request().field("route"), engines, visit.account());
    return Reply.redirect("/engines#routes");
  }
}
