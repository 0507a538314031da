package io.haidang.gateway.http.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.testing.Provoked;
import io.haidang.gateway.testing.Provokes;
import io.haidang.gateway.testing.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What clients are told when the database is away. */
class DatabaseProblemTest {

  @Test
  @Provokes(ErrorCode.DATABASE_UNAVAILABLE)
  void database_stoppedInTheMiddle_isSaidAndWhenToComeBack() {
    try (TestDatabase database = TestDatabase.open(TestDatabase.Kind.POSTGRESQL)) {
      Throwable failure =
          catchThrowable(
              () ->
                  Jdbi.create(database.url(), database.user(), "")
                      .useHandle(
                          handle ->
                              handle
                                  .createQuery("select pg_terminate_backend(pg_backend_pid())")
                                  .mapTo(Boolean.class)
                                  .one()));

      Problem problem = ProblemMapper.of(failure, -1);

      Provoked.note(problem.code());
      assertThat(problem.code()).isEqualTo(ErrorCode.DATABASE_UNAVAILABLE);
      assertThat(problem.status()).isEqualTo(503);
      assertThat(problem.retryAfter()).isPresent();
    }
  }

  @Test
  void database_thatDoesNotListen_isUnavailable() throws IOException {
    Jdbi nobody = Jdbi.create("jdbc:postgresql://127.0.0.1:" + closedPort() + "/x", "x", "");

    Throwable failure =
        catchThrowable(() -> nobody.useHandle(handle -> handle.execute("select 1")));

    assertThat(ProblemMapper.of(failure, -1).code()).isEqualTo(ErrorCode.DATABASE_UNAVAILABLE);
  }

  @Test
  void database_thatRefusesAStatement_isAnInternalError() {
    try (TestDatabase database = TestDatabase.open(TestDatabase.Kind.POSTGRESQL)) {
      Throwable failure =
          catchThrowable(
              () ->
                  database.database().jdbi().useHandle(handle -> handle.execute("select nothing")));

      assertThat(ProblemMapper.of(failure, -1).code()).isEqualTo(ErrorCode.INTERNAL);
    }
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
