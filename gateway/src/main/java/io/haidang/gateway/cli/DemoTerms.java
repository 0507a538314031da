package io.haidang.gateway.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;

/** Lists the official names of a text and how often the translation has them. */
final class DemoTerms {

  private final String release;

  DemoTerms(JsonNode glossary) {
    this.release = glossary.path("release").asText();
  }

  void print(JsonNode segments, PrintStream out) {
    Map<String, Count> names = new TreeMap<>();
    for (JsonNode segment : segments) {
      for (JsonNode term : segment.path("sourceTerms")) {
        names.computeIfAbsent(
                term.path("concept").asText(), id -> new Count(term.path("preferred").asText()))
            .asked++;
      }
      for (JsonNode finding : segment.path("findings")) {
        if (finding.path("check").asText().equals("term-missing")) {
          names.values().stream()
              .filter(count -> count.official.equals(finding.path("expected").asText()))
              .forEach(count -> count.missing++);
        }
      }
    }
    out.printf("  official names (glossary %s):%n", release);
    names.values().forEach(count -> out.println("    " + count));
  }

  /** How often one name is asked for, and how often it is missing. Not thread-safe. */
  private static final class Count {
    private final String official;
    private int asked;
    private int missing;

    private Count(String official) {
      this.official = official;
    }

    @Override
    public String toString() {
      return "%-55s %d of %d".formatted(official, asked - missing, asked);
    }
  }
}
