package io.haidang.translation.check;

import io.haidang.translation.fact.Fact;
import io.haidang.translation.fact.FactKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Abbreviations that vanish: neither written nor written out. Those that Vietnamese alone uses are
 * held against the words that they stand for.
 */
final class AbbreviationsCheck implements Check {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final Set<String> SMALL = Set.of("of", "the", "and", "for", "to", "on", "in", "a");

  /** What Vietnamese abbreviations become in English; any of the words will do. */
  private static final Map<String, List<String>> WORDS =
      Map.ofEntries(
          Map.entry("UBND", List.of("people's committee", "people’s committee", "pc")),
          Map.entry("HĐND", List.of("people's council", "people’s council")),
          Map.entry("KCN", List.of("industrial")),
          Map.entry("KKT", List.of("economic")),
          Map.entry("TP", List.of("city")),
          Map.entry("TPHCM", List.of("ho chi minh")),
          Map.entry("HCM", List.of("ho chi minh", "hcm")),
          Map.entry("BCH", List.of("committee", "command")),
          Map.entry("MTTQ", List.of("front")),
          Map.entry("CNTT", List.of("information technology", "it")),
          Map.entry("NSNN", List.of("budget")),
          Map.entry("GTVT", List.of("transport")),
          Map.entry("KT-XH", List.of("socio-economic", "economic")),
          Map.entry("CĐS", List.of("digital")),
          Map.entry("QP-AN", List.of("defence", "defense")),
          Map.entry("DN", List.of("business", "enterprise", "compan")),
          Map.entry("LHQ", List.of("un", "united nations")),
          Map.entry("TV", List.of("televis")),
          Map.entry("EU", List.of("european")),
          Map.entry("TW", List.of("central")),
          Map.entry("GS", List.of("prof")),
          Map.entry("TS", List.of("dr")),
          Map.entry("PGS", List.of("prof")),
          Map.entry("ThS", List.of("master", "msc")));

  @Override
  public String id() {
    return "abbreviations";
  }

  @Override
  public List<Finding> run(CheckedPair pair) {
    List<Fact> abbreviations = pair.sourceFacts(FactKind.ABBREVIATION);
    if (abbreviations.isEmpty() || !pair.isReadInFull()) {
      return List.of();
    }
    String target = pair.targetText();
    String small = target.toLowerCase(Locale.ROOT);
    List<Finding> findings = new ArrayList<>();
    for (Fact abbreviation : abbreviations) {
      String written = abbreviation.value();
      boolean kept =
          target.contains(written)
              || WORDS.getOrDefault(written, List.of()).stream().anyMatch(small::contains)
              || initials(target, false).contains(written.toLowerCase(Locale.ROOT))
              || initials(target, true).contains(written.toLowerCase(Locale.ROOT));
      if (!kept) {
        String expected = WORDS.containsKey(written) ? "" : written;
        findings.add(
            new Finding(
                id(),
                Severity.WARNING,
                abbreviation.span(),
                null,
                expected,
                "not in the translation"));
      }
    }
    return findings;
  }

  /** The first letters of all words: "foreign direct investment" has "fdi" in it. */
  private static String initials(String text, boolean withSmall) {
    StringBuilder initials = new StringBuilder();
    WORD.matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .map(MatchResult::group)
        .filter(word -> withSmall || !SMALL.contains(word))
        .forEach(word -> initials.appendCodePoint(word.codePointAt(0)));
    return initials.toString();
  }

  @Override
  public List<Example> examples() {
    return List.of(
        Example.right("Thu hút vốn FDI.", "It attracts FDI."),
        Example.right("Thu hút vốn FDI.", "It attracts foreign direct investment."),
        Example.right("Các KCN mới.", "New industrial parks."),
        Example.wrong("Thu hút vốn FDI.", "It attracts capital."),
        Example.wrong("Các KCN mới.", "New areas."),
        Example.wrong("Chỉ số PCI tăng.", "The index rose."));
  }
}
