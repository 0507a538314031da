package io.haidang.gateway.review;

import io.haidang.gateway.channel.PublishedText;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.Titles;
import io.haidang.gateway.review.SegmentTable.SegmentRow;
import io.haidang.gateway.store.ContentDigest;
import io.haidang.gateway.store.Json;
import io.haidang.translation.document.InlineCodes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * The words of a product at one time.
 *
 * @param digest equal for equal words of one revision, whatever file they come to stand in
 * @param published the same without markup
 */
public record Wording(ContentDigest digest, PublishedText published) {

  /** Languages that put no space between sentences. */
  private static final Set<String> UNSPACED = Set.of("zh", "ja", "th", "lo", "km", "my");

  static Wording of(Handle handle, Target target) {
    List<SegmentRow> rows = SegmentTable.list(handle, target.id());
    String words =
        Json.write(
            List.of(target.asset().revision(), rows.stream().map(SegmentRow::target).toList()));
    return new Wording(
        ContentDigest.of(words.getBytes(StandardCharsets.UTF_8)),
        new PublishedText(title(rows), body(handle, rows, target)));
  }

  private static String title(List<SegmentRow> rows) {
    return rows.stream()
        .map(row -> InlineCodes.strip(row.target()).strip())
        .filter(text -> !text.isEmpty())
        .findFirst()
        .map(Titles::cut)
        .orElse("");
  }

  private static String body(Handle handle, List<SegmentRow> rows, Target target) {
    return target.form().isTranslation()
        ? paragraphs(rows, target.language())
        : Deliveries.text(SegmentTable.product(handle, target.id()));
  }

  private static String paragraphs(List<SegmentRow> rows, Locale language) {
    String space = UNSPACED.contains(language.getLanguage()) ? "" : " ";
    List<String> paragraphs = new ArrayList<>();
    int unit = -1;
    for (SegmentRow row : rows) {
      String text = InlineCodes.strip(row.target()).strip();
      if (row.unit() == unit && !paragraphs.isEmpty()) {
        int last = paragraphs.size() - 1;
        paragraphs.set(last, paragraphs.get(last) + space + text);
      } else {
        paragraphs.add(text);
      }
      unit = row.unit();
    }
    paragraphs.removeIf(String::isBlank);
    return String.join("\n\n", paragraphs);
  }
}
