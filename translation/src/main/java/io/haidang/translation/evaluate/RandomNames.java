package io.haidang.translation.evaluate;

import io.haidang.glossary.Concept;
import io.haidang.glossary.ConceptId;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.GlossaryRelease;
import io.haidang.glossary.Term;
import io.haidang.glossary.TermStatus;
import io.haidang.models.LanguagePair;
import io.haidang.translation.evaluate.EvaluationSentence.OrdinaryWord;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/**
 * Deals each sentence a list of its own for {@link TermMode#RANDOM}: its ordinary word, and some
 * official names that it does not hold. The same sentence always gets the same list. Immutable.
 */
final class RandomNames {

  /** As many as a sentence with many names would be given. */
  private static final int STRANGERS = 4;

  private final Glossary glossary;
  private final LanguagePair pair;

  RandomNames(Glossary glossary, LanguagePair pair) {
    this.glossary = glossary;
    this.pair = pair;
  }

  Glossary dealTo(EvaluationSentence sentence) {
    List<Concept> dealt = new ArrayList<>();
    List<Concept> deck = new ArrayList<>(glossary.concepts());
    Collections.shuffle(deck, new Random(sentence.id().hashCode()));
    List<String> present = wordingsIn(sentence);
    deck.stream()
        .filter(concept -> present.stream().noneMatch(text -> holds(text, concept)))
        .limit(STRANGERS)
        .forEach(dealt::add);
    OrdinaryWord ordinary = sentence.ordinary();
    if (ordinary != null) {
      dealt.add(concept(ordinary));
    }
    return Glossary.of(new GlossaryRelease("random-" + sentence.id()), dealt);
  }

  /** The sentence, and the list's own writing of the names in it, which may be shortened there. */
  private List<String> wordingsIn(EvaluationSentence sentence) {
    List<String> texts = new ArrayList<>();
    texts.add(sentence.source());
    sentence.names().stream()
        .map(name -> glossary.find(name.concept()))
        .flatMap(Optional::stream)
        .flatMap(concept -> concept.preferred(pair.source()).stream())
        .map(Term::text)
        .forEach(texts::add);
    return texts;
  }

  /** Plainer than the matcher on purpose: what is measured is what the matcher makes of it. */
  private boolean holds(String text, Concept concept) {
    return concept
        .preferred(pair.source())
        .map(term -> (" " + words(text) + " ").contains(" " + words(term.text()) + " "))
        .orElse(true);
  }

  private static String words(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip();
  }

  private Concept concept(OrdinaryWord word) {
    return Concept.builder(new ConceptId("ordinary: " + word.source()))
        .term(new Term(pair.source(), word.source(), TermStatus.PREFERRED))
        .term(new Term(pair.target(), word.target(), TermStatus.PREFERRED))
        .build();
  }
}
