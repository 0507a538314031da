package io.haidang.translation.document.ooxml;

import io.haidang.translation.document.DocumentException;
import io.haidang.translation.document.DocumentException.Reason;
import io.haidang.translation.document.FilterOptions;
import io.haidang.translation.document.packed.XmlPart;
import io.haidang.translation.document.packed.XmlScanner;
import io.haidang.translation.document.packed.XmlScanner.Token;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Changes that Word has recorded and nobody has decided about: writes a part as if all of them had
 * been accepted. Changes of the look alone do not make a text uncertain.
 */
final class TrackedChanges {

  private static final Pattern SIGN =
      Pattern.compile("<(?:\\w+:)?(?:ins|del|moveFrom|moveTo|cellIns|cellDel|cellMerge)[\\s/>]");

  private static final Set<String> ADDED = Set.of("w:ins", "w:moveTo");
  private static final Set<String> TAKEN = Set.of("w:del", "w:moveFrom");
  private static final Set<String> ONLY_WORD = Set.of("w:cellIns", "w:cellDel", "w:cellMerge");

  /** Marks of where something was moved, and how something looked before. */
  private static final Pattern RECORD =
      Pattern.compile(
          "w:(?:move(?:From|To)Range|customXml(?:Ins|Del|Move\\w+)Range)\\w+|w:\\w+Change");

  private final XmlScanner scanner;
  private boolean markDeleted;
  private boolean rowDeleted;
  private Joined joined = Joined.none();

  /** Paragraphs whose marks are deleted, so that their text belongs to the next one. */
  private record Joined(int depth, String open, StringBuilder text, String close) {

    static Joined none() {
      return new Joined(-1, "", new StringBuilder(), "");
    }
  }

  private TrackedChanges(XmlPart part) {
    this.scanner = new XmlScanner(part, OfficeNames.PREFIXES);
  }

  /**
   * The part itself when it has no changes.
   *
   * @throws DocumentException when there are changes and they are to be refused, or they are of a
   *     kind that only Word can accept
   */
  static XmlPart decided(XmlPart part, FilterOptions.TrackedChanges choice) {
    if (!SIGN.matcher(part.text()).find()) {
      return part;
    }
    int changes = count(part);
    if (changes > 0 && choice == FilterOptions.TrackedChanges.REFUSE) {
      throw refused(part, changes + " tracked changes");
    }
    return changes == 0 ? part : part.with(new TrackedChanges(part).accept());
  }

  private static int count(XmlPart part) {
    XmlScanner scanner = new XmlScanner(part, OfficeNames.PREFIXES);
    int changes = 0;
    while (scanner.next() != Token.DONE) {
      String name = scanner.token() == Token.START ? scanner.name() : "";
      if (ONLY_WORD.contains(name)) {
        throw refused(part, "a tracked change of table cells");
      }
      changes += ADDED.contains(name) || TAKEN.contains(name) ? 1 : 0;
    }
    return changes;
  }

  private static DocumentException refused(XmlPart part, String what) {
    return new DocumentException(
        Reason.TRACKED_CHANGES,
        part.name() + ": " + what + " (expected: none; accept or reject them in Word)");
  }

  private String accept() {
    StringBuilder out = new StringBuilder();
    while (scanner.next() != Token.DONE) {
      token(out, "");
    }
    return out.toString();
  }

  private void token(StringBuilder out, String parent) {
    if (scanner.token() == Token.START) {
      element(out, parent);
    } else {
      out.append(scanner.raw());
    }
  }

  private void element(StringBuilder out, String parent) {
    String name = scanner.name();
    if (TAKEN.contains(name)) {
      markDeleted |= parent.equals("w:rPr");
      rowDeleted |= parent.equals("w:trPr");
      scanner.skip();
    } else if (RECORD.matcher(name).matches()) {
      scanner.skip();
    } else if (ADDED.contains(name)) {
      children(out, parent);
    } else if (name.equals("w:p")) {
      paragraph(out);
    } else if (name.equals("w:tr")) {
      row(out);
    } else {
      if (name.equals("w:tbl") || name.equals("w:sectPr")) {
        writeJoined(out);
      }
      copy(out, name);
    }
  }

  private void copy(StringBuilder out, String name) {
    out.append(scanner.raw());
    if (!scanner.isEmptyElement()) {
      children(out, name);
      out.append(scanner.raw());
    }
  }

  /** What is inside the element that begins here; goes to its end tag. */
  private void children(StringBuilder out, String name) {
    if (scanner.isEmptyElement()) {
      return;
    }
    int depth = scanner.depth();
    for (scanner.next(); scanner.depth() >= depth; scanner.next()) {
      token(out, name);
    }
    if (joined.depth == depth) {
      writeJoined(out);
    }
  }

  private void writeJoined(StringBuilder out) {
    if (joined.text.length() > 0) {
      out.append(joined.open).append(joined.text).append(joined.close);
    }
    joined = Joined.none();
  }

  private void row(StringBuilder out) {
    boolean outer = rowDeleted;
    rowDeleted = false;
    StringBuilder row = new StringBuilder();
    copy(row, "w:tr");
    out.append(rowDeleted ? "" : row);
    rowDeleted = outer;
  }

  private void paragraph(StringBuilder out) {
    if (scanner.isEmptyElement()) {
      out.append(scanner.raw());
      return;
    }
    boolean outer = markDeleted;
    Joined before = joined;
    joined = Joined.none();
    markDeleted = false;
    int depth = scanner.depth();
    StringBuilder open = new StringBuilder(scanner.raw());
    StringBuilder text = before.text;
    for (scanner.next(); scanner.depth() >= depth; scanner.next()) {
      token(scanner.isStart("w:pPr") ? open : text, "w:p");
    }
    if (markDeleted) {
      joined = new Joined(depth - 1, open.toString(), text, scanner.raw());
    } else {
      out.append(open).append(text).append(scanner.raw());
    }
    markDeleted = outer;
  }
}
