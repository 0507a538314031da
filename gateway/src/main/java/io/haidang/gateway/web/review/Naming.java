package io.haidang.gateway.web.review;

import io.haidang.gateway.draft.Target;
import io.haidang.gateway.web.kit.Texts;
import io.haidang.gateway.web.terms.NameNote;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.TermMatch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Explains the official names in the texts of one translation. */
record Naming(Target target, Glossary glossary, Texts texts) {

  /** The names in a text of the language that is translated into. */
  List<TermMatch> inTarget(String text) {
    return glossary.match(text, target.language(), target.asset().textDate());
  }

  /**
   * The same names with what a reader wants to know of them.
   *
   * @param id unique on the page for this text
   */
  List<MarkedText.Name> of(String id, List<TermMatch> matches) {
    List<MarkedText.Name> names = new ArrayList<>();
    for (TermMatch match : matches) {
      NameNote note =
          NameNote.of(
              id + "-" + names.size(),
              match,
              target.language(),
              target.asset().textDate(),
              glossary,
              texts);
      names.add(new MarkedText.Name(match.span(), note));
    }
    return names;
  }

  /** The names among the runs of a text, each concept where it comes first. */
  static List<MarkedText.Run> once(List<MarkedText.Run> runs) {
    Set<String> seen = new HashSet<>();
    return runs.stream().filter(run -> run.name() != null && seen.add(run.name().href())).toList();
  }
}
