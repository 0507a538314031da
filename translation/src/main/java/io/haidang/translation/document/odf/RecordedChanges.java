package io.haidang.translation.document.odf;

import io.haidang.translation.document.DocumentException;
import io.haidang.translation.document.DocumentException.Reason;
import io.haidang.translation.document.FilterOptions.TrackedChanges;
import io.haidang.translation.document.packed.XmlPart;
import io.haidang.translation.document.packed.XmlScanner;
import io.haidang.translation.document.packed.XmlScanner.Token;
import java.util.Set;

/**
 * Changes that nobody has decided about. What was deleted is kept apart from the text, so that
 * taking out the record is accepting them.
 */
final class RecordedChanges {

  private static final String RECORD = "tracked-changes";

  private static final Set<String> MARKS =
      Set.of("text:tracked-changes", "text:change", "text:change-start", "text:change-end");

  private RecordedChanges() {}

  /**
   * The part itself when it has no changes.
   *
   * @throws DocumentException when there are changes and they are to be refused
   */
  static XmlPart decided(XmlPart part, TrackedChanges choice) {
    if (!part.text().contains(RECORD)) {
      return part;
    }
    XmlScanner scanner = new XmlScanner(part, OpenDocumentNames.PREFIXES);
    StringBuilder accepted = new StringBuilder(part.text().length());
    int marks = 0;
    while (scanner.next() != Token.DONE) {
      if (scanner.token() == Token.START && MARKS.contains(scanner.name())) {
        marks += scanner.name().equals("text:tracked-changes") ? 0 : 1;
        scanner.skip();
      } else {
        accepted.append(scanner.raw());
      }
    }
    if (marks > 0 && choice == TrackedChanges.REFUSE) {
      throw new DocumentException(
          Reason.TRACKED_CHANGES,
          part.name() + ": tracked changes (expected: none; accept or reject them)");
    }
    return marks == 0 ? part : part.with(accepted.toString());
  }
}
