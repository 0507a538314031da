package io.haidang.gateway.cli;

import io.haidang.gateway.node.TranslationEngine;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.Term;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.models.CallContext;
import io.haidang.models.LanguagePair;
import io.haidang.translation.Excerpt;
import io.haidang.translation.SegmentTranslator;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.DocumentFormats;
import io.haidang.translation.document.FilterOptions;
import io.haidang.translation.document.FilterOptions.TrackedChanges;
import io.haidang.translation.document.MergeOptions;
import io.haidang.translation.document.SegmentedDocument;
import io.haidang.translation.pipeline.DocumentNames;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Translates one file of any format; what there is to say about it goes to standard error. */
@Command(
    name = "translate",
    description = "Translate one file; nobody has reviewed what comes out.",
    footer = {
      "",
      "Formats: TXT, Markdown, HTML, DOCX, PPTX, XLSX, ODT, SRT, VTT, XLIFF, CSV, JSON, PO, SVG;",
      "a PDF becomes an HTML page.",
      "Exit status: 0 done, 1 failed, 2 the command line is wrong, 3 errors stand (--strict)."
    },
    mixinStandardHelpOptions = true)
final class TranslateCommand implements Callable<Integer> {

  private static final int BATCH = 8;
  private static final int ERRORS_STAND = 3;

  @Parameters(
      paramLabel = "FILE",
      description = "The file; - reads standard input and writes standard output.")
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
      description =
          "Write here, over what is there; - for standard output (default: beside the file, as"
              + " deck.en.pptx for deck.pptx).")
  private @Nullable String output;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} (default: by the file's content and name).")
  private @Nullable DocumentFormat format;

  @Option(
      names = "--date",
      paramLabel = "YYYY-MM-DD",
      description = "Date of the text, which decides which names are official (default: today).")
  private LocalDate date = LocalDate.now(ZoneId.systemDefault());

  @Option(
      names = "--columns",
      split = ",",
      paramLabel = "COLUMN",
      description = "Columns of a CSV file to translate, by name or number (default: all).")
  private List<String> columns = List.of();

  @Option(
      names = "--paths",
      split = ",",
      paramLabel = "PATH",
      description = "Strings of a JSON file to translate, such as $.news[*].title (default: all).")
  private List<String> paths = List.of();

  @Option(
      names = "--accept-changes",
      description = "Take tracked changes as accepted (default: refuse a file that has some).")
  private boolean acceptChanges;

  @Option(
      names = "--strict",
      description =
          "Exit with status 3 when a finding is an error; the file is written all the same.")
  private boolean strict;

  @Option(
      names = "--config",
      paramLabel = "CONFIG",
      description = "Configuration file (default: haidang.properties if there is one).")
  private @Nullable Path config;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    LanguagePair pair = LanguagePairs.parse(from, to);
    byte[] content = bytes();
    DocumentFormat kind = format == null ? DocumentFormats.detect(fileName(), content) : format;
    SegmentedDocument document = SegmentedDocument.read(kind, content, pair.source(), options());
    TranslatedFile place = TranslatedFile.of(file, output, pair, kind.writtenAs());
    place.requireFree();
    Glossary names = Glossary.starter();
    List<TranslatedSegment> segments = translate(document, pair, names);
    List<String> targets = segments.stream().map(TranslatedSegment::target).toList();
    place.write(document.merge(targets, new MergeOptions(pair.target(), names(names, pair))));
    FindingList findings = new FindingList(document, segments);
    PrintWriter messages = Objects.requireNonNull(spec).commandLine().getErr();
    findings.print(messages);
    place.report(messages);
    messages.flush();
    return strict && findings.hasErrors() ? ERRORS_STAND : 0;
  }

  private String fileName() {
    return file.equals("-") ? "" : String.valueOf(Path.of(file).getFileName());
  }

  private byte[] bytes() throws IOException {
    return file.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(Path.of(file));
  }

  private FilterOptions options() {
    try {
      return FilterOptions.DEFAULT
          .withColumns(columns)
          .withJsonPaths(paths)
          .withTrackedChanges(acceptChanges ? TrackedChanges.ACCEPT : TrackedChanges.REFUSE);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(String.valueOf(e.getMessage()));
    }
  }

  private List<TranslatedSegment> translate(
      SegmentedDocument document, LanguagePair pair, Glossary names) {
    try (TranslationEngine engine =
        TranslationEngine.open(Home.config(config, System.getenv()), 1)) {
      TranslationContext context = new TranslationContext(pair, date, new TermEnforcer(names));
      List<TranslatedSegment> done = new ArrayList<>();
      ProgressLine progress = new ProgressLine(System.err, "translated");
      List<String> sources = document.segments();
      SegmentTranslator translator = engine.translator();
      for (int start = 0; start < sources.size(); start += BATCH) {
        int end = Math.min(start + BATCH, sources.size());
        Excerpt batch = Excerpt.range(sources, start, end);
        done.addAll(translator.translate(batch, context, CallContext.PATIENT));
        progress.show(done.size(), sources.size());
      }
      progress.end();
      return DocumentNames.settle(done, context);
    }
  }

  /** No caption ends inside an official name. */
  private static List<String> names(Glossary glossary, LanguagePair pair) {
    Locale language = pair.target();
    return glossary.concepts().stream()
        .flatMap(concept -> concept.preferred(language).stream())
        .map(Term::text)
        .filter(name -> name.indexOf(' ') > 0)
        .toList();
  }
}
