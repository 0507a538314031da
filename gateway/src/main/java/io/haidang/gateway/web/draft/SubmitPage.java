package io.haidang.gateway.web.draft;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.draft.Drafts;
import io.haidang.gateway.draft.Uploads;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.translation.document.DocumentException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Handing in a draft. */
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
    return form(visit, 200, SubmitForm.empty(LocalDate.now(clock)), Map.of());
  }

  Reply submit(Visit visit) {
    SubmitForm form = SubmitForm.of(visit.request());
    Map<String, String> problems = form.problems(visit.texts());
    if (!problems.isEmpty()) {
      return form(visit, 422, form, problems);
    }
    try {
      drafts.submit(form.draft(), visit.account());
      return Reply.redirect("/drafts?notice=submitted");
    } catch (DocumentException e) {
      return refused(visit, form, Uploads.code(e.reason()), e);
    } catch (GatewayException e) {
      return refused(visit, form, e.code(), e);
    }
  }

  private Reply refused(Visit visit, SubmitForm form, ErrorCode code, RuntimeException cause) {
    if (!MENDABLE.contains(code)) {
      throw cause;
    }
    return form(
        visit, 422, form, Map.of(form.fieldOf(code), visit.texts().error(code.id() + ".meaning")));
  }

  private Reply form(Visit visit, int status, SubmitForm form, Map<String, String> problems) {
    SubmitView view = SubmitView.of(form, problems, drafts.pairs());
    String title = visit.texts().get("submit.title");
    return Reply.html(status, renderer.page(visit, "draft/submit", title, "submit", view));
  }
}
