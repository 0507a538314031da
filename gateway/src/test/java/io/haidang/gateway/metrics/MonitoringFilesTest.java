package io.haidang.gateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.haidang.gateway.health.HealthSource;
import io.haidang.gateway.testing.TestDatabase;
import io.haidang.models.CallContext.Priority;
import io.haidang.models.ModelId;
import io.haidang.models.remote.UsageRecorder;
import io.haidang.models.remote.UsageRecorder.Outcome;
import io.haidang.models.remote.UsageRecorder.Usage;
import io.haidang.models.serving.BatchListener.Decoded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The dashboard, the alerts and the page name what there is. */
class MonitoringFilesTest {

  private static final Path DOCS = Path.of(System.getProperty("haidang.repository"), "docs");
  private static final Pattern METRIC =
      Pattern.compile("\\b(?:haidang|jvm|process|system)_[a-z0-9_]+\\b");

  private static TestDatabase store;
  private static Meters meters;
  private static Set<String> names;

  @BeforeAll
  static void tellOneOfEverything() {
    store = TestDatabase.open(TestDatabase.Kind.H2_FILE);
    meters = new Meters();
    NodeGauges.add(meters, store.database(), HealthSource.NOTHING_TO_CHECK);
    meters.request("/api/v1/me", "GET", 200, 1_000_000);
    meters.job("done", 1_000_000);
    meters.segments("local", "written", 1);
    meters.batch(new Decoded(new ModelId("local"), Priority.BULK, 1, 5, 1, 1));
    meters
        .counting(UsageRecorder.NONE)
        .record(new Usage("p", "m", "", "", 1, 1, 1, 1, Outcome.ANSWERED));
    meters.cache(() -> 1, () -> 1);
    meters.signInsRefused(() -> 0);
    meters.modelMemory(() -> 1);
    names =
        meters
            .scrape()
            .lines()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split("[{ ]", 2)[0])
            .collect(Collectors.toCollection(TreeSet::new));
  }

  @AfterAll
  static void close() {
    meters.close();
    store.close();
  }

  @Test
  void dashboard_everyQuery_asksForWhatThereIs() throws IOException {
    JsonNode dashboard =
        new ObjectMapper().readTree(DOCS.resolve("monitoring/grafana-dashboard.json").toFile());
    List<String> queries = dashboard.findValuesAsText("expr");
    assertThat(queries).hasSizeGreaterThan(15);
    assertThat(named(String.join("\n", queries))).isSubsetOf(names);
  }

  @Test
  void alerts_everyRule_asksForWhatThereIsAndSaysWhatToDo() throws IOException {
    JsonNode alerts =
        new ObjectMapper()
            .valueToTree(new Yaml().load(Files.readString(DOCS.resolve("monitoring/alerts.yaml"))));
    List<String> rules = alerts.findValuesAsText("expr");
    assertThat(rules).hasSizeGreaterThan(8);
    assertThat(named(String.join("\n", rules))).isSubsetOf(names);
    assertThat(alerts.findValuesAsText("summary")).hasSameSizeAs(rules);
    assertThat(alerts.findValuesAsText("action")).hasSameSizeAs(rules);
  }

  @Test
  void page_namesEveryMetricOfOurs() throws IOException {
    Set<String> listed = named(Files.readString(DOCS.resolve("monitoring.md")));
    Set<String> ours =
        names.stream()
            .filter(name -> name.startsWith("haidang_"))
            .map(name -> name.replaceAll("_(bucket|count|sum|max)$", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(listed).containsAll(ours);
  }

  private static Set<String> named(String text) {
    List<String> found = new ArrayList<>();
    METRIC.matcher(text).results().forEach(match -> found.add(match.group()));
    return new TreeSet<>(found);
  }
}
