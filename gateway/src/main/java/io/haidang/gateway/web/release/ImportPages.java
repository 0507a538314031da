package io.haidang.gateway.web.release;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.http.kit.RequestBodies.FormFile;
import io.haidang.gateway.terms.GlossaryFiles;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.Texts;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.gateway.web.kit.WebRequest;
import io.haidang.gateway.web.release.ImportRun.Choices;
import io.haidang.gateway.web.release.ImportRun.Phase;
import io.haidang.gateway.web.release.ImportRun.State;
import io.haidang.gateway.web.release.ImportRun.Summary;
import io.haidang.glossary.io.TablePreview;
import io.haidang.translation.review.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Lists from outside: choose a file, look at what it holds, propose it as one batch. */
final class ImportPages {

  private static final String RUN = "/glossary/import/run";
  private static final int MAX_NAME = 200;

  private final GlossaryFiles files;
  private final ImportRuns runs;
  private final Renderer renderer;
  private final Executor background;

  /**
   * Pages that begin empty.
   *
   * @param background takes the long steps
   */
  ImportPages(GlossaryFiles files, ImportRuns runs, Renderer renderer, Executor background) {
    this.files = files;
    this.runs = runs;
    this.renderer = renderer;
    this.background = background;
  }

  /**
   * The choice of a file.
   *
   * @param chosen id of the format; empty to go by the file's name
   * @param problem what was wrong with the file; empty usually
   * @param running whether an upload of this account waits to be looked at
   */
  record StartView(String chosen, String problem, boolean running) {

    List<ListFormat> formats() {
      return List.of(ListFormat.values());
    }
  }

  /**
   * An upload.
   *
   * @param refusal why it could not be proposed; empty usually
   */
  record RunView(ImportRun run, State state, String comment, String refusal) {

    boolean isWorking() {
      return state.phase() == Phase.WORKING;
    }

    boolean isProposed() {
      return state.phase() == Phase.PROPOSED;
    }

    boolean isFailed() {
      return state.phase() == Phase.FAILED;
    }

    /** The meanings that a column can be given. */
    List<ColumnChoice> meanings(String recognised) {
      return ColumnChoice.all(recognised);
    }
  }

  Reply start(Visit visit) {
    visit.account().require(Role.TERMINOLOGIST);
    return start(visit, 200, "", "");
  }

  private Reply start(Visit visit, int status, String format, String problem) {
    boolean running = runs.find(visit.account().id()).isPresent();
    StartView view = new StartView(format, problem, running);
    String title = visit.texts().get("import.title");
    return Reply.html(status, renderer.page(visit, "release/importStart", title, "glossary", view));
  }

  Reply upload(Visit visit) {
    Account account = visit.account();
    account.require(Role.TERMINOLOGIST);
    WebRequest request = visit.request();
    String asked = request.field("format");
    Optional<FormFile> file = request.file();
    if (file.isEmpty() || file.get().content().length() == 0) {
      return start(visit, 422, asked, visit.texts().get("import.no-file"));
    }
    Optional<ListFormat> format =
        asked.isEmpty() ? ListFormat.ofFile(file.get().name()) : Optional.of(ListFormat.of(asked));
    if (format.isEmpty()) {
      return start(visit, 422, asked, visit.texts().get("import.unknown-format"));
    }
    Optional<ImportRun> run =
        runs.start(account.id(), name(file.get()), bytes(file.get()), format.get());
    if (run.isEmpty()) {
      return start(visit, 503, asked, visit.texts().get("import.full"));
    }
    background.execute(() -> run.get().read(files));
    return Reply.redirect(RUN);
  }

  private static byte[] bytes(FormFile file) {
    return file.content().getBytes();
  }

  private static String name(FormFile file) {
    return file.name().substring(0, Math.min(file.name().length(), MAX_NAME));
  }

  Reply run(Visit visit) {
    visit.account().require(Role.TERMINOLOGIST);
    Optional<ImportRun> run = runs.find(visit.account().id());
    return run.isEmpty()
        ? start(visit, 404, "", visit.texts().get("import.gone"))
        : show(visit, 200, run.get(), "");
  }

  private Reply show(Visit visit, int status, ImportRun run, String refusal) {
    RunView view = new RunView(run, run.state(), visit.request().field("comment"), refusal);
    String title = visit.texts().get("import.title");
    return Reply.html(status, renderer.page(visit, "release/importRun", title, "glossary", view));
  }

  /** How far it is; a script asks until it is done and then loads the page again. */
  Reply progress(Visit visit) {
    visit.account().require(Role.TERMINOLOGIST);
    Optional<ImportRun> run = runs.find(visit.account().id());
    if (run.isEmpty() || run.get().state().phase() != Phase.WORKING) {
      return Reply.html("").with("HX-Refresh", "true");
    }
    RunView view = new RunView(run.get(), run.get().state(), "", "");
    return Reply.html(renderer.fragment(visit, "release/importProgress", view));
  }

  Reply decide(Visit visit) {
    Account account = visit.account();
    account.require(Role.TERMINOLOGIST);
    WebRequest request = visit.request();
    Optional<ImportRun> found = runs.find(account.id());
    if (found.isEmpty()) {
      return start(visit, 404, "", visit.texts().get("import.gone"));
    }
    ImportRun run = found.get();
    Phase phase = run.state().phase();
    boolean cancelled = request.field("decision").equals("cancel");
    if (phase == Phase.WORKING || (phase == Phase.PROPOSED && !cancelled)) {
      return Reply.redirect(RUN);
    }
    if (cancelled) {
      runs.forget(account.id());
      return Reply.redirect("/glossary/import");
    }
    Choices choices = choices(request, run.state());
    return request.field("decision").equals("propose")
        ? propose(visit, run, choices)
        : check(run, choices);
  }

  private Reply check(ImportRun run, Choices choices) {
    run.begin(choices);
    background.execute(() -> run.read(files));
    return Reply.redirect(RUN);
  }

  /** Proposes what was looked at; with other choices it has to be looked at again. */
  private Reply propose(Visit visit, ImportRun run, Choices choices) {
    Texts texts = visit.texts();
    State seen = run.state();
    Summary summary = seen.summary();
    if (summary == null || !choices.equals(seen.choices())) {
      return check(run, choices);
    }
    if (summary.errorCount() > 0 && !choices.validOnly()) {
      return show(visit, 422, run, texts.get("import.has-errors"));
    }
    if (summary.proposals() == 0) {
      return show(visit, 422, run, texts.get("import.nothing-new"));
    }
    String comment = visit.request().field("comment").strip();
    run.begin(choices);
    background.execute(() -> run.propose(files, comment, visit.account()));
    return Reply.redirect(RUN);
  }

  /** Columns are named by their number in the form, since headers may be anything. */
  private static Choices choices(WebRequest request, State seen) {
    TablePreview table = seen.table();
    Map<String, String> columns = new HashMap<>(seen.choices().columns());
    if (table != null) {
      for (int i = 0; i < table.header().size(); i++) {
        String meaning = request.field("column-" + i);
        if (!meaning.isEmpty() && !meaning.equals(table.columns().get(i))) {
          columns.put(table.header().get(i), meaning);
        }
      }
    }
    return new Choices(columns, request.field("validOnly").equals("yes"));
  }
}
