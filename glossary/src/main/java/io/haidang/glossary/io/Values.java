package io.haidang.glossary.io;

import io.haidang.glossary.CaseRule;
import io.haidang.glossary.FirstMention;
import io.haidang.glossary.TermStatus;
import io.haidang.glossary.io.RowProblem.Kind;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;

/** How values are written in files, ours and those of other programs. */
final class Values {

  private static final Map<String, TermStatus> STATUSES =
      Map.ofEntries(
          Map.entry("preferred", TermStatus.PREFERRED),
          Map.entry("preferredterm", TermStatus.PREFERRED),
          Map.entry("preferredterm-admn-sts", TermStatus.PREFERRED),
          Map.entry("approved", TermStatus.PREFERRED),
          Map.entry("admitted", TermStatus.ADMITTED),
          Map.entry("admittedterm", TermStatus.ADMITTED),
          Map.entry("admittedterm-admn-sts", TermStatus.ADMITTED),
          Map.entry("allowed", TermStatus.ADMITTED),
          Map.entry("abbreviation", TermStatus.ABBREVIATION),
          Map.entry("forbidden", TermStatus.FORBIDDEN),
          Map.entry("obsolete", TermStatus.FORBIDDEN),
          Map.entry("deprecated", TermStatus.FORBIDDEN),
          Map.entry("not recommended", TermStatus.FORBIDDEN),
          Map.entry("notrecommended", TermStatus.FORBIDDEN),
          Map.entry("deprecatedterm", TermStatus.FORBIDDEN),
          Map.entry("deprecatedterm-admn-sts", TermStatus.FORBIDDEN),
          Map.entry("superseded", TermStatus.FORBIDDEN),
          Map.entry("supersededterm", TermStatus.FORBIDDEN),
          Map.entry("supersededterm-admn-sts", TermStatus.FORBIDDEN));

  private Values() {}

  static TermStatus status(String value) {
    TermStatus status = STATUSES.get(value.strip().toLowerCase(Locale.ROOT));
    if (status == null) {
      throw new FieldException(
          "status", value, Kind.ONE_OF, "preferred, admitted, abbreviation or forbidden");
    }
    return status;
  }

  static CaseRule caseRule(String value) {
    return constant("case", value, CaseRule.values());
  }

  static FirstMention firstMention(String value) {
    return constant("first_mention", value, FirstMention.values());
  }

  private static <E extends Enum<E>> E constant(String field, String value, E[] constants) {
    for (E constant : constants) {
      if (constant.name().equalsIgnoreCase(value.strip())) {
        return constant;
      }
    }
    String names = String.join(", ", Arrays.stream(constants).map(Values::name).toList());
    throw new FieldException(field, value, Kind.ONE_OF, names);
  }

  /** A constant as files write it. */
  static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  static LocalDate date(String field, String value) {
    try {
      return LocalDate.parse(value.strip());
    } catch (DateTimeParseException e) {
      throw new FieldException(field, value, Kind.DAY);
    }
  }

  static boolean yesOrNo(String field, String value) {
    return switch (value.strip().toLowerCase(Locale.ROOT)) {
      case "yes", "true", "1" -> true;
      case "no", "false", "0" -> false;
      default -> throw new FieldException(field, value, Kind.YES_OR_NO);
    };
  }

  /** A language tag; underscores for hyphens are common and accepted. */
  static Locale language(String value) {
    try {
      Locale locale = new Locale.Builder().setLanguageTag(value.strip().replace('_', '-')).build();
      if (!locale.getLanguage().isEmpty()) {
        return locale;
      }
    } catch (IllformedLocaleException e) {
      // Reported below.
    }
    throw new FieldException("language", value, Kind.LANGUAGE_TAG);
  }
}
