package io.haidang.translation.pipeline;

import io.haidang.glossary.enforce.TermPlan;
import io.haidang.models.Generation.UncertainSpan;
import io.haidang.models.RequiredPhrase;
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
    require(texts, best, i -> NamePhrases.of(best.get(i).missingNames(), texts.get(i).plan()));
    keepNames(texts, best);
    // Whatever takes no names inside the text was made to write all of them at once.
    if (!writer.readsInstructions() && writer.annotates()) {
      require(texts, best, i -> NamePhrases.all(texts.get(i).plan()));
    }
  }

  /** Requires the names that no list has and that the model dropped or mangled. */
  private void keepNames(List<Assignment> texts, List<Candidate> best) {
    if (writer.readsInstructions()) {
      return;
    }
    List<Integer> lost = new ArrayList<>();
    for (int i = 0; i < best.size(); i++) {
      if (!best.get(i).lostNames().isEmpty()) {
        lost.add(i);
      }
    }
    rewrite(texts, best, lost, i -> NamePhrases.withLost(best.get(i), texts.get(i).plan()));
  }

  private void require(
      List<Assignment> texts, List<Candidate> best, IntFunction<List<RequiredPhrase>> phrases) {
    List<Integer> broken =
        broken(best).stream().filter(i -> !best.get(i).missingNames().isEmpty()).toList();
    rewrite(texts, best, broken, phrases);
  }

  private void rewrite(
      List<Assignment> texts,
      List<Candidate> best,
      List<Integer> which,
      IntFunction<List<RequiredPhrase>> phrases) {
    List<Candidate> again =
        writer.write(
            which.stream().map(texts::get).toList(), which.stream().map(phrases::apply).toList());
    for (int i = 0; i < again.size(); i++) {
      best.set(which.get(i), best.get(which.get(i)).better(again.get(i)));
    }
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
    StringBuilder joined = new StringBuilder();
    List<UncertainSpan> uncertain = new ArrayList<>();
    for (Candidate clause : clauses) {
      String words = clause.text();
      joined.append(joined.isEmpty() ? words : " " + Polish.uncapitalized(words));
      int start = joined.length() - words.length();
      clause.uncertain().forEach(place -> uncertain.add(moved(place, start)));
    }
    String polished = Polish.polish(joined.toString(), whole.source(), whole.target());
    String text = writer.seamed(polished, whole);
    return new Candidate(
        text,
        clauses.stream().mapToDouble(Candidate::logProbability).average().orElse(0),
        clauses.stream().anyMatch(Candidate::truncated),
        clauses.stream().anyMatch(Candidate::leaked),
        EditedText.carry(uncertain, joined.toString(), text),
        clauses.stream().flatMap(clause -> clause.unmet().stream()).toList(),
        writer.findings(whole, text));
  }

  private static UncertainSpan moved(UncertainSpan place, int by) {
    return new UncertainSpan(place.start() + by, place.end() + by, place.logProbability());
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
