package io.haidang.translation.check;

import io.haidang.glossary.TextSpan;
import io.haidang.translation.check.Finding.Fix;
import io.haidang.translation.fact.Fact;
import io.haidang.translation.fact.FactKind;
import io.haidang.translation.fact.FactWording;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbers, dates and times that were lost, changed or made up. A small number in words is accepted
 * for a figure, and never demanded. Ids: {@code numbers}, and {@code dates} for what is more than a
 * year.
 */
final class NumbersCheck implements Check {

  private static final String DATES = "dates";

  @Override
  public String id() {
    return "numbers";
  }

  @Override
  public List<Finding> run(CheckedPair pair) {
    List<Fact> added = new ArrayList<>(pair.pairs().added());
    List<Finding> findings = new ArrayList<>();
    for (Fact lost : pair.pairs().lost()) {
      findings.add(lost(lost, takeLike(lost, added), pair));
    }
    for (Fact fact : added) {
      String detail = "not in the source";
      findings.add(new Finding(id(fact), Severity.ERROR, null, fact.span(), "", detail));
    }
    return findings;
  }

  /** What was written in its place: the first addition of the same kind. */
  private static @Nullable Fact takeLike(Fact lost, List<Fact> added) {
    for (Fact fact : added) {
      if (fact.kind() == lost.kind() || (fact.kind().isQuantity() && lost.kind().isQuantity())) {
        added.remove(fact);
        return fact;
      }
    }
    return null;
  }

  private static Finding lost(Fact lost, @Nullable Fact instead, CheckedPair pair) {
    String expected = FactWording.of(lost, pair.targetLanguage());
    @Nullable TextSpan place = instead == null ? null : instead.span();
    return new Finding(
        id(lost),
        Severity.ERROR,
        lost.span(),
        place,
        expected,
        "not in the translation",
        place == null ? null : new Fix(place, expected));
  }

  private static String id(Fact fact) {
    boolean isYear = fact.kind() == FactKind.DATE && fact.value().length() == 4;
    return (fact.kind() == FactKind.DATE && !isYear) || fact.kind() == FactKind.TIME
        ? DATES
        : "numbers";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        Example.right("Tổng vốn 1.234,5 tỷ đồng.", "Total capital of 1,234.5 billion dong."),
        Example.right("Ngày 30/6/2025.", "30 June 2025."),
        Example.right("Ngày 30.6.2025.", "June 30, 2025."),
        Example.right("ngày 30 tháng 6 năm 2025", "June 30th, 2025"),
        Example.right("Tăng 12,5%.", "Up 12.5 percent."),
        Example.right("Hơn 5 triệu người.", "More than 5,000,000 people."),
        Example.right("15 nghìn tỷ đồng", "15 trillion dong"),
        Example.right("Đại hội XIV của Đảng", "the 14th Party Congress"),
        Example.right("Đại hội lần thứ I", "the 1st Congress"),
        Example.right("Ba dự án.", "3 projects."),
        Example.right("3 dự án.", "Three projects."),
        Example.right("nhiệm kỳ 2025 - 2030", "the 2025-2030 term"),
        Example.right("12 khu công nghiệp", "twelve industrial parks"),
        Example.right("lúc 8h30", "at 8:30"),
        Example.right("quý II năm 2026", "the second quarter of 2026"),
        Example.right("6 tháng đầu năm", "the first half of the year"),
        Example.right("từ ngày 12 đến 15/5", "from 12 to 15 May"),
        Example.right("những năm 90", "the 1990s"),
        Example.right("10 ha", "100,000 square meters"),
        Example.wrong("Tổng vốn 1.234 tỷ đồng.", "Total capital of 1.234 billion dong."),
        Example.wrong("Tăng 12,5%.", "Up 12.5."),
        Example.wrong("Đại hội XIV của Đảng", "the 15th Party Congress"),
        Example.wrong("5 triệu người", "5 billion people"),
        Example.wrong("Năm 2026.", "In 2025."),
        Example.wrong("Thành phố lớn.", "A city of 3 million."),
        Example.wrong("Có 20 tàu và 20 cảng.", "20 ships and ports."),
        Example.wrong("Ngày 12/5/2026.", "5 December 2026."),
        Example.wrong("quý II năm 2026", "the third quarter of 2026"),
        Example.wrong("lúc 8 giờ tối", "at 8:00"));
  }
}
