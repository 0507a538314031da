package io.haidang.summarization.faithful;

import io.haidang.summarization.FormSentence;
import io.haidang.summarization.StoryText;
import io.haidang.summarization.extract.Syllables;
import io.haidang.translation.check.Finding;
import io.haidang.translation.check.Severity;
import io.haidang.translation.fact.Fact;
import io.haidang.translation.fact.FactKind;
import io.haidang.translation.fact.FactLedger;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A sentence that says almost all that its source says, but without its "not". Where more was left
 * out, the denied part may have gone as a whole, and nobody can tell.
 */
final class LostNegation {

  private static final double ALMOST_ALL = 0.85;

  private LostNegation() {}

  static Optional<Finding> of(
      FormSentence sentence,
      StoryText story,
      Locale language,
      List<Fact> facts,
      FactLedger claims) {
    boolean denied =
        facts.stream()
            .anyMatch(fact -> isDenial(fact) && sentence.segments().contains(fact.segment()));
    boolean stillDenied = claims.facts().stream().anyMatch(f -> f.kind() == FactKind.NEGATION);
    return denied && !stillDenied && isAlmostAll(sentence, story, language)
        ? Optional.of(
            new Finding(
                "lost-negation",
                Severity.ERROR,
                null,
                null,
                "",
                "the story says that it is not so"))
        : Optional.empty();
  }

  private static boolean isDenial(Fact fact) {
    return fact.kind() == FactKind.NEGATION && fact.firm();
  }

  private static boolean isAlmostAll(FormSentence sentence, StoryText story, Locale language) {
    if (!story.language().getLanguage().equals(language.getLanguage())) {
      return false; // The translation of a whole sentence is compared by its own checks.
    }
    Set<String> said = new HashSet<>(Syllables.of(sentence.text()));
    List<String> source =
        sentence.segments().stream()
            .flatMap(segment -> Syllables.of(story.segments().get(segment)).stream())
            .toList();
    long kept = source.stream().filter(said::contains).count();
    return kept >= ALMOST_ALL * source.size();
  }
}
