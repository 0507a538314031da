package io.haidang.gateway.cli;

import io.haidang.gateway.node.TranslationEngine;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.models.CallContext;
import io.haidang.models.LanguagePair;
import io.haidang.translation.Excerpt;
import io.haidang.translation.SegmentTranslator;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.check.Finding;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.MergeOptions;
import io.haidang.translation.document.SegmentedDocument;
import io.haidang.translation.pipeline.DocumentNames;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Translates one file: the text alone to standard output, everything else to standard error. */
@Command(
    name = "translate",
    description = "Translate one file; nobody has reviewed what comes out.",
    mixinStandardHelpOptions = true)
final class TranslateCommand implements Callable<Integer> {

  private static final int BATCH = 8;

  @Parameters(
      paramLabel = "FILE",
      description = "A text or HTML file in UTF-8; - reads standard input.")
  private String file = "-";

  @Option(names = "--to", required = true, paramLabel = "LANG", description = "Target language.")
  private String to = "";

  @Option(
      names = "--from",
      paramLabel = "LANG",
      defaultValue = "vi",
      description = "Source language (default: ${DEFAULT-VALUE}).")
  private String from = "vi";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      description = "Write here instead of standard output.")
  private @Nullable Path output;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "plain or html (default: by the file's name).")
  private @Nullable DocumentFormat format;

  @Option(
      names = "--date",
      paramLabel = "YYYY-MM-DD",
      description = "Date of the text, which decides which names are official (default: today).")
  private LocalDate date = LocalDate.now(ZoneId.systemDefault());

  private final PrintStream messages = System.err;

  @Override
  public Integer call() throws IOException {
    LanguagePair pair = LanguagePairs.parse(from, to);
    SegmentedDocument document = SegmentedDocument.read(format(), bytes(), pair.source());
    write(document.merge(translate(document, pair), MergeOptions.of(pair.target())));
    return 0;
  }

  private List<String> translate(SegmentedDocument document, LanguagePair pair) {
    try (TranslationEngine engine = TranslationEngine.open(Home.config(null, System.getenv()), 1)) {
      TranslationContext context =
          new TranslationContext(pair, date, new TermEnforcer(Glossary.starter()));
      List<TranslatedSegment> done = new ArrayList<>();
      ProgressLine progress = new ProgressLine(messages, "translated");
      List<String> sources = document.segments();
      SegmentTranslator translator = engine.translator();
      for (int start = 0; start < sources.size(); start += BATCH) {
        int end = Math.min(start + BATCH, sources.size());
        Excerpt batch = Excerpt.range(sources, start, end);
        done.addAll(translator.translate(batch, context, CallContext.PATIENT));
        progress.show(done.size(), sources.size());
      }
      progress.end();
      List<TranslatedSegment> settled = DocumentNames.settle(done, context);
      reportFindings(settled);
      return settled.stream().map(TranslatedSegment::target).toList();
    }
  }

  private void reportFindings(List<TranslatedSegment> segments) {
    Map<String, Integer> counts = new TreeMap<>();
    for (TranslatedSegment segment : segments) {
      for (Finding finding : segment.findings()) {
        counts.merge(finding.check(), 1, Integer::sum);
      }
    }
    messages.println(counts.isEmpty() ? "  no findings" : "  findings for a reviewer: " + counts);
  }

  private DocumentFormat format() {
    if (format != null) {
      return format;
    }
    String name = file.toLowerCase(Locale.ROOT);
    return name.endsWith(".html") || name.endsWith(".htm")
        ? DocumentFormat.HTML
        : DocumentFormat.PLAIN;
  }

  private byte[] bytes() throws IOException {
    return file.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(Path.of(file));
  }

  private void write(byte[] text) throws IOException {
    if (output != null) {
      Files.write(output, text);
    } else {
      System.out.write(text);
      System.out.flush();
    }
  }
}
