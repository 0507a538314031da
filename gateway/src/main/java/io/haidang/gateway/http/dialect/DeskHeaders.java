package io.haidang.gateway.http.dialect;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.draft.Sensitivity;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;

/** Headers by which a client tells this desk what the dialect has no words for. */
public final class DeskHeaders {

  /** Whether people are to review the text; in the answer, the target to ask for. */
  public static final String REVIEW = "X-HaiDang-Review";

  private static final String SENSITIVITY = "X-HaiDang-Sensitivity";
  private static final String TEXT_DATE = "X-HaiDang-Text-Date";

  private DeskHeaders() {}

  /** Where the text may go; it stays in the house unless the header says {@code public}. */
  public static Sensitivity sensitivity(DialectCall call) {
    String label = call.header(SENSITIVITY).orElse("internal").toLowerCase(Locale.ROOT);
    return Arrays.stream(Sensitivity.values())
        .filter(each -> PublicName.of(each).equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                DialectException.badRequest(
                    SENSITIVITY + ": unknown (expected: public, internal or secret)"));
  }

  /** The date of the text, which decides which names are official. */
  public static LocalDate textDate(DialectCall call, LocalDate today) {
    try {
      return call.header(TEXT_DATE).map(LocalDate::parse).orElse(today);
    } catch (DateTimeException e) {
      throw DialectException.badRequest(TEXT_DATE + ": no date (expected: such as 2026-03-02)");
    }
  }

  /** Whether people are to review the text. */
  public static boolean wantsReview(DialectCall call) {
    String wanted = call.header(REVIEW).orElse("0").toLowerCase(Locale.ROOT);
    return switch (wanted) {
      case "1", "true" -> true;
      case "0", "false", "" -> false;
      default -> throw DialectException.badRequest(REVIEW + ": unknown (expected: 1 or 0)");
    };
  }
}
