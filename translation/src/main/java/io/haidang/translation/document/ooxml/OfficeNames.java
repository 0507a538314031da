package io.haidang.translation.document.ooxml;

import java.util.Map;

/** Namespaces of the parts, as they are called here; both editions of the standard. */
final class OfficeNames {

  private static final String ONE = "http://schemas.openxmlformats.org/";
  private static final String TWO = "http://purl.oclc.org/ooxml/";

  static final Map<String, String> PREFIXES =
      Map.ofEntries(
          Map.entry(ONE + "wordprocessingml/2006/main", "w"),
          Map.entry(TWO + "wordprocessingml/main", "w"),
          Map.entry(ONE + "drawingml/2006/main", "a"),
          Map.entry(TWO + "drawingml/main", "a"),
          Map.entry(ONE + "drawingml/2006/wordprocessingDrawing", "wp"),
          Map.entry(TWO + "drawingml/wordprocessingDrawing", "wp"),
          Map.entry(ONE + "drawingml/2006/spreadsheetDrawing", "xdr"),
          Map.entry(TWO + "drawingml/spreadsheetDrawing", "xdr"),
          Map.entry(ONE + "drawingml/2006/chart", "c"),
          Map.entry(TWO + "drawingml/chart", "c"),
          Map.entry(ONE + "presentationml/2006/main", "p"),
          Map.entry(TWO + "presentationml/main", "p"),
          Map.entry(ONE + "spreadsheetml/2006/main", "s"),
          Map.entry(TWO + "spreadsheetml/main", "s"),
          Map.entry(ONE + "officeDocument/2006/relationships", "r"),
          Map.entry(TWO + "officeDocument/relationships", "r"),
          Map.entry(ONE + "officeDocument/2006/math", "m"),
          Map.entry(TWO + "officeDocument/math", "m"),
          Map.entry(ONE + "markup-compatibility/2006", "mc"));

  private OfficeNames() {}
}
