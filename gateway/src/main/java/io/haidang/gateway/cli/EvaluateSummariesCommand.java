package io.haidang.gateway.cli;

import io.haidang.gateway.node.TranslationEngine;
import io.haidang.glossary.Glossary;
import io.haidang.models.SentenceVectors;
import io.haidang.models.encoder.SentenceEncoder;
import io.haidang.models.registry.InstalledModel;
import io.haidang.summarization.Form;
import io.haidang.summarization.evaluate.SummaryFigures;
import io.haidang.summarization.evaluate.SummaryMethod;
import io.haidang.summarization.evaluate.SummarySet;
import io.haidang.summarization.form.FormMakers;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints ROUGE of the summaries that the desk makes, beside the first sentences of the text. */
@Command(
    name = "summaries",
    description = {
      "Summarise articles and compare with the summaries that people wrote: ROUGE-1, -2 and -L.",
      "A line of the file holds title, abstract and body with tabs between them, and \\n between"
          + " paragraphs of the body."
    },
    mixinStandardHelpOptions = true)
final class EvaluateSummariesCommand extends ConfiguredCommand implements Callable<Integer> {

  private static final int LEAD = 3;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "Articles (default: docs/evaluation/summaries.vi.tsv beside the launcher).")
  private Path set = Home.folder().resolve("docs/evaluation/summaries.vi.tsv");

  @Option(
      names = "--from",
      paramLabel = "LANGUAGE",
      description = "Language of the articles (default: ${DEFAULT-VALUE}).")
  private String language = "vi";

  @Override
  public Integer call() throws IOException {
    SummarySet articles = SummarySet.read(set);
    try (SentenceEncoder encoder = encoder()) {
      print(articles, methods(encoder));
    }
    return 0;
  }

  private SentenceEncoder encoder() {
    return InstalledModel.list(TranslationEngine.roots(config())).stream()
        .filter(InstalledModel::isSentenceEncoder)
        .findFirst()
        .map(model -> SentenceEncoder.open(model.folder()))
        .orElseThrow(
            () -> new CommandFailure("sentence encoder: none (expected: one among the models)"));
  }

  private static List<SummaryMethod> methods(SentenceVectors encoder) {
    Glossary names = Glossary.starter();
    List<SummaryMethod> methods = new ArrayList<>(List.of(SummaryMethod.lead(LEAD)));
    for (Form form : List.of(Form.STANDFIRST, Form.SUMMARY_50, Form.SUMMARY_100)) {
      methods.add(SummaryMethod.made("TF-IDF", FormMakers.extractive(), form, names));
      methods.add(SummaryMethod.made("vectors", FormMakers.extractive(encoder), form, names));
    }
    return methods;
  }

  private void print(SummarySet articles, List<SummaryMethod> methods) {
    PrintWriter out = out();
    out.printf("%d articles of %s%n%n", articles.articles().size(), set);
    out.println("method                   ROUGE-1  ROUGE-2  ROUGE-L  words  empty  articles/s");
    for (SummaryMethod method : methods) {
      SummaryFigures figures =
          SummaryFigures.of(
              method,
              articles,
              Locale.forLanguageTag(language),
              LocalDate.now(ZoneId.systemDefault()));
      out.printf(
          Locale.ROOT,
          "%-24s %7.2f  %7.2f  %7.2f  %5.1f  %5d  %10.0f%n",
          figures.method(),
          100 * figures.rouge().one(),
          100 * figures.rouge().two(),
          100 * figures.rouge().longest(),
          figures.words(),
          figures.empty(),
          figures.articlesPerSecond());
      out.flush();
    }
  }
}
