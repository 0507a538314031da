package io.haidang.gateway.http.deepl.text;

import io.haidang.gateway.http.dialect.DialectException;
import io.haidang.gateway.http.dialect.Parameters;
import io.haidang.translation.document.snippet.Markup;
import io.haidang.translation.document.snippet.SnippetOptions;
import io.haidang.translation.document.snippet.Splitting;
import io.haidang.translation.document.snippet.TagRules;
import java.util.List;
import java.util.Set;

/** How the texts of a request are to be read: their tags, and where they are cut. */
final class MarkupParameters {

  private static final String SPLITTING_TAGS = "splitting_tags";
  private static final String NON_SPLITTING_TAGS = "non_splitting_tags";
  private static final String OUTLINE = "outline_detection";

  private MarkupParameters() {}

  static SnippetOptions read(Parameters parameters) {
    Markup markup =
        switch (parameters.choice("tag_handling", Set.of("html", "xml")).orElse("")) {
          case "html" -> Markup.HTML;
          case "xml" -> Markup.XML;
          default -> Markup.NONE;
        };
    return new SnippetOptions(markup, splitting(parameters, markup), tags(parameters, markup));
  }

  private static Splitting splitting(Parameters parameters, Markup markup) {
    Splitting usual = SnippetOptions.of(markup).splitting();
    return parameters
        .choice("split_sentences", Set.of("0", "1", "nonewlines"))
        .map(
            wanted ->
                switch (wanted) {
                  case "0" -> Splitting.NONE;
                  case "1" -> usual; // In HTML the end of a line is but a space.
                  default -> Splitting.SENTENCES;
                })
        .orElse(usual);
  }

  private static TagRules tags(Parameters parameters, Markup markup) {
    boolean outline = parameters.flag(OUTLINE, true);
    List<String> splitting = parameters.commaTexts(SPLITTING_TAGS);
    List<String> nonSplitting = parameters.commaTexts(NON_SPLITTING_TAGS);
    if (markup == Markup.HTML) {
      // HTML says by itself what separates texts; other rules would be dropped in silence.
      refuseInHtml(SPLITTING_TAGS, !splitting.isEmpty());
      refuseInHtml(NON_SPLITTING_TAGS, !nonSplitting.isEmpty());
      refuseInHtml(OUTLINE, !outline);
    }
    if (splitting.stream().anyMatch(nonSplitting::contains)) {
      throw DialectException.badRequest(
          SPLITTING_TAGS + ", " + NON_SPLITTING_TAGS + ": a tag in both (expected: in one)");
    }
    return new TagRules(
        outline,
        Set.copyOf(splitting),
        Set.copyOf(nonSplitting),
        Set.copyOf(parameters.commaTexts("ignore_tags")));
  }

  private static void refuseInHtml(String name, boolean sent) {
    if (sent) {
      throw DialectException.badRequest(name + ": not with html (expected: tag_handling=xml)");
    }
  }
}
