package io.haidang.gateway.jobs;

import io.haidang.gateway.engine.EngineRouter;
import io.haidang.gateway.recipe.Recipes;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.terms.ReleasedGlossary;
import io.haidang.gateway.terms.StoryNames;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.summarization.form.FormMakers;
import java.time.Clock;
import java.util.function.Supplier;

/** Runs for tests that are about translations. */
final class Runs {

  private Runs() {}

  static TargetRun of(
      Database database, EngineRouter engines, Supplier<TermEnforcer> terms, Clock clock) {
    Recipes recipes = new Recipes(database, engines, kind -> FormMakers.extractive(), clock);
    StoryNames names =
        terms instanceof ReleasedGlossary released
            ? StoryNames.released(database, released)
            : StoryNames.always(terms);
    return new TargetRun(database, recipes, names, clock);
  }
}
