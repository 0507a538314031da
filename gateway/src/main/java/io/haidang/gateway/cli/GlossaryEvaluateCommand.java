package io.haidang.gateway.cli;

import io.haidang.gateway.node.TranslationEngine;
import io.haidang.glossary.Glossary;
import io.haidang.models.CallContext;
import io.haidang.models.LanguagePair;
import io.haidang.translation.evaluate.EvaluationSentence;
import io.haidang.translation.evaluate.EvaluationSet;
import io.haidang.translation.evaluate.FiguresComparison;
import io.haidang.translation.evaluate.SentenceOutcome;
import io.haidang.translation.evaluate.TermEvaluation;
import io.haidang.translation.evaluate.TermMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how well the configured engine keeps the official names, and compares. */
@Command(
    name = "evaluate",
    description = {
      "Translate sentences whose official names are known, and print how many are kept.",
      "Each sentence is translated without names, with the official ones (proper) and with others"
          + " (random). Fails when a figure is worse than in the file of earlier figures."
    },
    mixinStandardHelpOptions = true)
final class GlossaryEvaluateCommand extends ConfiguredCommand implements Callable<Integer> {

  @Option(
      names = "--pair",
      paramLabel = "FROM-TO",
      defaultValue = "vi-en",
      description = "Direction (default: ${DEFAULT-VALUE}).")
  private String direction = "vi-en";

  @Option(
      names = "--set",
      paramLabel = "FILE",
      description = "Sentences (default: docs/evaluation/names.FROM-TO.tsv beside the launcher).")
  private @Nullable Path set;

  @Option(
      names = "--figures",
      paramLabel = "FILE",
      description = "Earlier figures (default: docs/evaluation/figures.FROM-TO.json).")
  private @Nullable Path figures;

  @Option(names = "--update", description = "Write the figures there instead of comparing.")
  private boolean update;

  @Option(
      names = "--json",
      paramLabel = "OUT",
      description = "Write the figures, and every sentence with something wrong, as JSON.")
  private @Nullable Path json;

  @Override
  public Integer call() throws IOException {
    LanguagePair pair = LanguagePairs.parse(direction);
    Path earlier = orBesideLauncher(figures, "figures." + pair + ".json");
    Path sentences = orBesideLauncher(set, "names." + pair + ".tsv");
    EvaluationReport report = evaluate(pair, EvaluationSet.read(sentences).sentences());
    new EvaluationTable(out()).print(report);
    if (json != null) {
      report.write(json);
    }
    if (update) {
      report.withoutSentences().write(earlier);
      return 0;
    }
    return compare(report, earlier);
  }

  private static Path orBesideLauncher(@Nullable Path given, String name) {
    return given != null ? given : Home.folder().resolve("docs/evaluation").resolve(name);
  }

  private EvaluationReport evaluate(LanguagePair pair, List<EvaluationSentence> sentences) {
    Glossary official = Glossary.starter(); // The sentences go by its concepts.
    try (TranslationEngine engine = TranslationEngine.open(config(), 1)) {
      TermEvaluation evaluation = new TermEvaluation(engine.translator(), pair, official);
      Map<TermMode, List<SentenceOutcome>> outcomes = new EnumMap<>(TermMode.class);
      for (TermMode mode : TermMode.values()) {
        outcomes.put(mode, run(evaluation, sentences, mode));
      }
      return EvaluationReport.of(outcomes, official.release().value());
    }
  }

  private List<SentenceOutcome> run(
      TermEvaluation evaluation, List<EvaluationSentence> sentences, TermMode mode) {
    ProgressLine progress = new ProgressLine(System.err, EvaluationReport.name(mode) + ":");
    List<SentenceOutcome> outcomes =
        evaluation.run(
            sentences, mode, CallContext.PATIENT, done -> progress.show(done, sentences.size()));
    progress.end();
    return outcomes;
  }

  private int compare(EvaluationReport report, Path figures) throws IOException {
    if (!Files.exists(figures)) {
      throw new CommandFailure(figures + ": not found (expected: earlier figures, or --update)");
    }
    List<String> worse = report.worseThan(EvaluationReport.read(figures));
    if (worse.isEmpty()) {
      out()
          .printf(
              Locale.ROOT,
              "no figure is worse than in %s by more than %.0f point%n",
              figures.getFileName(),
              FiguresComparison.POINTS);
      return 0;
    }
    worse.forEach(line -> out().println("worse: " + line));
    return 1;
  }
}
