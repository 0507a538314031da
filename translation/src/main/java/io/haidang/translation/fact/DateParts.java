package io.haidang.translation.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers in a fact. */
final class DateParts {

  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private DateParts() {}

  /** Day, month, year, hour and minute apart, without leading zeros; of a quantity its number. */
  static List<String> of(Fact fact) {
    if (fact.kind().isQuantity()) {
      return List.of(
          Figures.plain(fact.number().orElseThrow()) + (fact.unit().equals("%") ? "%" : ""));
    }
    List<String> parts = new ArrayList<>();
    Matcher numbers = NUMBER.matcher(fact.value());
    while (numbers.find()) {
      String part = numbers.group().replaceFirst("^0+(?=\\d)", "");
      if (fact.kind() != FactKind.TIME || !part.equals("0")) {
        parts.add(part);
      }
    }
    return parts;
  }

  static boolean isDate(Fact fact) {
    return fact.kind() == FactKind.DATE || fact.kind() == FactKind.TIME;
  }

  /** A day with its month. */
  static boolean isFullDay(Fact fact) {
    return fact.kind() == FactKind.DATE && fact.value().matches("(?:\\d{4}|-)-\\d{2}-\\d{2}");
  }
}
