package io.haidang.gateway.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/** Tells a database that is away from one that refuses. */
public final class DatabaseOutage {

  private static final int DEPTH = 10;

  private DatabaseOutage() {}

  /**
   * Whether something failed because the database could not be reached, was stopped meanwhile, or
   * has no connection free. Nobody knows then whether the last statement was done.
   *
   * @param failure with its causes
   */
  public static boolean isOne(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEPTH; depth++) {
      if (cause instanceof SQLException sql && isOutage(sql)) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  /** Class 08 is about connections, 57P about servers that stop, 53300 too many (SQL:2016). */
  private static boolean isOutage(SQLException failure) {
    String state = failure.getSQLState();
    return failure instanceof SQLTransientConnectionException
        || (state != null
            && (state.startsWith("08") || state.startsWith("57P") || state.equals("53300")));
  }
}
