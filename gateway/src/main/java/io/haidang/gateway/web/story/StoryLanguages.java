package io.haidang.gateway.web.story;

import io.haidang.gateway.http.kit.HttpServices;
import io.haidang.models.LanguagePair;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The languages that there are engines for. */
final class StoryLanguages {

  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

  private StoryLanguages() {}

  /** What a text may be written in, Vietnamese first. */
  static List<Locale> sources(HttpServices services) {
    Stream<Locale> known = services.drafts().pairs().stream().map(LanguagePair::source);
    return sorted(Stream.concat(Stream.of(VIETNAMESE), known));
  }

  /** What products of a text may speak: its own language, then the others. */
  static List<Locale> targets(HttpServices services, Locale own) {
    return Stream.concat(
            Stream.of(own),
            sorted(
                services.drafts().pairs().stream()
                    .filter(pair -> pair.source().equals(own))
                    .map(LanguagePair::target))
                .stream())
        .distinct()
        .toList();
  }

  private static List<Locale> sorted(Stream<Locale> languages) {
    return languages
        .distinct()
        .sorted(
            Comparator.comparing((Locale language) -> !language.equals(VIETNAMESE))
                .thenComparing(Locale::toLanguageTag))
        .toList();
  }
}
