package io.haidang.gateway.terms;

import io.haidang.glossary.extract.TermCandidate.Kind;
import io.haidang.glossary.extract.TermCandidate.Rendering;
import java.util.List;

/**
 * A wording of a text that the glossary does not have.
 *
 * @param wording as the text writes it where it comes first
 * @param kind why it was noticed
 * @param count how often it occurs
 * @param renderings what an approved translation probably calls it, the likeliest first; empty
 *     where nobody has approved one, or nothing is likely
 * @param places some of where it stands, one at least
 */
public record Candidate(
    String wording,
    Kind kind,
    int count,
    List<Rendering> renderings,
    List<ConcordanceLine> places) {

  public Candidate {
    renderings = List.copyOf(renderings);
    places = List.copyOf(places);
  }
}
