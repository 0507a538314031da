package io.haidang.translation.check;

import io.haidang.glossary.TextSpan;
import io.haidang.translation.check.Finding.Fix;
import io.haidang.translation.document.InlineCodes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The same source sentence with different translations, in one document or among several of a
 * bundle; id {@code inconsistent}. The wording used most is the one to keep, of equals the first.
 *
 * <p><b>Thread-safety:</b> immutable. <b>Blocking:</b> no I/O.
 */
public final class RepeatedSegments {

  static final String ID = "inconsistent";

  /** By source, its translations and how often each was used. */
  private final Map<String, Map<String, Integer>> wordings;

  private RepeatedSegments(Map<String, Map<String, Integer>> wordings) {
    this.wordings = wordings;
  }

  /**
   * Reads documents.
   *
   * @param sources every segment, with or without inline codes
   * @param targets the translation of each; an empty text where there is none yet
   */
  public static RepeatedSegments of(List<String> sources, List<String> targets) {
    if (sources.size() != targets.size()) {
      throw new IllegalArgumentException(
          "targets: " + targets.size() + " (expected: " + sources.size() + ", as sources)");
    }
    Map<String, Map<String, Integer>> wordings = new HashMap<>();
    for (int i = 0; i < sources.size(); i++) {
      String source = key(sources.get(i));
      if (!targets.get(i).isBlank() && source.indexOf(' ') > 0) {
        wordings
            .computeIfAbsent(source, key -> new LinkedHashMap<>())
            .merge(InlineCodes.strip(targets.get(i)).strip(), 1, Integer::sum);
      }
    }
    return new RepeatedSegments(wordings);
  }

  private static String key(String source) {
    return InlineCodes.strip(source).strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }

  /** Whether a finding is one of {@link #findings}. */
  public static boolean isOwn(Finding finding) {
    return finding.check().equals(ID);
  }

  /** What is wrong with one segment of the documents: at most one finding. */
  public List<Finding> findings(String source, String target) {
    Map<String, Integer> used = wordings.getOrDefault(key(source), Map.of());
    String plain = InlineCodes.strip(target).strip();
    if (used.size() < 2 || !used.containsKey(plain)) {
      return List.of();
    }
    List<Map.Entry<String, Integer>> byUse = new ArrayList<>(used.entrySet());
    byUse.sort(Map.Entry.<String, Integer>comparingByValue().reversed());
    String usual = byUse.get(0).getKey();
    if (usual.equalsIgnoreCase(plain)) {
      return List.of();
    }
    TextSpan whole = new TextSpan(0, target.length());
    boolean coded = !InlineCodes.strip(target).equals(target);
    return List.of(
        new Finding(
            ID,
            Severity.WARNING,
            null,
            whole,
            usual,
            "the same sentence reads otherwise elsewhere",
            coded ? null : new Fix(whole, usual)));
  }
}
