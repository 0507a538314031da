package io.haidang.gateway.terms;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.TextField;
import io.haidang.gateway.store.Database;
import io.haidang.glossary.Concept;
import io.haidang.glossary.ConceptId;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.workflow.ConceptState;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Concepts as their keepers see them: found, with their past, and talked about.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL; never call it on an event
 * loop.
 */
public final class Concepts {

  private final Database database;
  private final ReleasedGlossary released;
  private final Clock clock;
  private volatile ConceptSearch search;

  Concepts(Database database, ReleasedGlossary released, Clock clock) {
    this.database = database;
    this.released = released;
    this.clock = clock;
    this.search = ConceptSearch.in(released.glossary());
  }

  /**
   * Some of what was found.
   *
   * @param release that was searched
   * @param total how many there are without limits
   */
  public record Found(String release, int total, List<Concept> concepts) {}

  /**
   * One concept and all that is known of it.
   *
   * @param content in force; else what was last in force, or what was proposed last
   * @param state {@code PROPOSED} for one that was never in a release
   * @param version to name with a proposal; 0 for one that was never in a release
   * @param versions every content that was in a release, the newest first
   * @param proposals the newest first
   * @param events oldest first
   * @param uses places in translations that name it
   */
  public record Details(
      Concept content,
      ConceptState state,
      int version,
      List<ConceptVersion> versions,
      List<Proposal> proposals,
      List<TermEvent> events,
      long uses) {}

  /**
   * Concepts in force with a wording that contains {@code query}: those with its diacritics first,
   * then those without regard to them; all for a blank one.
   */
  public Found find(String query, int offset, int limit) {
    ConceptSearch present = search(released.glossary());
    List<Concept> all = present.find(query);
    int from = Math.min(offset, all.size());
    return new Found(
        present.glossary().release().value(),
        all.size(),
        List.copyOf(all.subList(from, Math.min(from + limit, all.size()))));
  }

  private ConceptSearch search(Glossary glossary) {
    ConceptSearch present = search;
    if (present.glossary() != glossary) {
      present = ConceptSearch.in(glossary);
      search = present;
    }
    return present;
  }

  /**
   * One concept, whether or not it is in force.
   *
   * @throws GatewayException {@code not-found}
   */
  public Details details(ConceptId id) {
    return database
        .jdbi()
        .withHandle(
            handle -> {
              List<Proposal> proposals = ProposalTable.of(handle, id);
              ConceptRow row =
                  ConceptTable.find(handle, id).orElseGet(() -> neverReleased(proposals));
              return new Details(
                  row.content(),
                  row.state(),
                  row.version(),
                  ConceptTable.versions(handle, id),
                  proposals,
                  TermEventTable.of(handle, id),
                  TermUses.count(handle, id));
            });
  }

  private static ConceptRow neverReleased(List<Proposal> proposals) {
    if (proposals.isEmpty()) {
      throw unknown();
    }
    return new ConceptRow(proposals.get(0).content(), ConceptState.PROPOSED, 0);
  }

  /** Concepts that were taken out of force, in the order in which they once came in. */
  public List<Concept> retired(int offset, int limit) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                ConceptTable.retired(handle, offset, limit).stream()
                    .map(ConceptRow::content)
                    .toList());
  }

  /**
   * Says something about a concept.
   *
   * @throws GatewayException {@code not-found}, {@code invalid-request} for a comment that is blank
   *     or unfit
   */
  public void comment(ConceptId id, String comment, Account author) {
    if (comment.isBlank()) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, "comment: (blank) (expected: a comment)");
    }
    TextField.require("comment", comment, Proposals.MAX_COMMENT);
    database
        .jdbi()
        .useTransaction(
            handle -> {
              requireKnown(handle, id);
              TermEventTable.commented(
                  handle,
                  id,
                  author.displayName(),
                  clock.instant().atOffset(ZoneOffset.UTC),
                  comment);
            });
  }

  private static void requireKnown(Handle handle, ConceptId id) {
    if (ConceptTable.find(handle, id).isEmpty() && ProposalTable.of(handle, id).isEmpty()) {
      throw unknown();
    }
  }

  private static GatewayException unknown() {
    return new GatewayException(ErrorCode.NOT_FOUND, "concept: unknown (expected: a known one)");
  }
}
