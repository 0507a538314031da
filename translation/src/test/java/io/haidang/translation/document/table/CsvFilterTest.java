package io.haidang.translation.document.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.translation.document.DocumentException;
import io.haidang.translation.document.DocumentFilterContract;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.FilterOptions;
import io.haidang.translation.document.SegmentedDocument;
import io.haidang.translation.document.TextUnit;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class CsvFilterTest extends DocumentFilterContract {

  private static final String TABLE = "id,Tên,Ghi chú\n7,\"Cảng, biển\",giữ\n8,Đảo,giữ\n";

  @Test
  void columns_byName_leaveTheHeadingAndTheOthers() {
    SegmentedDocument document = csv(TABLE, "Tên");

    assertThat(document.segments()).containsExactly("Cảng, biển", "Đảo");
    assertThat(document.textUnits()).extracting(TextUnit::name).containsExactly("Tên 2", "Tên 3");
    assertThat(document.mergeText(List.of("Sea \"port\"", "Island, islet"), Locale.ENGLISH))
        .isEqualTo("id,Tên,Ghi chú\n7,\"Sea \"\"port\"\"\",giữ\n8,\"Island, islet\",giữ\n");
  }

  @Test
  void columns_byNumber_haveNoHeading() {
    assertThat(csv(TABLE, "2").segments()).containsExactly("Tên", "Cảng, biển", "Đảo");
  }

  @Test
  void columns_none_areAllOnesWithWords() {
    assertThat(csv(TABLE).segments())
        .containsExactly("id", "Tên", "Ghi chú", "Cảng, biển", "giữ", "Đảo", "giữ");
  }

  @Test
  void columns_unknown_areRefused() {
    assertThatThrownBy(() -> csv(TABLE, "Tiêu đề"))
        .isInstanceOf(DocumentException.class)
        .hasMessage("document.columns: not in the first row (expected: a name in it, or 1 to 3)");
    assertThatThrownBy(() -> csv(TABLE, "4")).isInstanceOf(DocumentException.class);
  }

  @Test
  void quote_notClosed_isNamedByItsLine() {
    assertThatThrownBy(() -> csv("a,b\n1,2\n3,\"4\n5,6\n"))
        .hasMessageStartingWith("document.line 3: a quote that is never closed");
  }

  private static SegmentedDocument csv(String text, String... columns) {
    return SegmentedDocument.read(
        DocumentFormat.CSV,
        text.getBytes(UTF_8),
        VI,
        FilterOptions.DEFAULT.withColumns(List.of(columns)));
  }
}
