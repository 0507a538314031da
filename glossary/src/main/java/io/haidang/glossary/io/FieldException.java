package io.haidang.glossary.io;

/** One value of a file that cannot be used; becomes a {@link RowError} with its place. */
final class FieldException extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 60;

  private final transient RowProblem problem;

  FieldException(String field, String value, RowProblem.Kind expected) {
    this(field, value, expected, "");
  }

  FieldException(String field, String value, RowProblem.Kind expected, String parameter) {
    this(new RowProblem(expected, field, shown(value), parameter));
  }

  private FieldException(RowProblem problem) {
    super(problem.message());
    this.problem = problem;
  }

  /** What is wrong, whatever an importer has caught. */
  static RowProblem problem(RuntimeException failure) {
    return failure instanceof FieldException field
        ? field.problem
        : RowProblem.other(failure.getMessage() == null ? "unusable" : failure.getMessage());
  }

  /** Enough of a value to find it; control characters would break a log line. */
  static String shown(String value) {
    String plain = value.replaceAll("\\p{Cntrl}", " ");
    return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
  }

  /** Values are checked row by row, so a stack trace would cost more than the check. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
