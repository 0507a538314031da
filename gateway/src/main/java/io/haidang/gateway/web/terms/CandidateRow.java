package io.haidang.gateway.web.terms;

import io.haidang.gateway.draft.Target;
import io.haidang.gateway.terms.Candidate;
import io.haidang.gateway.terms.ConcordanceLine;
import io.haidang.gateway.web.kit.TargetLink;
import io.haidang.glossary.extract.TermCandidate.Rendering;
import java.util.List;

/** A candidate, with the ways to its places and to the form that proposes it. */
record CandidateRow(Target target, Candidate candidate) {

  /** What an approved translation probably calls it; empty when there is nothing likely. */
  String rendering() {
    return candidate.renderings().stream().findFirst().map(Rendering::text).orElse("");
  }

  /** What else it might be. */
  List<Rendering> otherRenderings() {
    return candidate.renderings().stream().skip(1).toList();
  }

  /** The form for a new name, with both wordings. */
  String proposeHref() {
    return SuggestedName.href(
        target.asset().sourceLanguage(), candidate.wording(), target.language(), rendering());
  }

  /** The workbench, at the segment. */
  String href(ConcordanceLine place) {
    return TargetLink.href(target.id(), place.index());
  }

  /** The number that people use, from 1. */
  int number(ConcordanceLine place) {
    return place.index() + 1;
  }
}
