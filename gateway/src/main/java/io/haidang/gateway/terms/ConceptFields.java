package io.haidang.gateway.terms;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.draft.TextField;
import io.haidang.glossary.Concept;
import io.haidang.glossary.Term;

/** How long the texts of a concept may be that a person or a file brings. */
final class ConceptFields {

  private static final int MAX_ID = 400;
  private static final int MAX_TERM = 1_000;
  private static final int MAX_TEXT = 10_000;
  private static final int MAX_TERMS = 200;

  /** All of a concept as JSON; the width of its columns. */
  private static final int MAX_CONTENT = 1_000_000;

  private ConceptFields() {}

  /**
   * Lets a concept pass that can be kept.
   *
   * @throws GatewayException {@code invalid-request}
   */
  static void requireFit(Concept concept) {
    TextField.require("id", concept.id().value(), MAX_ID);
    if (concept.successor() != null) {
      TextField.require("successor", concept.successor().value(), MAX_ID);
    }
    if (concept.terms().size() > MAX_TERMS) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST,
          "terms: " + concept.terms().size() + " (expected: at most " + MAX_TERMS + ")");
    }
    for (Term term : concept.terms()) {
      TextField.require("text", term.text(), MAX_TERM);
      TextField.require("reason", term.reason(), MAX_TEXT);
    }
    TextField.require("source", concept.source(), MAX_TEXT);
    TextField.require("article", concept.article(), MAX_TEXT);
    TextField.require("domain", concept.domain(), MAX_TEXT);
    TextField.require("definition", concept.definition(), MAX_TEXT);
    TextField.require("note", concept.note(), MAX_TEXT);
    TextField.require("concept", ConceptJson.write(concept), MAX_CONTENT);
  }
}
