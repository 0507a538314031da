package io.haidang.gateway.web.retention;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.retention.Outlook;
import io.haidang.gateway.retention.Period;
import io.haidang.gateway.retention.Retention;
import io.haidang.gateway.retention.RetentionJobs;
import io.haidang.gateway.retention.RetentionPolicy;
import io.haidang.gateway.retention.RetentionPolicy.Rule;
import io.haidang.gateway.retention.RetentionRun;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.Texts;
import io.haidang.gateway.web.kit.Visit;
import java.util.List;

/** How long texts are kept, what goes tonight, and what went in the last nights. */
final class RetentionPage {

  private final Retention retention;
  private final Renderer renderer;

  RetentionPage(Retention retention, Renderer renderer) {
    this.retention = retention;
    this.renderer = renderer;
  }

  /**
   * The page.
   *
   * @param form as it was typed, or as it is
   * @param problem in words; empty for none
   */
  record View(
      RetentionPolicy policy,
      TypedPolicy form,
      Outlook outlook,
      List<RetentionRun> runs,
      String problem) {

    List<Sensitivity> labels() {
      return List.of(Sensitivity.values());
    }

    /** What is done with texts of a label, in a sentence. */
    String sentence(Sensitivity label, Texts texts) {
      Rule rule = policy.of(label);
      if (rule.unpublished().equals(rule.published())) {
        return texts.get("retention.rule.all", days(rule.unpublished(), texts));
      }
      return texts.get(
          "retention.rule.each", days(rule.unpublished(), texts), days(rule.published(), texts));
    }

    private static String days(Period period, Texts texts) {
      Integer days = period.days();
      return days == null
          ? texts.get("retention.for-ever")
          : texts.get("retention.after-days", days);
    }

    /** The hour of the night at which it happens. */
    String hour() {
      return RetentionJobs.AT.toString();
    }
  }

  Reply show(Visit visit) {
    return page(visit, 200, TypedPolicy.of(retention.policy()), "");
  }

  Reply change(Visit visit) {
    TypedPolicy typed = TypedPolicy.of(visit.request());
    try {
      retention.change(typed.read(), visit.account());
      return Reply.redirect("/retention");
    } catch (GatewayException e) {
      if (e.code() != ErrorCode.INVALID_REQUEST) {
        throw e;
      }
      return page(visit, 422, typed, visit.texts().get("retention.unfit"));
    }
  }

  private Reply page(Visit visit, int status, TypedPolicy form, String problem) {
    View view =
        new View(
            retention.policy(),
            form,
            retention.outlook(visit.account()),
            retention.runs(visit.account()),
            problem);
    String title = visit.texts().get("retention.title");
    return Reply.html(status, renderer.page(visit, "retention/retention", title, "admin", view));
  }
}
