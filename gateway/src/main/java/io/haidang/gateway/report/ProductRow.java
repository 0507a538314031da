package io.haidang.gateway.report;

import io.haidang.gateway.draft.ProductForm;
import io.haidang.translation.PostEdit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A product of which something happened in a month.
 *
 * @param office whose story it belongs to
 * @param approved first sign-off, when that was in the month; else null
 * @param published whether the first delivery was in the month
 * @param segments of it now
 * @param words of it now, by the engine that wrote them
 */
record ProductRow(
    UUID id,
    Locale language,
    String office,
    ProductForm form,
    Instant asked,
    @Nullable Instant approved,
    boolean published,
    int withdrawn,
    int corrected,
    Segments segments,
    Map<String, MadeWords> words) {

  /** The same with what became of the words that engines wrote. */
  ProductRow with(Map<String, MadeWords> made) {
    return new ProductRow(
        id, language, office, form, asked, approved, published, withdrawn, corrected, segments,
        made);
  }

  /** Counts of segments. */
  record Segments(int all, int changed, int errors, int warnings, int names) {}

  /** The figures of rows taken together. */
  static Figures figures(List<ProductRow> rows) {
    List<ProductRow> made = rows.stream().filter(row -> row.approved() != null).toList();
    List<Duration> times = times(made);
    return new Figures(
        made.size(),
        count(rows, ProductRow::published),
        sum(rows, ProductRow::withdrawn),
        sum(rows, ProductRow::corrected),
        rank(times, 50),
        rank(times, 90),
        sum(made, row -> row.segments().all()),
        sum(made, row -> row.segments().changed()),
        edited(made),
        sum(made, row -> row.segments().errors()),
        sum(made, row -> row.segments().warnings()),
        sum(made, row -> row.segments().names()));
  }

  private static PostEdit edited(List<ProductRow> made) {
    return made.stream()
        .flatMap(row -> row.words().values().stream())
        .map(MadeWords::edited)
        .reduce(PostEdit.NONE, PostEdit::plus);
  }

  private static List<Duration> times(List<ProductRow> made) {
    List<Duration> times = new ArrayList<>();
    for (ProductRow row : made) {
      Instant approved = row.approved();
      if (approved != null) {
        times.add(Duration.between(row.asked(), approved));
      }
    }
    return times.stream().sorted().toList();
  }

  /** The nearest rank: the least value that so many per cent do not exceed. */
  private static Optional<Duration> rank(List<Duration> sorted, int percent) {
    int rank = (sorted.size() * percent + 99) / 100;
    return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(rank - 1));
  }

  private static int count(List<ProductRow> rows, Predicate<ProductRow> which) {
    return (int) rows.stream().filter(which).count();
  }

  private static int sum(List<ProductRow> rows, ToIntFunction<ProductRow> figure) {
    return rows.stream().mapToInt(figure).sum();
  }
}
