package io.haidang.gateway.http.deepl.document;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.clientdocs.ClientDocument;
import io.haidang.gateway.clientdocs.NewDocument;
import io.haidang.gateway.draft.Drafts;
import io.haidang.gateway.draft.NewDraft;
import io.haidang.gateway.engine.Directions;
import io.haidang.models.LanguagePair;
import java.util.List;

/** Hands documents that are translated at once in as drafts, too, so that people review them. */
final class DocumentReviews {

  private final Drafts drafts;
  private final Directions directions;

  DocumentReviews(Drafts drafts, Directions directions) {
    this.drafts = drafts;
    this.directions = directions;
  }

  /** Submits a document; returns the id of its target. */
  String submit(NewDocument wanted, ClientDocument taken, Account author) {
    LanguagePair pair =
        directions.nearest(
            taken.kind().pair().source(), wanted.target(), directions.pairs()::contains);
    NewDraft draft =
        new NewDraft(
            "",
            wanted.upload(),
            pair.source().toLanguageTag(),
            List.of(pair.target().toLanguageTag()),
            wanted.sensitivity(),
            wanted.textDate());
    return drafts.submit(draft, author).get(0).id().toString();
  }
}
