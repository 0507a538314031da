package io.haidang.gateway.review;

import io.haidang.gateway.draft.Originals;
import io.haidang.gateway.draft.ProductForm;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.store.Database;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.SegmentedDocument;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what translations of subtitles and of interchange files are put into: documents whose
 * places have limits.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL; call it outside of
 * transactions.
 */
final class LimitedDocuments {

  /** The formats whose places have limits; no other document has to be read. */
  private static final Set<DocumentFormat> LIMITED =
      EnumSet.of(DocumentFormat.SRT, DocumentFormat.VTT, DocumentFormat.XLIFF12);

  private final Originals originals;
  private final Deliveries deliveries;

  LimitedDocuments(Database database, Clock clock) {
    this.originals = new Originals(database.contents());
    this.deliveries = new Deliveries(database, clock);
  }

  /** The document of a translation; empty where its places have no limits. */
  Optional<SegmentedDocument> of(Target target) {
    if (target.form().equals(ProductForm.SUBTITLES)) {
      return target.isInAnotherLanguage()
          ? Optional.of(deliveries.source(target))
          : Optional.empty();
    }
    return target.form().isTranslation() && LIMITED.contains(target.asset().format())
        ? Optional.of(originals.document(target.asset()))
        : Optional.empty();
  }
}
