package io.haidang.gateway.web.terms;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.PublicName;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.terms.Proposal;
import io.haidang.gateway.terms.ProposalInbox.WaitingBatch;
import io.haidang.gateway.terms.ProposalState;
import io.haidang.gateway.terms.Terminology;
import io.haidang.gateway.web.kit.Pager;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.Texts;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.gateway.web.kit.WebRequest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes of the official names that wait for a second person, and what became of earlier ones. */
public final class ProposalsPage {

  private static final int PAGE_SIZE = 20;
  private static final int MOST_BATCHES = 100;

  private final Terminology terms;
  private final Renderer renderer;

  ProposalsPage(Terminology terms, Renderer renderer) {
    this.terms = terms;
    this.renderer = renderer;
  }

  /**
   * Proposals in one state, or one batch.
   *
   * @param total single proposals of this list, on all pages
   * @param batches that wait; empty for other states
   * @param batch the one that is shown alone, or null
   * @param chosen ids of the boxes to tick
   */
  record View(
      ProposalState state,
      long total,
      List<WaitingBatch> batches,
      @Nullable BatchHead batch,
      List<ProposalCard> cards,
      Pager pager,
      Set<String> chosen,
      String comment,
      String notice,
      String refusal) {

    boolean isOpen() {
      return state == ProposalState.PROPOSED;
    }

    List<ProposalState> states() {
      return List.of(ProposalState.values());
    }

    String stateId(ProposalState other) {
      return PublicName.of(other);
    }

    /** Whether there is something here that the reader may approve or turn down. */
    boolean hasForeign() {
      return isOpen() && cards.stream().anyMatch(card -> card.isOpen() && !card.own());
    }
  }

  /**
   * A batch that is shown alone.
   *
   * @param waiting null when nothing of it waits any more
   * @param own whether whoever looks has proposed it
   */
  record BatchHead(UUID id, @Nullable WaitingBatch waiting, boolean own) {}

  /** What came of a decision, for the page that follows it. */
  record Outcome(int status, String refusal, Set<String> chosen, String comment) {
    static final Outcome NONE = new Outcome(200, "", Set.of(), "");
  }

  Reply show(Visit visit) {
    return show(visit, Outcome.NONE);
  }

  Reply show(Visit visit, Outcome outcome) {
    UUID batch = batch(visit.request());
    ProposalState state = batch == null ? state(visit.request()) : ProposalState.PROPOSED;
    boolean inbox = batch == null && state == ProposalState.PROPOSED;
    long total =
        inbox ? terms.inbox().countSingle() : terms.proposals().count(asked(state, batch), batch);
    Pager pager = Pager.of(visit.request(), address(state, batch), total, PAGE_SIZE);
    int offset = pager.offset(PAGE_SIZE);
    List<Proposal> proposals =
        inbox
            ? terms.inbox().single(offset, PAGE_SIZE)
            : terms.proposals().list(asked(state, batch), batch, offset, PAGE_SIZE);
    View view =
        new View(
            state,
            total,
            inbox ? terms.inbox().batches(MOST_BATCHES) : List.of(),
            batch == null ? null : head(batch, visit),
            proposals.stream().map(proposal -> card(proposal, visit)).toList(),
            pager,
            outcome.chosen(),
            outcome.comment(),
            notice(visit),
            outcome.refusal());
    String title = visit.texts().get("proposals.title");
    return Reply.html(
        outcome.status(), renderer.page(visit, "terms/proposals", title, "proposals", view));
  }

  /** Of a batch, decided ones are shown as well. */
  private static @Nullable ProposalState asked(ProposalState state, @Nullable UUID batch) {
    return batch == null ? state : null;
  }

  private ProposalCard card(Proposal proposal, Visit visit) {
    return ProposalCard.of(
        proposal,
        terms.concepts().details(proposal.content().id()),
        visit.account(),
        visit.texts());
  }

  private BatchHead head(UUID batch, Visit visit) {
    WaitingBatch waiting = terms.inbox().batch(batch).orElse(null);
    boolean own = waiting != null && waiting.proposerId().equals(visit.account().id());
    return new BatchHead(batch, waiting, own);
  }

  private static @Nullable UUID batch(WebRequest request) {
    String id = request.isPost() ? request.field("batch") : request.parameter("batch");
    return id.isEmpty() ? null : uuid(id);
  }

  public static UUID uuid(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw new GatewayException(ErrorCode.NOT_FOUND, "proposal: unknown (expected: a known one)");
    }
  }

  private static ProposalState state(WebRequest request) {
    for (ProposalState state : ProposalState.values()) {
      if (PublicName.of(state).equals(request.parameter("state"))) {
        return state;
      }
    }
    return ProposalState.PROPOSED;
  }

  static String address(ProposalState state, @Nullable UUID batch) {
    return "/glossary/proposals?"
        + (batch == null ? "state=" + PublicName.of(state) : "batch=" + batch);
  }

  private static String notice(Visit visit) {
    Texts texts = visit.texts();
    String key = "proposals.notice." + visit.request().parameter("notice");
    String release = visit.request().parameter("release");
    return texts.has(key) ? texts.get(key, release.matches("[0-9]{1,9}") ? release : "") : "";
  }
}
