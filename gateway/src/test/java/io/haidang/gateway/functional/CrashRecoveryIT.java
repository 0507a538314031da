package io.haidang.gateway.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.haidang.gateway.auth.Accounts;
import io.haidang.gateway.auth.Accounts.FirstAccount;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.config.GatewayConfig;
import io.haidang.gateway.review.SegmentTable;
import io.haidang.gateway.store.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node may be killed at any time: the next one finishes what it began, and nothing twice. */
class CrashRecoveryIT {

  private static final int SENTENCES = 200;

  /** Readers see a batch a moment before its commit returns; whoever sees three knows of two. */
  private static final int SEEN = 24;

  private static final int ACKNOWLEDGED = 16;
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration POLL = Duration.ofMillis(20);

  @TempDir private Path data;

  @Test
  void job_serverKilledInTheMiddle_isFinishedByTheNextServerWithoutRepetition() throws Exception {
    String key = prepareAccountWithKey();
    ServerProcess first = ServerProcess.start(data);
    String target;
    try {
      ApiClient api = new ApiClient(first.address(), key);
      target = api.submit(text()).path("targets").path(0).path("id").asText();
      await()
          .atMost(PATIENCE)
          .pollDelay(POLL)
          .pollInterval(POLL)
          .until(() -> done(api, target) >= SEEN);
    } finally {
      first.kill();
    }
    assertThat(doneAtDeath(target)).isBetween(ACKNOWLEDGED, SENTENCES - 1);

    ServerProcess second = ServerProcess.start(data);
    try {
      ApiClient api = new ApiClient(second.address(), key);
      await().atMost(PATIENCE).until(() -> state(api, target).equals("in-review"));

      assertThat(segmentIndices(api, target)).isEqualTo(range(0, SENTENCES));
      assertEventLogIsComplete(api.get("targets/" + target + "/events").path("events"));
    } finally {
      second.kill();
    }
  }

  /** Every segment is reported exactly once; two starts show that the first run was cut short. */
  private static void assertEventLogIsComplete(JsonNode events) {
    List<Integer> reported = new ArrayList<>();
    List<String> types = new ArrayList<>();
    for (JsonNode event : events) {
      types.add(event.path("type").asText());
      if (event.path("type").asText().equals("segments-translated")) {
        JsonNode batch = event.path("data");
        reported.addAll(range(batch.path("from").asInt(), batch.path("to").asInt() + 1));
      }
    }
    assertThat(reported).isEqualTo(range(0, SENTENCES));
    assertThat(types).containsOnlyOnce("target-created").containsOnlyOnce("target-in-review");
    assertThat(types.stream().filter("translation-started"::equals)).hasSize(2);
  }

  /** What the dead server has left; asking it before would tell what it did not yet do. */
  private int doneAtDeath(String target) {
    try (Database database = Database.open(GatewayConfig.embedded(data), "haidang", "")) {
      return database
          .jdbi()
          .withHandle(handle -> SegmentTable.count(handle, UUID.fromString(target)));
    }
  }

  private static int done(ApiClient api, String target) {
    return api.get("targets/" + target).path("segmentsDone").asInt();
  }

  private static String state(ApiClient api, String target) {
    return api.get("targets/" + target).path("state").asText();
  }

  private static List<Integer> segmentIndices(ApiClient api, String target) {
    List<Integer> indices = new ArrayList<>();
    for (JsonNode segment : api.get("targets/" + target + "/segments").path("segments")) {
      indices.add(segment.path("index").asInt());
    }
    return indices;
  }

  private static List<Integer> range(int from, int to) {
    return IntStream.range(from, to).boxed().toList();
  }

  private static String text() {
    return IntStream.rangeClosed(1, SENTENCES)
        .mapToObj(
            n ->
                "Trong ngày thứ "
                    + n
                    + " của chương trình, Sở Ngoại vụ phối hợp với Sở Tài chính đã đón "
                    + (n + 7)
                    + " vị khách quốc tế đến tìm hiểu môi trường đầu tư, kinh tế biển và chuyển đổi số.")
        .collect(Collectors.joining("\n"));
  }

  private String prepareAccountWithKey() {
    try (Database database = Database.open(GatewayConfig.embedded(data), "haidang", "")) {
      Accounts accounts = new Accounts(database, Clock.systemUTC());
      FirstAccount editor =
          accounts.createFirstAccounts(Office.FIRST).stream()
              .filter(first -> first.account().login().equals("editor"))
              .findFirst()
              .orElseThrow();
      return accounts.createApiKey(editor.account().id(), "crash test");
    }
  }
}
