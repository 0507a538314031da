package io.haidang.gateway.http.deepl.text;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.Drafts;
import io.haidang.gateway.draft.NewDraft;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.Upload;
import io.haidang.gateway.engine.Directions;
import io.haidang.gateway.engine.TextsRequest;
import io.haidang.gateway.engine.TranslatedText;
import io.haidang.gateway.http.dialect.DeskHeaders;
import io.haidang.gateway.http.dialect.DialectException;
import io.haidang.models.LanguagePair;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.snippet.Markup;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Hands texts that were translated at once in as drafts, too, so that people review them. */
final class TextReviews {

  private final Drafts drafts;
  private final Directions directions;

  TextReviews(Drafts drafts, Directions directions) {
    this.drafts = drafts;
    this.directions = directions;
  }

  /** Submits the texts of a request as one draft; returns the id of its target. */
  String submit(TextsRequest request, List<TranslatedText> translated, Account author) {
    if (request.options().markup() == Markup.XML) {
      throw DialectException.badRequest(
          DeskHeaders.REVIEW + ": not with xml (expected: plain text, or tag_handling=html)");
    }
    LanguagePair pair =
        directions.nearest(source(translated), request.target(), directions.pairs()::contains);
    boolean html = request.options().markup() == Markup.HTML;
    NewDraft draft =
        new NewDraft(
            "",
            Upload.text(
                html ? DocumentFormat.HTML : DocumentFormat.PLAIN,
                String.join(html ? "\n" : "\n\n", request.texts())),
            pair.source().toLanguageTag(),
            List.of(pair.target().toLanguageTag()),
            request.sensitivity(),
            request.textDate());
    List<Target> targets = drafts.submit(draft, author);
    return targets.get(0).id().toString();
  }

  private static Locale source(List<TranslatedText> translated) {
    Set<Locale> sources =
        translated.stream().map(TranslatedText::source).collect(Collectors.toSet());
    if (sources.size() > 1) {
      throw DialectException.badRequest(
          DeskHeaders.REVIEW + ": texts in several languages (expected: in one)");
    }
    return sources.iterator().next();
  }
}
