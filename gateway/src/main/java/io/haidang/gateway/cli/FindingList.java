package io.haidang.gateway.cli;

import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.check.Finding;
import io.haidang.translation.check.Severity;
import io.haidang.translation.document.InlineCodes;
import io.haidang.translation.document.SegmentedDocument;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** What a reviewer would have to look at, each with its segment. */
final class FindingList {

  private static final int EXCERPT = 70;

  private final SegmentedDocument document;
  private final List<TranslatedSegment> segments;

  FindingList(SegmentedDocument document, List<TranslatedSegment> segments) {
    this.document = document;
    this.segments = segments;
  }

  boolean hasErrors() {
    return count(Severity.ERROR) > 0;
  }

  private long count(Severity severity) {
    return segments.stream()
        .flatMap(segment -> segment.findings().stream())
        .filter(finding -> finding.severity() == severity)
        .count();
  }

  void print(PrintWriter out) {
    for (int i = 0; i < segments.size(); i++) {
      if (!segments.get(i).findings().isEmpty()) {
        print(i, out);
      }
    }
    long errors = count(Severity.ERROR);
    long warnings = count(Severity.WARNING);
    out.println(
        errors + warnings == 0
            ? "  no findings; nobody has reviewed it all the same"
            : "  for a reviewer: " + errors + " errors, " + warnings + " warnings");
  }

  private void print(int index, PrintWriter out) {
    TranslatedSegment segment = segments.get(index);
    String place = document.textUnits().get(document.units().get(index)).name();
    out.printf("  segment %d%s: %s%n", index + 1, place(place), excerpt(segment.source()));
    out.printf("    → %s%n", excerpt(segment.target()));
    for (Finding finding : segment.findings()) {
      out.printf(
          "    %s (%s)%s%n",
          finding.check(),
          finding.severity().name().toLowerCase(Locale.ROOT),
          finding.expected().isEmpty() ? "" : ", expected: " + finding.expected());
    }
  }

  private static String place(String name) {
    return name.isEmpty() ? "" : " (" + name + ")";
  }

  private static String excerpt(String segment) {
    String text = InlineCodes.strip(segment);
    return text.codePointCount(0, text.length()) <= EXCERPT
        ? text
        : text.substring(0, text.offsetByCodePoints(0, EXCERPT)) + "…";
  }
}
