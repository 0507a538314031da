package io.haidang.gateway.store;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/** Tells a database that is away from one that refuses. */
public final class DatabaseOutage {

  private static final int DEPTH = 10;
  private static final Set<String> STATES = Set.of("53100", "53300", "90028", "90031");

  private DatabaseOutage() {}

  /**
   * Whether something failed because the database could not be reached, was stopped meanwhile, has
   * no connection free, or no room on its disk. Nobody knows then whether the last statement was
   * done.
   *
   * @param failure with its causes
   */
  public static boolean isOne(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEPTH; depth++) {
      if ((cause instanceof SQLException sql && isOutage(sql))
          || (cause instanceof MVStoreException store && isOutage(store))) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  /** The embedded database closes at once when it cannot write. */
  private static boolean isOutage(MVStoreException failure) {
    return failure.getErrorCode() == DataUtils.ERROR_WRITING_FAILED
        || failure.getErrorCode() == DataUtils.ERROR_CLOSED;
  }

  /**
   * Class 08 is about connections (SQL:2016); 57P are servers that stop, 53100 full disks, 53300
   * too many connections (PostgreSQL); 90028 and 90031 files that cannot be used (H2).
   */
  private static boolean isOutage(SQLException failure) {
    String state = failure.getSQLState();
    return failure instanceof SQLTransientConnectionException
        || failure instanceof SQLNonTransientConnectionException
        || (state != null
            && (state.startsWith("08") || state.startsWith("57P") || STATES.contains(state)));
  }
}
