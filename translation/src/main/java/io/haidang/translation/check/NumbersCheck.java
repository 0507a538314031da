package io.haidang.translation.check;

import io.haidang.translation.check.NumberReader.Amount;
import io.haidang.translation.check.NumberReader.Numbers;
import java.util.ArrayList;
import java.util.List;

/**
 * Numbers that were lost, changed or made up. Dates are compared by their parts; a month or a small
 * number written as a word is accepted for a figure, and never demanded.
 */
final class NumbersCheck implements Check {

  @Override
  public String id() {
    return "numbers";
  }

  @Override
  public List<Finding> run(CheckedPair pair) {
    Numbers source =
        NumberReader.forLanguage(pair.context().pair().source()).read(pair.sourceText());
    Numbers target =
        NumberReader.forLanguage(pair.context().pair().target()).read(pair.targetText());
    List<Finding> findings = new ArrayList<>();
    for (Amount lost : source.without(target)) {
      findings.add(
          new Finding(
              id(),
              Severity.ERROR,
              lost.span(),
              null,
              lost.span().of(pair.sourceText()),
              "not in the translation"));
    }
    for (Amount added : target.without(source)) {
      findings.add(new Finding(id(), Severity.ERROR, null, added.span(), "", "not in the source"));
    }
    return findings;
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
        Example.wrong("Tổng vốn 1.234 tỷ đồng.", "Total capital of 1.234 billion dong."),
        Example.wrong("Tăng 12,5%.", "Up 12.5."),
        Example.wrong("Đại hội XIV của Đảng", "the 15th Party Congress"),
        Example.wrong("5 triệu người", "5 billion people"),
        Example.wrong("Năm 2026.", "In 2025."),
        Example.wrong("Thành phố lớn.", "A city of 3 million."),
        Example.wrong("Có 20 tàu và 20 cảng.", "20 ships and ports."));
  }
}
