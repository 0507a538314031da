package io.haidang.translation.check;

import io.haidang.translation.check.Finding.Fix;
import io.haidang.translation.fact.Fact;
import io.haidang.translation.fact.FactKind;
import io.haidang.translation.fact.FactPairs;
import io.haidang.translation.fact.FactWording;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Currencies and units that a number has lost or changed; ids {@code currency} and {@code units}.
 * "800 người" may be "800", and what is counted as a visit has many names.
 */
final class UnitsCheck implements Check {

  private static final Set<String> TIME =
      Set.of("second", "minute", "hour", "day", "week", "month", "year");
  private static final Pattern ERA = Pattern.compile("\\s*(?:BCE?|AD|CE)\\b");
  private static final Pattern NOUN = Pattern.compile("[\\s-]+\\p{L}+.*", Pattern.DOTALL);

  @Override
  public String id() {
    return "units";
  }

  @Override
  public List<Finding> run(CheckedPair pair) {
    if (!pair.isReadInFull()) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    for (FactPairs.Pair both : pair.pairs().pairs()) {
      Fact source = both.source();
      Fact target = both.target();
      if (source.unit().equals(target.unit()) || both.isSameQuantity()) {
        continue;
      }
      if (isMoney(source) || isMoney(target)) {
        findings.add(finding("currency", Severity.ERROR, source, target, pair));
      } else if (isLost(source, target, pair.targetText())) {
        Severity severity = isFirm(source.unit()) ? Severity.ERROR : Severity.WARNING;
        findings.add(finding(id(), severity, source, target, pair));
      }
    }
    return findings;
  }

  private static boolean isMoney(Fact fact) {
    return fact.kind() == FactKind.AMOUNT;
  }

  private static boolean isFirm(String unit) {
    return !unit.isEmpty() && !TIME.contains(unit) && !isCount(unit);
  }

  private static boolean isCount(String unit) {
    return unit.equals("person") || unit.equals("visit");
  }

  private static boolean isLost(Fact source, Fact target, String text) {
    String unit = source.unit();
    if (unit.isEmpty()) {
      return source.firm() && isFirm(target.unit());
    }
    if (isCount(unit)) {
      // Whatever is counted is said behind the number.
      boolean noun = NOUN.matcher(text.substring(target.span().end())).matches();
      return unit.equals("visit") && target.unit().isEmpty() && !noun;
    }
    if (source.wording().endsWith("tuổi")) {
      return false; // "a man of 21"
    }
    boolean era = ERA.matcher(text.substring(target.span().end())).lookingAt();
    return (source.firm() || isFirm(unit)) && !era;
  }

  private static Finding finding(
      String id, Severity severity, Fact source, Fact target, CheckedPair pair) {
    String expected = FactWording.of(source, pair.targetLanguage());
    String detail = target.unit().isEmpty() ? "unit lost" : "other unit";
    Fix fix = new Fix(target.span(), expected);
    return new Finding(id, severity, source.span(), target.span(), expected, detail, fix);
  }

  @Override
  public List<Example> examples() {
    return List.of(
        Example.right("1.234,5 tỷ đồng", "VND1,234.5 billion"),
        Example.right("20 triệu đô la Mỹ", "US$20 million"),
        Example.right("Rộng 12 ha.", "It covers 12 hectares."),
        Example.right("Có 800 người.", "There are 800."),
        Example.right("5 triệu lượt khách", "5 million visitors"),
        Example.right("Anh 21 tuổi.", "He is 21 years old."),
        Example.right("dài 3 km", "3,000 metres long"),
        Example.wrong("1.234,5 tỷ đồng", "1,234.5 billion"),
        Example.wrong("1.234,5 tỷ đồng", "1,234.5 billion USD"),
        Example.wrong("20 triệu USD", "20 million euros"),
        Example.wrong("Rộng 12 ha.", "It covers 12."),
        Example.wrong("Rộng 12 ha.", "It covers 12 km2."),
        Example.wrong("công suất 300 MW", "a capacity of 300"),
        Example.wrong("trong 5 năm", "for 5 months"),
        Example.wrong("Đón 5 triệu lượt khách.", "It received 5 million."));
  }
}
