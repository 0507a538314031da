package io.haidang.translation.pipeline;

import io.haidang.glossary.ConceptId;
import io.haidang.glossary.TermMatch;
import io.haidang.glossary.TextSpan;
import io.haidang.glossary.enforce.EnglishInsertion;
import io.haidang.glossary.enforce.TermPlan;
import io.haidang.translation.TranslationContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Mends an English text around the names that it was asked for: the article that a model leaves out
 * beside an annotated name, and a forbidden wording of such a name. Immutable.
 */
final class NameSeams {

  /** What ends so is a sentence; other lines are headings and lists, which do without "the". */
  private static final Pattern SENTENCE_END = Pattern.compile("[.?!…:;][\"'”’)\\]]*$");

  private final TranslationContext context;

  NameSeams(TranslationContext context) {
    this.context = context;
  }

  /** {@code text}, a translation of the plan's source, with its names seamed in. */
  String mend(String text, TermPlan plan) {
    if (!plan.target().getLanguage().equals("en") || plan.requirements().isEmpty()) {
      return text;
    }
    Set<ConceptId> named =
        plan.requirements().stream()
            .map(requirement -> requirement.match().concept().id())
            .collect(Collectors.toSet());
    boolean sentence = SENTENCE_END.matcher(plan.source().strip()).find();
    List<TermMatch> matches = new ArrayList<>(glossaryMatches(text));
    Collections.reverse(matches); // From the end, so that the offsets before stay right.
    String mended = text;
    for (TermMatch match : matches) {
      if (named.contains(match.concept().id()) && (sentence || match.span().start() > 0)) {
        mended = mend(mended, match);
      }
    }
    return mended;
  }

  private List<TermMatch> glossaryMatches(String text) {
    return context.terms().glossary().match(text, context.pair().target(), context.textDate());
  }

  private String mend(String text, TermMatch match) {
    TextSpan span = match.span();
    return switch (match.term().status()) {
      case PREFERRED -> EnglishInsertion.replace(text, span, span.of(text));
      case FORBIDDEN ->
          match
              .concept()
              .preferred(context.pair().target())
              .map(official -> EnglishInsertion.replace(text, span, official.text()))
              .orElse(text);
      case ADMITTED, ABBREVIATION -> text;
    };
  }
}
