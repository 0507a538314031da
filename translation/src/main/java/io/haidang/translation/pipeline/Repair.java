package io.haidang.translation.pipeline;

import io.haidang.glossary.enforce.TermPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Has broken segments written once more: first with the missing names required of the search, then,
 * if that is still not enough, clause by clause, which is easier for a small model. Keeps whatever
 * breaks fewest names. A model that reads instructions is told once what was missing; it would not
 * write better by the clause.
 */
final class Repair {

  private final Writer writer;

  Repair(Writer writer) {
    this.writer = writer;
  }

  /** One candidate per segment; the same object where nothing better was found. */
  List<Candidate> repair(List<Assignment> segments, List<Candidate> candidates) {
    List<Candidate> best = new ArrayList<>(candidates);
    requireMissing(segments, best);
    if (!writer.readsInstructions()) {
      writeByClause(segments, best);
    }
    return best;
  }

  /**
   * Requires the missing names; where that costs other names, all of them. Only what is missing
   * first, because every requirement narrows the search.
   */
  private void requireMissing(List<Assignment> texts, List<Candidate> best) {
    if (!writer.canRequirePhrases()) {
      return;
    }
    require(texts, best, i -> best.get(i).missingNames());
    if (!writer.readsInstructions()) {
      require(texts, best, i -> allNames(texts.get(i).plan()));
    }
  }

  private void require(
      List<Assignment> texts, List<Candidate> best, IntFunction<List<String>> phrases) {
    List<Integer> broken =
        broken(best).stream().filter(i -> !best.get(i).missingNames().isEmpty()).toList();
    List<Candidate> again =
        writer.write(
            broken.stream().map(texts::get).toList(), broken.stream().map(phrases::apply).toList());
    for (int i = 0; i < again.size(); i++) {
      best.set(broken.get(i), best.get(broken.get(i)).better(again.get(i)));
    }
  }

  private static List<String> allNames(TermPlan plan) {
    return plan.requirements().stream().map(r -> r.rendering().text()).toList();
  }

  private void writeByClause(List<Assignment> segments, List<Candidate> best) {
    List<Integer> owners = new ArrayList<>();
    List<Assignment> clauses = new ArrayList<>();
    for (int i : broken(best)) {
      List<String> texts = Clauses.of(segments.get(i).plan());
      if (texts.size() > 1) {
        for (String text : texts) {
          owners.add(i);
          clauses.add(Assignment.alone(writer.plan(text)));
        }
      }
    }
    List<Candidate> written = new ArrayList<>(writer.write(clauses));
    requireMissing(clauses, written);
    for (int i = 0; i < owners.size(); ) {
      int owner = owners.get(i);
      int end = i;
      while (end < owners.size() && owners.get(end) == owner) {
        end++;
      }
      Candidate joined = join(segments.get(owner).plan(), written.subList(i, end));
      best.set(owner, best.get(owner).better(joined));
      i = end;
    }
  }

  private Candidate join(TermPlan whole, List<Candidate> clauses) {
    StringBuilder text = new StringBuilder();
    double logProbability = 0;
    boolean truncated = false;
    boolean leaked = false;
    for (Candidate clause : clauses) {
      String words = clause.text();
      text.append(text.isEmpty() ? words : " " + Polish.uncapitalized(words));
      logProbability += clause.logProbability() / clauses.size();
      truncated |= clause.truncated();
      leaked |= clause.leaked();
    }
    String polished = Polish.polish(text.toString(), whole.source(), whole.target());
    return writer.candidate(whole, polished, logProbability, truncated, leaked);
  }

  private static List<Integer> broken(List<Candidate> candidates) {
    List<Integer> broken = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      if (candidates.get(i).needsRepair()) {
        broken.add(i);
      }
    }
    return broken;
  }
}
