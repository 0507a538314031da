package io.haidang.translation.fact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The facts of one text in one language.
 *
 * <p><b>Thread-safety:</b> immutable. <b>Blocking:</b> no I/O.
 */
public final class FactLedger {

  private final List<Fact> facts;
  private final Locale language;
  private final Set<String> keys = new HashSet<>();
  private final Set<String> years = new HashSet<>();

  /**
   * @param facts in reading order
   * @param textDate its year goes without saying
   */
  public FactLedger(List<Fact> facts, Locale language, LocalDate textDate) {
    this.facts = List.copyOf(facts);
    this.language = language;
    years.add(Integer.toString(textDate.getYear()));
    for (Fact fact : facts) {
      keys.add(fact.key());
      if (fact.kind() == FactKind.DATE) {
        years.add(Dates.year(fact.value()));
      }
    }
  }

  /** In reading order, with readings that are not firm. */
  public List<Fact> facts() {
    return facts;
  }

  public Locale language() {
    return language;
  }

  /**
   * Whether this text tells {@code claim}: the same fact, in whatever words, or one that says more
   * (a day tells its month). A rounded number is told when the claim says that it is one ("about
   * 30" for 29.7). A year may come from elsewhere in the text, or from its date.
   */
  public boolean supports(Fact claim) {
    return keys.contains(claim.key())
        || facts.stream().anyMatch(known -> Support.tells(known, claim))
        || (claim.kind() == FactKind.DATE && supportsWithYear(claim))
        || (claim.kind() == FactKind.NAME && supportsName(claim));
  }

  private boolean supportsWithYear(Fact claim) {
    String bare = Dates.withoutYear(claim.value());
    if (!years.contains(Dates.year(claim.value()))) {
      return false;
    }
    return bare.isEmpty()
        || facts.stream()
            .filter(known -> known.kind() == FactKind.DATE && Dates.year(known.value()).isEmpty())
            .anyMatch(known -> Dates.tells(known.value(), bare));
  }

  /** Part of a longer name of the text: "Châu" for "Lê Ngọc Châu". */
  private boolean supportsName(Fact claim) {
    return facts.stream()
        .filter(known -> known.kind() == FactKind.NAME || known.kind() == FactKind.CONCEPT)
        .map(known -> " " + FoldedName.of(known.wording()) + " ")
        .anyMatch(known -> known.contains(" " + claim.value() + " "));
  }

  /**
   * What {@code claims} state and this text does not tell, in reading order. Readings that are not
   * firm are passed over; so are titles, and names of another language unless they are Vietnamese,
   * since these alone are the same in every language; a negation is told by any other one.
   */
  public List<Fact> unsupported(FactLedger claims) {
    List<Fact> unsupported = new ArrayList<>();
    for (Fact claim : claims.facts()) {
      if (claim.firm() && isComparable(claim, claims.language()) && !supports(claim)) {
        unsupported.add(claim);
      }
    }
    return unsupported;
  }

  private boolean isComparable(Fact claim, Locale other) {
    boolean sameLanguage = language.getLanguage().equals(other.getLanguage());
    return switch (claim.kind()) {
      case NAME -> sameLanguage || FoldedName.isVietnamese(claim.value());
      case ABBREVIATION -> sameLanguage;
      default -> true;
    };
  }

  /** What is different in {@code later}, a newer state of this text. */
  public FactChanges changesTo(FactLedger later) {
    return FactChanges.between(facts, later.facts);
  }
}
