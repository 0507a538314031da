package io.haidang.gateway.web.draft;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.draft.Drafts;
import io.haidang.gateway.draft.NewDraft;
import io.haidang.gateway.draft.Submission;
import io.haidang.gateway.draft.Uploads;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.web.draft.SubmitView.RefusedFile;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.translation.document.DocumentException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Handing in drafts. */
final class SubmitPage {

  /** Failures that a change to the form can mend. */
  private static final Set<ErrorCode> MENDABLE =
      EnumSet.of(
          ErrorCode.INVALID_REQUEST,
          ErrorCode.EMPTY_TEXT,
          ErrorCode.TEXT_TOO_LARGE,
          ErrorCode.NOT_TEXT,
          ErrorCode.TOO_DEEP,
          ErrorCode.UNSUPPORTED_FORMAT,
          ErrorCode.MISLABELLED_FILE,
          ErrorCode.ENCRYPTED_FILE,
          ErrorCode.FILE_WITH_MACROS,
          ErrorCode.DAMAGED_FILE,
          ErrorCode.UNSAFE_FILE,
          ErrorCode.TRACKED_CHANGES,
          ErrorCode.SCANNED_PAGES,
          ErrorCode.UNKNOWN_LANGUAGE,
          ErrorCode.UNSUPPORTED_PAIR);

  private final Drafts drafts;
  private final Renderer renderer;
  private final Clock clock;

  SubmitPage(Drafts drafts, Renderer renderer, Clock clock) {
    this.drafts = drafts;
    this.renderer = renderer;
    this.clock = clock;
  }

  Reply show(Visit visit) {
    return form(visit, 200, SubmitForm.empty(LocalDate.now(clock)), Map.of(), new Result());
  }

  Reply submit(Visit visit) {
    SubmitForm form = SubmitForm.of(visit.request());
    Map<String, String> problems = form.problems(visit.texts());
    Result result = problems.isEmpty() ? handIn(form, visit) : new Result();
    problems.putAll(result.problems);
    if (problems.isEmpty() && result.refused.isEmpty()) {
      return done(visit, result.taken.size() > 1);
    }
    return form(visit, 422, form.withTextOfFile(), problems, result);
  }

  /** What came of the texts, one after the other. */
  private static final class Result {

    private final Map<String, String> problems = new LinkedHashMap<>();
    private final List<String> taken = new ArrayList<>();
    private final List<RefusedFile> refused = new ArrayList<>();
  }

  private Result handIn(SubmitForm form, Visit visit) {
    Result result = new Result();
    List<NewDraft> all;
    try {
      all = form.drafts();
    } catch (DocumentException e) {
      result.problems.put("content", explained(visit, Uploads.code(e.reason())));
      return result;
    }
    Submission submission = new Submission(drafts, form.isOneStory(), visit.account());
    for (NewDraft draft : all) {
      String name = Uploads.name(draft.upload());
      try {
        submission.add(UUID.randomUUID(), draft);
        result.taken.add(name);
      } catch (GatewayException e) {
        if (all.size() > 1 && e.code() != ErrorCode.NOT_PERMITTED) {
          result.refused.add(new RefusedFile(name, explained(visit, e.code())));
        } else {
          result.problems.put(form.fieldOf(e.code()), explained(visit, mendable(e)));
        }
      }
    }
    return result;
  }

  private static ErrorCode mendable(GatewayException cause) {
    if (!MENDABLE.contains(cause.code())) {
      throw cause;
    }
    return cause.code();
  }

  private static String explained(Visit visit, ErrorCode code) {
    return visit.texts().error(code.id() + ".meaning")
        + " "
        + visit.texts().error(code.id() + ".action");
  }

  private static Reply done(Visit visit, boolean several) {
    String drafts = "/drafts?notice=submitted" + (several ? "-all" : "");
    return visit.request().fragment()
        ? Reply.html("").with("HX-Redirect", drafts)
        : Reply.redirect(drafts);
  }

  private Reply form(
      Visit visit, int status, SubmitForm form, Map<String, String> problems, Result result) {
    SubmitView view = SubmitView.of(form, problems, result.taken, result.refused, drafts.pairs());
    return Reply.html(
        status,
        visit.request().fragment()
            ? renderer.fragment(visit, "draft/submitForm", view)
            : renderer.page(
                visit, "draft/submit", visit.texts().get("submit.title"), "submit", view));
  }
}
