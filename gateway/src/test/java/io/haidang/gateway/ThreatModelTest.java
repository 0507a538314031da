package io.haidang.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@code docs/security.md} names is there: the classes that defend, and the tests of it. */
class ThreatModelTest {

  private static final Path REPOSITORY = Path.of(System.getProperty("haidang.repository"));

  /** Threat, kind by STRIDE, mitigation, test. */
  private static final Pattern ROW =
      Pattern.compile("\\|[^|]+\\| [STRIDE](?:, [STRIDE])* \\|([^|]+)\\|([^|]+)\\|");

  private static final Pattern CLASS = Pattern.compile("`([A-Z]\\w+)`");
  private static final Pattern TEST = Pattern.compile("`(\\w+)\\.(\\w+)`");
  private static final Pattern CONTRACT = Pattern.compile("class \\w+ extends (\\w+)");

  private static final List<String> MODULES =
      List.of("gateway", "translation", "summarization", "glossary", "models");

  private static List<Path> sources;
  private static List<MatchResult> rows;

  @BeforeAll
  static void read() throws IOException {
    sources = new ArrayList<>();
    for (String module : MODULES) {
      for (String kind : List.of("main", "test")) {
        Path folder = REPOSITORY.resolve(Path.of(module, "src", kind, "java"));
        try (Stream<Path> files = Files.walk(folder)) {
          files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
        }
      }
    }
    rows =
        Files.readAllLines(REPOSITORY.resolve("docs/security.md")).stream()
            .map(ROW::matcher)
            .filter(Matcher::matches)
            .map(Matcher::toMatchResult)
            .toList();
  }

  private static Optional<Path> source(String kind, String name) {
    return sources.stream()
        .filter(file -> file.endsWith(name + ".java") && file.toString().contains("/" + kind + "/"))
        .findFirst();
  }

  @Test
  void mitigations_allAreOfClassesThatAreThere() {
    assertThat(rows).hasSizeGreaterThan(50);
    assertThat(rows.stream().flatMap(row -> CLASS.matcher(row.group(1)).results()))
        .extracting(name -> name.group(1))
        .allMatch(name -> source("main", name).isPresent());
  }

  @Test
  void rows_allNameATestThatIsThere() {
    assertThat(rows)
        .extracting(row -> row.group(2).strip())
        .allMatch(name -> TEST.matcher(name).results().anyMatch(ThreatModelTest::isTest));
  }

  private static boolean isTest(MatchResult name) {
    return source("test", name.group(1)).filter(file -> isTest(file, name.group(2))).isPresent();
  }

  /** One of its own, or of the contract that it extends. */
  private static boolean isTest(Path file, String method) {
    String source = text(file);
    Pattern test =
        Pattern.compile("@\\w*Test\\b(?:(?!\\bvoid\\b)[\\s\\S])*\\bvoid " + method + "\\(");
    Matcher contract = CONTRACT.matcher(source);
    return test.matcher(source).find()
        || (contract.find()
            && source("test", contract.group(1)).filter(of -> isTest(of, method)).isPresent());
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException("unreadable", e);
    }
  }
}
