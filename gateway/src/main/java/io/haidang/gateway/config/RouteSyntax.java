package io.haidang.gateway.config;

import io.haidang.gateway.engine.RouteTable;
import io.haidang.models.LanguagePair;
import io.haidang.models.remote.Provider;
import io.haidang.summarization.Form;
import io.haidang.translation.document.DocumentFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the keys of one kind of routes are read.
 *
 * @param prefix that they begin with
 * @param form of a key, for messages
 * @param where reads the part that names languages
 * @param shape reads the part that names a format or a form
 * @param own engines beside the providers
 * @param fault what the engines of a route should be, when they cannot serve its languages
 */
record RouteSyntax<W, S>(
    String prefix,
    String form,
    Function<String, Optional<W>> where,
    Function<String, Optional<S>> shape,
    Set<String> own,
    BiFunction<List<String>, @Nullable W, Optional<String>> fault) {

  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

  /** {@code route.PAIR.FORMAT.SENSITIVITY}: who translates. */
  static RouteSyntax<LanguagePair, DocumentFormat> translations(List<Provider> providers) {
    return new RouteSyntax<>(
        "route.",
        "route. and a direction or *, then at will a format (.plain, .docx) or .*, then .public,"
            + " .internal, .secret or .*",
        PairText::parse,
        name -> RouteReader.constant(DocumentFormat.values(), name),
        Set.of(RouteTable.LOCAL),
        (engines, pair) -> unserved(providers, engines, pair));
  }

  /** {@code write.LANGUAGE.FORM.SENSITIVITY}: who words forms. */
  static RouteSyntax<Locale, Form> writers() {
    return new RouteSyntax<>(
        "write.",
        "write. and a language or *, then at will a form (.headline, .key-points) or .*, then"
            + " .public, .internal, .secret or .*",
        RouteSyntax::language,
        name -> RouteReader.constant(Form.values(), name),
        Set.of(RouteTable.LOCAL, RouteTable.EXTRACTIVE),
        (engines, language) -> Optional.empty());
  }

  boolean reads(String key) {
    return key.startsWith(prefix);
  }

  private static Optional<Locale> language(String tag) {
    return LANGUAGE.matcher(tag).matches()
        ? Optional.of(Locale.forLanguageTag(tag))
        : Optional.empty();
  }

  private static Optional<String> unserved(
      List<Provider> providers, List<String> engines, @Nullable LanguagePair pair) {
    return providers.stream()
        .filter(provider -> engines.contains(provider.name()))
        .filter(provider -> pair != null && !provider.pairs().contains(pair))
        .findFirst()
        .map(provider -> "engines for " + pair + "; see provider." + provider.name() + ".pairs");
  }
}
