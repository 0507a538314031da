package io.haidang.glossary.io;

/**
 * What is wrong with one value of a file, so that it can be said in every language.
 *
 * @param subject the column or part that the value stands in; of {@link Kind#OTHER} the whole
 *     message
 * @param value as it was found, shortened, without control characters
 * @param parameter of what was expected; empty when {@code kind} says it all
 */
public record RowProblem(Kind kind, String subject, String value, String parameter) {

  /** What was expected. */
  public enum Kind {
    /** The value that an earlier row of the concept gave: the parameter. */
    AS_BEFORE("as before: {}"),
    DAY_NOT_BEFORE_START("a day not before valid_from"),
    /** So many characters, by the parameter. */
    AT_MOST_CHARACTERS("at most {} characters"),
    /** So many, by the parameter. */
    AT_MOST("at most {}"),
    NAME("a name"),
    ONE_ROW_FOR_A_NAME("one row for each name"),
    NAME_IN_ONE_LANGUAGE("a name in one language"),
    ONE_ENTRY_FOR_AN_ID("one entry for each id"),
    TERM("at least one term"),
    /** One of the words in the parameter. */
    ONE_OF("{}"),
    DAY("a date such as 2025-02-28"),
    YES_OR_NO("yes or no"),
    LANGUAGE_TAG("a tag such as vi or zh-Hans"),
    /** Parts that do not go together; the message is for whoever writes programs. */
    OTHER("");

    private final String english;

    Kind(String english) {
      this.english = english;
    }
  }

  static RowProblem other(String message) {
    return new RowProblem(Kind.OTHER, message, "", "");
  }

  /** The same in English, as programs get it. */
  public String message() {
    return kind == Kind.OTHER
        ? subject
        : subject + ": " + value + " (expected: " + kind.english.replace("{}", parameter) + ")";
  }
}
