package io.haidang.gateway.web.terms;

import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.terms.ConceptVersion;
import io.haidang.gateway.terms.Concepts.Details;
import io.haidang.gateway.terms.Terminology;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.Texts;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.gateway.web.kit.WebRequest;
import io.haidang.glossary.Concept;
import io.haidang.glossary.ConceptId;
import io.haidang.translation.review.Role;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Proposing a new concept or other content; a form that is refused keeps what was typed. */
final class ConceptEditor {

  private final Terminology terms;
  private final Renderer renderer;

  ConceptEditor(Terminology terms, Renderer renderer) {
    this.terms = terms;
    this.renderer = renderer;
  }

  Reply create(Visit visit) {
    visit.account().require(Role.TERMINOLOGIST);
    return form(visit, 200, ConceptFormView.of(null, SuggestedName.form(visit.request())));
  }

  Reply edit(Visit visit) {
    visit.account().require(Role.TERMINOLOGIST);
    Details details = terms.concepts().details(ConceptPage.id(visit.request()));
    Concept content = details.content();
    ConceptForm form = ConceptForm.of(content, details.version());
    return form(visit, 200, ConceptFormView.of(ConceptLink.of(content), form));
  }

  Reply proposeNew(Visit visit) {
    ConceptForm form = ConceptForm.of(visit.request(), visit.request().field("id").strip());
    return answer(visit, ConceptFormView.of(null, form));
  }

  Reply proposeChange(Visit visit) {
    ConceptId id = ConceptPage.id(visit.request());
    ConceptForm form = ConceptForm.of(visit.request(), id.value());
    ConceptLink link = ConceptLink.of(terms.concepts().details(id).content());
    return answer(visit, ConceptFormView.of(link, form));
  }

  private Reply answer(Visit visit, ConceptFormView view) {
    visit.account().require(Role.TERMINOLOGIST);
    WebRequest request = visit.request();
    if (!request.field("add").isEmpty()) {
      return rows(visit, ConceptFormView.of(view.link(), view.form().withRow()).withNewRow());
    }
    if (!request.field("remove").isEmpty()) {
      ConceptForm fewer = view.form().withoutRow(request.number("remove"));
      return rows(visit, ConceptFormView.of(view.link(), fewer));
    }
    return propose(visit, view);
  }

  /** More or fewer rows: a script takes just these, a browser without takes the whole form. */
  private Reply rows(Visit visit, ConceptFormView view) {
    return visit.request().fragment()
        ? Reply.html(renderer.fragment(visit, "terms/termRows", view))
        : form(visit, 200, view);
  }

  private Reply propose(Visit visit, ConceptFormView view) {
    ConceptReading.Result read =
        ConceptReading.of(view.form(), terms.released().glossary(), visit.texts());
    Concept concept = read.concept();
    if (concept == null) {
      return form(visit, 422, view.withProblems(read.problems()));
    }
    try {
      propose(visit.account(), view, concept);
      return Reply.redirect(ConceptLink.href(concept.id()) + "?notice=proposed");
    } catch (GatewayException e) {
      return refused(visit, view, e);
    }
  }

  private void propose(Account proposer, ConceptFormView view, Concept concept) {
    ConceptForm form = view.form();
    if (view.link() == null) {
      terms.proposals().create(concept, form.comment(), proposer);
    } else {
      terms.proposals().change(concept, form.version(), form.comment(), proposer);
    }
  }

  private Reply refused(Visit visit, ConceptFormView view, GatewayException cause) {
    Texts texts = visit.texts();
    return switch (cause.code()) {
      case INVALID_REQUEST -> form(visit, 422, view.withProblems(unfit(cause, texts)));
      case STALE_VERSION -> stale(visit, view);
      case WRONG_STATE ->
          form(
              visit,
              409,
              view.withProblems(
                  Map.of(view.link() == null ? "id" : "terms", texts.get("concept.known"))));
      default -> throw cause;
    };
  }

  /** The message of a refused text begins with the name of its field. */
  private static Map<String, String> unfit(GatewayException cause, Texts texts) {
    String message = String.valueOf(cause.getMessage());
    String name = message.substring(0, Math.max(0, message.indexOf(':')));
    String field = name.equals("text") || name.equals("reason") ? "terms" : name;
    return Map.of(field, texts.get("concept.unfit"));
  }

  /** Sending the form again puts it in place of what is in force now, which is shown. */
  private Reply stale(Visit visit, ConceptFormView view) {
    Details details = terms.concepts().details(ConceptPage.id(visit.request()));
    List<ConceptDifference.Line> changed =
        ConceptDifference.between(
            version(details, view.form().version()), details.content(), visit.texts());
    ConceptForm now = view.form().from(details.version());
    return form(
        visit,
        409,
        ConceptFormView.of(view.link(), now)
            .withRefusal(visit.texts().get("concept.stale-version"), changed));
  }

  private static @Nullable Concept version(Details details, int number) {
    return details.versions().stream()
        .filter(version -> version.version() <= number)
        .map(ConceptVersion::content)
        .findFirst()
        .orElse(null);
  }

  private Reply form(Visit visit, int status, ConceptFormView view) {
    String title = view.link() == null ? visit.texts().get("concept.new") : view.link().name();
    return Reply.html(status, renderer.page(visit, "terms/conceptForm", title, "glossary", view));
  }
}
