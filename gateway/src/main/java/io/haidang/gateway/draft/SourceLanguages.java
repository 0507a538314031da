package io.haidang.gateway.draft;

import io.haidang.models.LanguagePair;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.InlineCodes;
import io.haidang.translation.document.SegmentedDocument;
import io.haidang.translation.language.LanguageDetector;
import io.haidang.translation.language.LanguageDetectors;
import io.haidang.translation.language.LanguageGuess;
import io.haidang.translation.language.TextLanguages;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells the language of texts that are handed in without one.
 *
 * <p><b>Thread-safety:</b> immutable. <b>Blocking:</b> computes; the first guess of a process takes
 * a second or two.
 */
public final class SourceLanguages {

  /** Stands in requests where a language is to be told from the text. */
  public static final String AUTO = "auto";

  /** Segments of a document that are read; as many tell the language of any. */
  private static final int READ = 100;

  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

  private final LanguageDetector detector = LanguageDetectors.bundled();
  private final Set<LanguagePair> pairs;

  /** Knows which languages are worth guessing: the sources of {@code pairs}. */
  public SourceLanguages(Set<LanguagePair> pairs) {
    this.pairs = Set.copyOf(pairs);
  }

  /** The languages of what stands in a document, by segment and as a whole. */
  public TextLanguages languages(SegmentedDocument document) {
    return TextLanguages.of(
        document.segments().stream().limit(READ).map(InlineCodes::strip).toList(), detector);
  }

  /**
   * The language of a text that is typed in, see {@link #guess(TextLanguages, Collection)}.
   *
   * @throws io.haidang.translation.document.DocumentException when there is no text
   */
  public LanguageGuess guess(String text, Collection<String> targets) {
    SegmentedDocument document = SegmentedDocument.read(DocumentFormat.PLAIN, text, Locale.ROOT);
    return guess(languages(document), targets);
  }

  /**
   * The language of a draft, which is read for that, see {@link #guess(TextLanguages, Collection)}.
   */
  public LanguageGuess guess(NewDraft draft) {
    SegmentedDocument document =
        Uploads.read(draft.upload(), Uploads.format(draft.upload()), Locale.ROOT);
    return guess(languages(document), draft.targetLanguages());
  }

  /**
   * The language that most of a text is in. Unless that is sure, only languages count that can be
   * translated into {@code targets}. A text that says nothing of its language gets the one that
   * most texts are in, with a confidence of 0.
   *
   * @param targets tags; unknown ones are somebody else's error
   */
  public LanguageGuess guess(TextLanguages languages, Collection<String> targets) {
    Optional<LanguageGuess> likeliest = languages.whole().stream().findFirst();
    if (likeliest.filter(LanguageGuess::isSure).isPresent()) {
      return likeliest.get();
    }
    Set<String> served = served(targets);
    return languages.whole().stream()
        .filter(guess -> served.contains(guess.language().getLanguage()))
        .findFirst()
        .or(() -> likeliest)
        .orElseGet(() -> new LanguageGuess(usual(served), 0));
  }

  /** The languages from which there is a way into each of {@code targets}. */
  private Set<String> served(Collection<String> targets) {
    Set<String> sources =
        pairs.stream().map(pair -> pair.source().getLanguage()).collect(Collectors.toSet());
    sources.removeIf(source -> !targets.stream().allMatch(target -> isServed(source, target)));
    return sources;
  }

  private boolean isServed(String source, String target) {
    String language = Locale.forLanguageTag(target).getLanguage();
    return pairs.stream()
        .anyMatch(
            pair ->
                pair.source().getLanguage().equals(source)
                    && pair.target().getLanguage().equals(language));
  }

  private static Locale usual(Set<String> served) {
    return served.contains(VIETNAMESE.getLanguage())
        ? VIETNAMESE
        : served.stream()
            .min(Comparator.naturalOrder())
            .map(Locale::forLanguageTag)
            .orElse(VIETNAMESE);
  }

  /** Whether a request leaves it to the text: no language, or {@link #AUTO}. */
  public static boolean isLeftToText(Optional<String> tag) {
    return tag.map(given -> given.equalsIgnoreCase(AUTO)).orElse(true);
  }
}
