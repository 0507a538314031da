package io.haidang.gateway.review;

import io.haidang.gateway.review.SegmentTable.SegmentRow;
import io.haidang.translation.check.Finding;
import java.util.List;

/** Whoever changed or confirmed a piece has listened to it: what the service doubted is settled. */
final class TranscriptChecks implements ProductChecks {

  private static final String NOTHING_HEARD = SpeechFindings.none().check();

  @Override
  public List<List<Finding>> after(List<SegmentRow> rows, int changed, String text) {
    return rows.stream()
        .map(row -> row.index() == changed ? lasting(row.findings()) : row.findings())
        .toList();
  }

  private static List<Finding> lasting(List<Finding> findings) {
    return findings.stream().filter(finding -> finding.check().equals(NOTHING_HEARD)).toList();
  }
}
