package io.haidang.translation.check;

import io.haidang.glossary.TextSpan;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells a finding from others of its segment, so that a person can accept it and it stays accepted
 * when the segment is checked again. It goes by what the finding is about, not by where that
 * stands: an edit elsewhere in the segment leaves the identity as it is, a change of the words
 * concerned makes it another finding.
 *
 * <p><b>Thread-safety:</b> immutable.
 */
public final class FindingIdentity {

  private static final int LENGTH = 12;

  private FindingIdentity() {}

  /**
   * The ids of findings, in the same order; each begins with the id of its check.
   *
   * @param source of the segment that they are about
   * @param target of the segment
   */
  public static List<String> of(List<Finding> findings, String source, String target) {
    Map<String, Integer> seen = new HashMap<>();
    List<String> ids = new ArrayList<>();
    for (Finding finding : findings) {
      String subject = subject(finding, source, target);
      int nth = seen.merge(subject, 1, Integer::sum);
      ids.add(finding.check() + "-" + digest(subject + "\0" + nth));
    }
    return ids;
  }

  /**
   * Findings of a segment that was checked again, with what a person has accepted before.
   *
   * @param before the findings of the segment as it was, about {@code targetBefore}
   * @param after those of the same segment as it is, about {@code targetAfter}
   */
  public static List<Finding> carry(
      List<Finding> before,
      String targetBefore,
      List<Finding> after,
      String targetAfter,
      String source) {
    if (before.stream().allMatch(Finding::stands)) {
      return after;
    }
    Map<String, String> reasons = new HashMap<>();
    List<String> ids = of(before, source, targetBefore);
    for (int i = 0; i < before.size(); i++) {
      String reason = before.get(i).accepted();
      if (reason != null) {
        reasons.put(ids.get(i), reason);
      }
    }
    List<String> now = of(after, source, targetAfter);
    List<Finding> carried = new ArrayList<>();
    for (int i = 0; i < after.size(); i++) {
      carried.add(after.get(i).withAcceptance(reasons.get(now.get(i))));
    }
    return carried;
  }

  private static String subject(Finding finding, String source, String target) {
    return String.join(
        "\0",
        finding.check(),
        words(finding.sourceSpan(), source),
        words(finding.targetSpan(), target),
        finding.expected());
  }

  /** A finding about a whole text is about whatever that says. */
  private static String words(@Nullable TextSpan span, String text) {
    return span == null || span.end() > text.length() ? "" : span.of(text);
  }

  private static String digest(String subject) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(subject.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256: missing (expected: in every Java)", e);
    }
  }
}
