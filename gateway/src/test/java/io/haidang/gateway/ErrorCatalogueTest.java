package io.haidang.gateway;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.haidang.gateway.http.error.ProblemMapper;
import io.haidang.gateway.testing.Provokes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every code is documented, and brought about by a test. */
class ErrorCatalogueTest {

  /** Code, status, meaning, what to do. */
  private static final Pattern ROW =
      Pattern.compile("\\| `([a-z-]+)` \\| (\\d{3}) \\| ([^|]{20,}) \\| ([^|]{10,}) \\|");

  @Test
  void documentation_ofEveryCode_hasItsStatusAndWhatToDo() throws IOException {
    Map<String, Integer> documented = new LinkedHashMap<>();
    Path page = Path.of(System.getProperty("haidang.repository"), "docs", "errors.md");
    for (String line : Files.readAllLines(page)) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        documented.put(row.group(1), Integer.parseInt(row.group(2)));
      }
    }
    Map<String, Integer> expected = new LinkedHashMap<>();
    for (ErrorCode code : ErrorCode.values()) {
      expected.put(code.id(), ProblemMapper.of(new GatewayException(code, "message"), -1).status());
    }

    assertThat(documented).containsExactlyEntriesOf(expected);
  }

  @Test
  void contract_listsEveryCode() throws IOException {
    try (var contract = ErrorCatalogueTest.class.getResourceAsStream("/openapi.yaml")) {
      String yaml = new String(contract.readAllBytes(), StandardCharsets.UTF_8);
      String problem = yaml.substring(yaml.indexOf("    Problem:\n      type: object"));
      assertThat(Arrays.stream(ErrorCode.values()).map(code -> "            - " + code.id() + "\n"))
          .allMatch(problem::contains);
    }
  }

  @Test
  void tests_provokeEveryCode() {
    Set<ErrorCode> provoked =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                .importPackages("io.haidang.gateway")
                .stream()
                .flatMap(type -> type.getMethods().stream())
                .flatMap(ErrorCatalogueTest::provoked)
                .collect(toSet());

    assertThat(provoked).containsExactlyInAnyOrder(ErrorCode.values());
  }

  private static Stream<ErrorCode> provoked(JavaMethod method) {
    return method.tryGetAnnotationOfType(Provokes.class).stream()
        .flatMap(claim -> Arrays.stream(claim.value()));
  }
}
