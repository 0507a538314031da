package io.haidang.translation.document.inplace;

import io.haidang.translation.document.MergeOptions;
import io.haidang.translation.document.TextUnit;
import java.util.function.UnaryOperator;

/**
 * A range of the file that is text with codes, and nothing else.
 *
 * @param start in the text of the file
 * @param end first unit after the range
 * @param name what the document calls the place
 * @param escape what the format does to words, so that they stay words
 */
public record ReplacedText(
    int start, int end, String name, InlineMarkup markup, UnaryOperator<String> escape)
    implements InPlaceUnit {

  @Override
  public TextUnit unit() {
    return TextUnit.of(markup.text(), name);
  }

  @Override
  public void write(String translation, MergeOptions options, Edits edits) {
    if (!translation.equals(markup.text())) {
      edits.replace(start, end, markup.write(translation, escape));
    }
  }
}
