package io.haidang.translation.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.glossary.Glossary;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.glossary.enforce.TermPlan;
import io.haidang.models.LanguagePair;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.check.SeededErrors.Kind;
import io.haidang.translation.check.SeededErrors.Seeded;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How often the checks speak when nothing is wrong, and how often they see what is. */
final class CheckFiguresTest {

  private static final Path DATA = Path.of("../bench/data");
  private static final int NO_LIMIT = Integer.MAX_VALUE;

  /** Columns of the evaluation set. */
  private static final int DATE = 2;

  private static final int SOURCE = 4;
  private static final int REFERENCE = 7;

  private static final TranslationContext CONTEXT =
      new TranslationContext(
          LanguagePair.of("vi", "en"),
          LocalDate.of(2026, 5, 1),
          new TermEnforcer(Glossary.starter()));

  /**
   * Lines of FLORES, from 0, where a finding is right, looked at one by one: quotation marks of
   * which one is missing, a full stop on one side only, a small letter at the beginning, "14" for
   * "twenty-fourth", "EI" for "El", a yen price in two notations.
   */
  private static final Set<Integer> REAL_SLIPS =
      Set.of(
          9, 11, 18, 24, 82, 110, 292, 295, 306, 351, 417, 510, 565, 573, 622, 633, 663, 749, 928);

  private record Pair(String source, String target) {}

  private static List<Pair> read(String name) throws IOException {
    List<String> sources = Files.readAllLines(DATA.resolve(name + ".vi"));
    List<String> targets = Files.readAllLines(DATA.resolve(name + ".en"));
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      pairs.add(new Pair(sources.get(i), targets.get(i)));
    }
    return pairs;
  }

  private static Set<String> ids(String source, String target, int limit) {
    Set<String> ids = new HashSet<>();
    Checks.run(source, target, CONTEXT, Set.of(), limit).forEach(f -> ids.add(f.check()));
    return ids;
  }

  @Test
  void run_humanTranslations_raisesAlmostNothing() throws IOException {
    List<Pair> pairs = read("flores");
    Map<String, Integer> byCheck = new TreeMap<>();
    int raised = 0;
    int wrongly = 0;
    for (int i = 0; i < pairs.size(); i++) {
      Set<String> ids = ids(pairs.get(i).source(), pairs.get(i).target(), NO_LIMIT);
      ids.forEach(id -> byCheck.merge(id, 1, Integer::sum));
      raised += ids.isEmpty() ? 0 : 1;
      wrongly += ids.isEmpty() || REAL_SLIPS.contains(i) ? 0 : 1;
    }
    System.out.printf(
        "FLORES, %d references: findings in %d (%.1f %%), of which %d are slips of the reference;"
            + " false alarms %d (%.1f %%)%n  segments by check: %s%n",
        pairs.size(),
        raised,
        100.0 * raised / pairs.size(),
        raised - wrongly,
        wrongly,
        100.0 * wrongly / pairs.size(),
        byCheck);
    assertThat(wrongly).isLessThanOrEqualTo(pairs.size() * 3 / 100);
  }

  @Test
  void run_referencesOfTheEvaluationSet_raiseAlmostNothing() throws IOException {
    int pairs = 0;
    List<String> alarms = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("../docs/evaluation/names.vi-en.tsv"))) {
      String[] fields = line.split("\t", -1);
      if (fields.length > REFERENCE && !fields[0].equals("id")) {
        TranslationContext context =
            new TranslationContext(CONTEXT.pair(), LocalDate.parse(fields[DATE]), CONTEXT.terms());
        pairs++;
        Checks.run(fields[SOURCE], fields[REFERENCE], context).stream()
            .filter(finding -> !finding.check().equals("term-not-valid")) // True of the source.
            .forEach(finding -> alarms.add(fields[0] + " " + finding));
      }
    }
    System.out.printf("evaluation set, %d references: %d findings%n", pairs, alarms.size());
    assertThat(pairs).isGreaterThan(300);
    assertThat(alarms).hasSizeLessThanOrEqualTo(pairs * 3 / 100);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void run_seededError_isSeen(Kind kind) throws IOException {
    List<Pair> pairs = new ArrayList<>(read("flores"));
    pairs.addAll(read("domain"));
    SeededErrors errors = new SeededErrors();
    int seeded = 0;
    int seen = 0;
    for (Pair pair : pairs) {
      Optional<Seeded> wrong = errors.seed(kind, pair.source(), pair.target(), officialName(pair));
      if (wrong.isPresent()) {
        Seeded error = wrong.get();
        Set<String> found = ids(error.source(), error.target(), error.limit());
        seeded++;
        seen += found.stream().anyMatch(kind.checks()::contains) ? 1 : 0;
      }
    }
    System.out.printf(
        "seeded %s: %d of %d seen (%.1f %%)%n", kind, seen, seeded, 100.0 * seen / seeded);
    assertThat(seeded).isGreaterThan(30);
    assertThat(100.0 * seen / seeded).isGreaterThanOrEqualTo(95);
  }

  /** One that the translation has, so that it can be taken away; empty when there is none. */
  private static String officialName(Pair pair) {
    TermPlan plan =
        CONTEXT
            .terms()
            .plan(
                pair.source(),
                CONTEXT.pair().source(),
                CONTEXT.pair().target(),
                CONTEXT.textDate());
    return plan.requirements().stream()
        .map(requirement -> requirement.rendering().text().replaceFirst("^the ", ""))
        .filter(name -> pair.target().contains(name))
        .findFirst()
        .orElse("");
  }

  @Test
  void run_lossOfNameCurrencyUnitOrAbbreviation_isSeen() throws IOException {
    Map<String, Set<String>> checks =
        Map.of(
            "name", Set.of("names"),
            "currency", Set.of("currency"),
            "unit", Set.of("units"),
            "abbreviation", Set.of("abbreviations"));
    List<String> missed = new ArrayList<>();
    List<String> alarms = new ArrayList<>();
    List<String> lines = lines();
    for (String line : lines) {
      String[] fields = line.split("\t", -1);
      Set<String> found = ids(fields[1], fields[3], NO_LIMIT);
      if (found.stream().noneMatch(checks.getOrDefault(fields[0], Set.of())::contains)) {
        missed.add(line);
      }
      if (!ids(fields[1], fields[2], NO_LIMIT).isEmpty()) {
        alarms.add(line + " " + Checks.run(fields[1], fields[2], CONTEXT));
      }
    }
    System.out.printf(
        "losses: %d of %d seen, %d false alarms on the right translations%n",
        lines.size() - missed.size(), lines.size(), alarms.size());
    assertThat(lines).hasSize(50);
    assertThat(missed).hasSizeLessThanOrEqualTo(2);
    assertThat(alarms).hasSizeLessThanOrEqualTo(1);
  }

  private static List<String> lines() throws IOException {
    try (InputStream in = CheckFiguresTest.class.getResourceAsStream("losses.tsv")) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }
}
