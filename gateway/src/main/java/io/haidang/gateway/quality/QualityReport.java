package io.haidang.gateway.quality;

import io.haidang.gateway.auth.Office;
import io.haidang.gateway.draft.ProductForm;
import io.haidang.gateway.quality.QualityResult.Outcome;
import io.haidang.translation.PostEdit;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What decisions of some months say: by month for the house, and by engine, language and form.
 *
 * @param months each of them, oldest first, with nothing in it where nothing was decided
 * @param lines each group of the whole time, in the order of language, form and engine
 */
public record QualityReport(List<Month> months, List<Line> lines) {

  public QualityReport {
    months = List.copyOf(months);
    lines = List.copyOf(lines);
  }

  /** A month of the house. */
  public record Month(YearMonth month, Sum sum) {}

  /** Texts that are alike. */
  public record Line(String engine, Locale language, ProductForm form, Sum sum) {}

  /**
   * Results taken together.
   *
   * @param texts decisions, whatever was decided
   * @param approved sign-offs among them
   * @param untouched sign-offs of what the machine wrote, without any change
   * @param passed decisions about texts that were good enough
   * @param points of all their errors
   * @param words of all texts
   * @param edited how much of the machine's words was changed, in what was signed off
   * @param active time that people took
   */
  public record Sum(
      int texts,
      int approved,
      int untouched,
      int passed,
      double points,
      long words,
      PostEdit edited,
      Duration active) {

    static Sum of(List<QualityResult> results) {
      List<QualityResult> approved =
          results.stream().filter(result -> result.outcome() == Outcome.APPROVED).toList();
      return new Sum(
          results.size(),
          approved.size(),
          (int) approved.stream().filter(QualityResult::isUntouched).count(),
          (int) results.stream().filter(result -> result.score().passes()).count(),
          results.stream().mapToDouble(result -> result.score().points()).sum(),
          results.stream().mapToLong(result -> result.score().words()).sum(),
          approved.stream().map(QualityResult::edited).reduce(PostEdit.NONE, PostEdit::plus),
          results.stream().map(QualityResult::active).reduce(Duration.ZERO, Duration::plus));
    }

    /** Points by 1,000 words; 0 without words. */
    public double score() {
      return words == 0 ? 0 : points * 1_000 / words;
    }

    /** Share of sign-offs without any change, 0 to 1; 0 without sign-offs. */
    public double approvalRate() {
      return approved == 0 ? 0 : (double) untouched / approved;
    }

    /** Share of decisions about texts that were good enough, 0 to 1; 0 without decisions. */
    public double passRate() {
      return texts == 0 ? 0 : (double) passed / texts;
    }
  }

  private record Group(Locale language, ProductForm form, String engine) {

    private static final Comparator<Group> ORDER =
        Comparator.<Group, String>comparing(group -> group.language().toLanguageTag())
            .thenComparing(group -> group.form().id())
            .thenComparing(Group::engine);
  }

  static QualityReport of(YearMonth last, int months, List<QualityResult> results) {
    Map<YearMonth, List<QualityResult>> byMonth = new LinkedHashMap<>();
    for (int i = months - 1; i >= 0; i--) {
      byMonth.put(last.minusMonths(i), new ArrayList<>());
    }
    Map<Group, List<QualityResult>> byGroup = new LinkedHashMap<>();
    for (QualityResult result : results) {
      YearMonth month = YearMonth.from(result.at().atZone(Office.ZONE));
      byMonth.computeIfAbsent(month, any -> new ArrayList<>()).add(result);
      byGroup
          .computeIfAbsent(
              new Group(result.language(), result.form(), result.engine()),
              any -> new ArrayList<>())
          .add(result);
    }
    return new QualityReport(
        byMonth.entrySet().stream()
            .map(entry -> new Month(entry.getKey(), Sum.of(entry.getValue())))
            .toList(),
        byGroup.entrySet().stream()
            .sorted(Map.Entry.comparingByKey(Group.ORDER))
            .map(
                entry ->
                    new Line(
                        entry.getKey().engine(),
                        entry.getKey().language(),
                        entry.getKey().form(),
                        Sum.of(entry.getValue())))
            .toList());
  }
}
