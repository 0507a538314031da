package io.haidang.translation.document.po;

import io.haidang.translation.document.MergeOptions;
import io.haidang.translation.document.TextUnit;
import io.haidang.translation.document.inplace.Edits;
import io.haidang.translation.document.inplace.InPlaceUnit;
import io.haidang.translation.document.inplace.InlineMarkup;
import io.haidang.translation.document.inplace.MessageText;
import java.util.List;

/**
 * A message, or one of its two numbers.
 *
 * @param source {@code msgid} or {@code msgid_plural}
 * @param places the strings that take the translation
 */
record PoMessage(
    PoString source, List<PoString> places, String name, InlineMarkup markup, String lineEnd)
    implements InPlaceUnit {

  static PoMessage of(PoString source, List<PoString> places, String name, String lineEnd) {
    return new PoMessage(source, places, name, MessageText.of(source.value()), lineEnd);
  }

  @Override
  public TextUnit unit() {
    return TextUnit.of(markup.text(), name);
  }

  @Override
  public void write(String translation, MergeOptions options, Edits edits) {
    String value = markup.write(translation, words -> words);
    for (PoString place : places) {
      if (!value.equals(place.value())) {
        boolean wrapped = source.lines() > 1 && source.value().length() > 40;
        edits.replace(
            place.start(), place.end(), PoString.quoted(value, place.keyword(), wrapped, lineEnd));
      }
    }
  }
}
