package io.haidang.gateway.cli;

import io.haidang.gateway.node.TranslationEngine;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.models.CallContext;
import io.haidang.models.LanguagePair;
import io.haidang.summarization.Form;
import io.haidang.summarization.FormCandidate;
import io.haidang.summarization.FormDraft;
import io.haidang.summarization.FormMaker;
import io.haidang.summarization.FormRequest;
import io.haidang.summarization.NoCandidate;
import io.haidang.summarization.StoryText;
import io.haidang.summarization.form.FormMakers;
import io.haidang.summarization.form.TranslatedForm;
import io.haidang.summarization.form.TranslatedForms;
import io.haidang.translation.TranslationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what stories become: every form, in the language of the story or in another. */
@Command(
    name = "forms",
    description = {
      "Print headline, standfirst, key points, summaries and posts of plain texts.",
      "Without files: of the twenty stories in docs/samples/stories beside the launcher."
    },
    mixinStandardHelpOptions = true)
final class FormsCommand extends ConfiguredCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", arity = "0..*", description = "Plain texts, a paragraph a line.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--form",
      paramLabel = "FORM",
      split = ",",
      description = "Only these, such as headline,post-x (default: all).")
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--from",
      paramLabel = "LANGUAGE",
      description = "Language of the texts (default: ${DEFAULT-VALUE}).")
  private String from = "vi";

  @Option(
      names = "--to",
      paramLabel = "LANGUAGE",
      description = "Language of the products (default: that of the texts).")
  private @Nullable String to;

  @Option(
      names = "--link",
      paramLabel = "URL",
      description = "Address of the story, for posts that carry one.")
  private String link = "";

  @Override
  public Integer call() throws IOException {
    if (to == null || to.equals(from)) {
      printAll(FormsCommand::inSource);
      return 0;
    }
    TermEnforcer terms = new TermEnforcer(Glossary.starter());
    LanguagePair pair = LanguagePair.of(from, to);
    try (TranslationEngine engine = TranslationEngine.open(config(), 1)) {
      TranslatedForms forms = new TranslatedForms(engine.translator());
      TranslationContext context =
          new TranslationContext(pair, LocalDate.now(ZoneId.systemDefault()), terms);
      printAll((maker, request) -> inTarget(forms, maker, request, context));
    }
    return 0;
  }

  private interface Making {
    Product make(FormMaker maker, FormRequest request);
  }

  /** Either of them is null. */
  private record Product(@Nullable FormCandidate candidate, @Nullable NoCandidate reason) {}

  private static Product inSource(FormMaker maker, FormRequest request) {
    FormDraft draft = maker.make(request, CallContext.PATIENT);
    return new Product(draft.best().orElse(null), draft.reason());
  }

  private static Product inTarget(
      TranslatedForms forms, FormMaker maker, FormRequest request, TranslationContext context) {
    TranslatedForm form = forms.make(maker, request, context, CallContext.PATIENT);
    return new Product(form.target(), form.reason());
  }

  private void printAll(Making making) throws IOException {
    FormMaker maker = FormMakers.extractive();
    Glossary names = Glossary.starter();
    for (Path file : files.isEmpty() ? samples() : files) {
      out().printf("=== %s%n", file.getFileName());
      StoryText story =
          StoryText.of(
              Files.readAllLines(file),
              Locale.forLanguageTag(from),
              LocalDate.now(ZoneId.systemDefault()));
      for (Form form : forms()) {
        print(form, making.make(maker, new FormRequest(story, form, names, link)));
      }
    }
  }

  private List<Form> forms() {
    return only.isEmpty()
        ? Stream.of(Form.values()).filter(form -> form != Form.ALT_TEXT).toList()
        : only.stream().map(FormsCommand::form).toList();
  }

  private static Form form(String id) {
    try {
      return Form.of(id);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(String.valueOf(e.getMessage()));
    }
  }

  private void print(Form form, Product product) {
    FormCandidate candidate = product.candidate();
    if (candidate == null) {
      NoCandidate reason = product.reason();
      out().printf("%n[%s: none, %s]%n", form.id(), reason == null ? "" : reason.id());
    } else {
      String text = candidate.text();
      out().printf("%n[%s: %d of %d]%n%s%n", form.id(), form.length(text), form.most(), text);
    }
    out().flush();
  }

  private static List<Path> samples() throws IOException {
    Path folder = Home.folder().resolve("docs/samples/stories");
    try (Stream<Path> found = Files.list(folder)) {
      return found.filter(file -> file.toString().endsWith(".vi.txt")).sorted().toList();
    }
  }
}
