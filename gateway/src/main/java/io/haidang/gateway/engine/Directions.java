package io.haidang.gateway.engine;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.models.LanguagePair;
import io.haidang.translation.document.InlineCodes;
import io.haidang.translation.document.SegmentedDocument;
import io.haidang.translation.language.LanguageDetector;
import io.haidang.translation.language.LanguageGuess;
import io.haidang.translation.language.TextLanguages;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds the direction in which a text is to be translated, among those that are served.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> telling a language takes a
 * millisecond, the first time a second.
 */
public final class Directions {

  /** Chinese without a script is in this one. */
  private static final String USUAL_SCRIPT = "Hans";

  /** Segments of a document that are read; as many tell the language of any. */
  private static final int READ = 100;

  private final Set<LanguagePair> pairs;
  private final LanguageDetector detector;

  /**
   * Directions among some.
   *
   * @param pairs that are served at least for public texts
   */
  public Directions(Set<LanguagePair> pairs, LanguageDetector detector) {
    this.pairs = Set.copyOf(pairs);
    this.detector = detector;
  }

  /** Everything that is served for some texts. */
  public Set<LanguagePair> pairs() {
    return pairs;
  }

  /** Whether both are one language, wherever it is spoken. */
  public static boolean isSame(Locale one, Locale other) {
    return one.getLanguage().equals(other.getLanguage()) && script(one).equals(script(other));
  }

  private static String script(Locale language) {
    return language.getScript().equals(USUAL_SCRIPT) ? "" : language.getScript();
  }

  /**
   * The direction that is served and comes nearest: languages of a region stand for the language as
   * such when they are not served themselves.
   *
   * @throws GatewayException {@code unsupported-pair}
   */
  public LanguagePair nearest(Locale source, Locale target, Predicate<LanguagePair> isServed) {
    return forms(source)
        .flatMap(from -> forms(target).map(to -> new LanguagePair(from, to)))
        .filter(isServed)
        .findFirst()
        .orElseThrow(
            () ->
                new GatewayException(
                    ErrorCode.UNSUPPORTED_PAIR,
                    "pair: "
                        + new LanguagePair(source, target)
                        + " (expected: one that an engine serves)"));
  }

  /** Whether some direction begins with that language, or comes near to it. */
  public boolean hasSource(Locale language) {
    return forms(language)
        .anyMatch(form -> pairs.stream().anyMatch(pair -> pair.source().equals(form)));
  }

  /** Whether some direction ends with that language, or comes near to it. */
  public boolean hasTarget(Locale language) {
    return forms(language)
        .anyMatch(form -> pairs.stream().anyMatch(pair -> pair.target().equals(form)));
  }

  private static Stream<Locale> forms(Locale language) {
    Locale regionless =
        new Locale.Builder().setLocale(language).setRegion("").setVariant("").build();
    Stream<Locale> general = Stream.of(language, regionless);
    return script(language).isEmpty()
        ? Stream.concat(general, Stream.of(Locale.forLanguageTag(language.getLanguage())))
        : general;
  }

  /**
   * The language that a text is in. Where that is not sure it is one from which {@code target} is
   * served, or the target itself.
   *
   * @param text without markup
   * @return the likeliest source, with a confidence of 0, when there is nothing to tell by
   */
  public LanguageGuess tell(String text, Locale target) {
    return likeliest(
        detector.rank(text),
        language -> isSame(language, target) || leadsTo(language, target),
        target);
  }

  /**
   * The language that most of a document is in. Where that is not sure it is one from which all of
   * {@code targets} are served.
   *
   * @param targets one or more
   * @return the likeliest source, with a confidence of 0, when there is nothing to tell by
   */
  public LanguageGuess tell(SegmentedDocument document, List<Locale> targets) {
    return likeliest(
        languages(document).whole(),
        language -> targets.stream().allMatch(target -> leadsTo(language, target)),
        targets.get(0));
  }

  /** The languages of what stands in a document, of which the beginning is read. */
  public TextLanguages languages(SegmentedDocument document) {
    return TextLanguages.of(
        document.segments().stream().limit(READ).map(InlineCodes::strip).toList(), detector);
  }

  private LanguageGuess likeliest(
      List<LanguageGuess> ranked, Predicate<Locale> isUseful, Locale target) {
    Optional<LanguageGuess> best = ranked.stream().findFirst();
    if (best.isPresent() && best.get().isSure()) {
      return best.get();
    }
    return ranked.stream()
        .filter(guess -> isUseful.test(guess.language()))
        .findFirst()
        .or(() -> best)
        .orElseGet(() -> new LanguageGuess(usualSource(target), 0));
  }

  private boolean leadsTo(Locale source, Locale target) {
    return forms(target).anyMatch(form -> pairs.contains(new LanguagePair(source, form)));
  }

  private Locale usualSource(Locale target) {
    return pairs.stream()
        .filter(pair -> isSame(pair.target(), target))
        .map(LanguagePair::source)
        .min(Comparator.comparing(Locale::toLanguageTag))
        .orElse(target);
  }
}
