package io.haidang.gateway.web.terms;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.terms.Concepts.Details;
import io.haidang.gateway.terms.Terminology;
import io.haidang.gateway.web.kit.Languages;
import io.haidang.gateway.web.kit.Pager;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.Texts;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.gateway.web.kit.WebRequest;
import io.haidang.glossary.Concept;
import io.haidang.glossary.ConceptId;
import io.haidang.glossary.Term;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All that is known about one official name. */
public final class ConceptPage {

  private static final int SHOWN_USES = 10;
  private static final int USES_OF_A_PAGE = 50;

  private final Terminology terms;
  private final Renderer renderer;
  private final Clock clock;

  public ConceptPage(Terminology terms, Renderer renderer, Clock clock) {
    this.terms = terms;
    this.renderer = renderer;
    this.clock = clock;
  }

  /**
   * One concept.
   *
   * @param isOfficial whether the name is official today
   * @param since the release that the present content came with, or null when it is in none
   * @param successor what replaced it, or null
   * @param replaced what it replaced
   * @param uses the first places of use
   * @param refused what could not be done, and why; null usually
   */
  record View(
      ConceptLink link,
      Details details,
      List<Names> names,
      String validity,
      boolean isOfficial,
      @Nullable Integer since,
      @Nullable ConceptLink successor,
      List<ConceptLink> replaced,
      List<ProposalCard> open,
      List<ConceptHistory.Entry> history,
      List<ConceptUse> uses,
      String notice,
      @Nullable Refusal refused) {

    /** Whether there may be texts that still use an earlier name. */
    boolean isRenamed() {
      return successor != null || details.versions().size() > 1;
    }

    Concept content() {
      return details.content();
    }
  }

  /** The wordings in one language, the preferred one first. */
  record Names(Locale language, List<Term> terms) {}

  /**
   * A form of this page that was sent in vain.
   *
   * @param kind which form
   * @param comment as it was typed
   */
  public record Refusal(int status, String kind, String message, String comment) {}

  /** Places of use, page by page. */
  record UsesView(ConceptLink link, long total, List<ConceptUse> uses, Pager pager) {}

  public static ConceptId id(WebRequest request) {
    String id = request.parameter("concept");
    if (id.isBlank()) {
      throw new GatewayException(ErrorCode.NOT_FOUND, "concept: (blank) (expected: a known one)");
    }
    return new ConceptId(id);
  }

  public Reply show(Visit visit) {
    return show(visit, null);
  }

  public Reply show(Visit visit, @Nullable Refusal refused) {
    View view = view(visit, refused);
    return Reply.html(
        refused == null ? 200 : refused.status(),
        renderer.page(visit, "terms/concept", view.link().name(), "glossary", view));
  }

  private View view(Visit visit, @Nullable Refusal refused) {
    Details details = terms.concepts().details(id(visit.request()));
    Concept content = details.content();
    Texts texts = visit.texts();
    return new View(
        ConceptLink.of(content),
        details,
        names(content),
        ValidityText.of(content.validity(), texts),
        content.validity().contains(LocalDate.now(clock)),
        TermPanel.since(details),
        content.successor() == null ? null : link(content.successor()),
        replaced(content.id()),
        details.proposals().stream()
            .map(proposal -> ProposalCard.of(proposal, details, visit.account(), texts))
            .filter(ProposalCard::isOpen)
            .toList(),
        ConceptHistory.of(details, texts),
        uses(content.id(), visit.account(), 0, SHOWN_USES),
        notice(visit),
        refused);
  }

  /** Vietnamese, then English, then by tag. */
  private static List<Names> names(Concept concept) {
    Map<Locale, List<Term>> byLanguage = new LinkedHashMap<>();
    concept.terms().stream()
        .sorted(Comparator.comparing(ConceptPage::rank).thenComparing(Term::status))
        .forEach(
            term ->
                byLanguage
                    .computeIfAbsent(term.language(), language -> new ArrayList<>())
                    .add(term));
    return byLanguage.entrySet().stream()
        .map(entry -> new Names(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static String rank(Term term) {
    int known = Languages.ALL.indexOf(term.language());
    return known < 0 ? "9" + term.language().toLanguageTag() : Integer.toString(known);
  }

  private ConceptLink link(ConceptId id) {
    return terms
        .released()
        .glossary()
        .find(id)
        .map(ConceptLink::of)
        .orElseGet(() -> new ConceptLink(id, id.value(), Languages.VIETNAMESE));
  }

  private List<ConceptLink> replaced(ConceptId id) {
    return terms.released().glossary().concepts().stream()
        .filter(concept -> Objects.equals(concept.successor(), id))
        .map(ConceptLink::of)
        .toList();
  }

  private List<ConceptUse> uses(ConceptId id, Account reader, int offset, int limit) {
    return terms.uses().of(id, reader, offset, limit).stream().map(ConceptUse::of).toList();
  }

  private static String notice(Visit visit) {
    String key = "concept.notice." + visit.request().parameter("notice");
    return visit.texts().has(key) ? visit.texts().get(key) : "";
  }

  Reply uses(Visit visit) {
    ConceptId id = id(visit.request());
    ConceptLink link = ConceptLink.of(terms.concepts().details(id).content());
    long total = terms.uses().count(id, visit.account());
    Pager pager = Pager.of(visit.request(), link.href() + "/uses", total, USES_OF_A_PAGE);
    UsesView view =
        new UsesView(
            link,
            total,
            uses(id, visit.account(), pager.offset(USES_OF_A_PAGE), USES_OF_A_PAGE),
            pager);
    return Reply.html(renderer.page(visit, "terms/conceptUses", link.name(), "glossary", view));
  }
}
