package io.haidang.gateway.testing;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.terms.Proposal;
import io.haidang.gateway.terms.ProposalChoice;
import io.haidang.gateway.terms.Release;
import io.haidang.gateway.terms.Terminology;
import io.haidang.glossary.Concept;
import io.haidang.glossary.ConceptId;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.Term;
import io.haidang.glossary.TermStatus;
import io.haidang.translation.review.Role;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

/**
 * A glossary with the starter list as its first release, and the people who keep it.
 *
 * @param mai a terminologist
 * @param nam another
 * @param editor who is none
 */
public record TermDesk(
    Terminology terms, Clock clock, Database database, Account mai, Account nam, Account editor) {

  public static TermDesk in(Database database, Clock clock) {
    return new TermDesk(
        Terminology.open(database, Glossary.starter(), clock),
        clock,
        database,
        TestAccount.in(database, "mai", "Mai", Role.TERMINOLOGIST),
        TestAccount.in(database, "nam", "Nam", Role.TERMINOLOGIST),
        TestAccount.in(database, "lan", "Lan", Role.EDITOR));
  }

  /** Another node on the same database. */
  public Terminology otherNode() {
    return Terminology.open(database, Glossary.starter(), clock);
  }

  public Glossary glossary() {
    return terms.released().glossary();
  }

  public Concept inForce(String id) {
    return glossary().find(new ConceptId(id)).orElseThrow();
  }

  /** A concept that no list has. */
  public static Concept made(String id, String vietnamese, String english) {
    return Concept.builder(id)
        .term(new Term(Locale.forLanguageTag("vi"), vietnamese, TermStatus.PREFERRED))
        .term(new Term(Locale.ENGLISH, english, TermStatus.PREFERRED))
        .build();
  }

  public Proposal propose(Concept concept) {
    return terms.proposals().create(concept, "", mai);
  }

  /** Proposed by Mai. */
  public Proposal proposeChange(Concept concept, int baseVersion) {
    return terms.proposals().change(concept, baseVersion, "", mai);
  }

  /** Approved by Nam. */
  public Release approve(Proposal... proposals) {
    return terms
        .releases()
        .approve(
            ProposalChoice.of(List.of(proposals).stream().map(Proposal::id).toList()), "", nam);
  }
}
