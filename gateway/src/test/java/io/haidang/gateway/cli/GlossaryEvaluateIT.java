package io.haidang.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The official names with the bundled model: as good as the figures in the repository, or red. */
class GlossaryEvaluateIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path ROOT = Path.of(System.getProperty("haidang.repository"));
  private static final Path FOLDER = ROOT.resolve("docs/evaluation");
  private static final Path SET = FOLDER.resolve("names.vi-en.tsv");
  private static final Path FIGURES = FOLDER.resolve("figures.vi-en.json");

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void configure() throws IOException {
    Files.write(
        folder.resolve("haidang.properties"),
        List.of("models.folder=" + ROOT.resolve("models/bundled")));
  }

  @ParameterizedTest
  @CsvSource({"vi-en, 99, 2", "en-vi, 98.5, 2"})
  void evaluate_bundledModel_isAsGoodAsTheFiguresInTheRepositoryAndTheGoals(
      String pair, double leastSuccess, double mostInsertions) throws IOException {
    Path report = folder.resolve("report.json");
    Path set = FOLDER.resolve("names." + pair + ".tsv");
    Path figuresBefore = FOLDER.resolve("figures." + pair + ".json");

    int status = run("--pair", pair, "--set", set, "--figures", figuresBefore, "--json", report);

    assertThat(status).as(out + "\n" + err).isZero();
    assertThat(out.toString()).contains("term success", "none ", "proper ", "random ");
    JsonNode figures = JSON.readTree(report.toFile()).path("figures");
    for (String share : List.of("held-out", "development")) {
      JsonNode proper = figures.path(share).path("PROPER");
      JsonNode random = figures.path(share).path("RANDOM");
      assertThat(proper.path("sentences").asInt()).isGreaterThanOrEqualTo(100);
      assertThat(proper.path("termSuccess").asDouble()).isGreaterThanOrEqualTo(leastSuccess);
      assertThat(proper.path("forbidden").asInt(-1)).isZero();
      assertThat(random.path("falseInsertions").asDouble(100)).isLessThanOrEqualTo(mostInsertions);
    }
  }

  @Test
  void evaluate_worseThanBefore_failsAndSaysWhere() throws IOException {
    ObjectNode before = (ObjectNode) JSON.readTree(FIGURES.toFile());
    ((ObjectNode) before.path("figures").path("development").path("NONE")).put("termSuccess", 102);
    Path better = folder.resolve("better.json");
    JSON.writeValue(better.toFile(), before);

    int status = run("--set", twoSentences(), "--figures", better);

    assertThat(status).isEqualTo(1);
    assertThat(out.toString())
        .contains("worse: development, none: term success: ", "(expected: at least 101.00)")
        .contains("worse: held-out, proper: none (expected: figures, as before)");
  }

  @Test
  void evaluate_update_writesFiguresThatTheNextRunMeets() throws IOException {
    Path figures = folder.resolve("new.json");
    Path set = twoSentences();

    assertThat(run("--set", set, "--figures", figures)).isEqualTo(1);
    assertThat(err.toString()).contains("new.json: not found (expected: earlier figures");
    assertThat(run("--set", set, "--figures", figures, "--update")).isZero();
    assertThat(run("--set", set, "--figures", figures)).isZero();
    assertThat(out.toString()).contains("no figure is worse than in new.json by more than 1 point");
  }

  @Test
  void evaluate_fileThatIsNoSet_isExplained() throws IOException {
    Path set = Files.writeString(folder.resolve("set.tsv"), "vi\ten\n");

    assertThat(run("--set", set)).isEqualTo(1);
    assertThat(err.toString()).contains("haidang: line 1: header: other columns (expected: id ");
  }

  /** Development sentences only. */
  private Path twoSentences() throws IOException {
    List<String> lines = Files.readAllLines(SET);
    List<String> few = new ArrayList<>(List.of(lines.get(0)));
    lines.stream().filter(line -> line.startsWith("d")).limit(2).forEach(few::add);
    return Files.write(folder.resolve("few.tsv"), few);
  }

  private int run(Object... arguments) {
    CommandLine command =
        Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    List<String> line =
        new ArrayList<>(
            List.of(
                "glossary",
                "evaluate",
                "--config",
                folder.resolve("haidang.properties").toString()));
    for (Object argument : arguments) {
      line.add(argument.toString());
    }
    return command.execute(line.toArray(String[]::new));
  }
}
