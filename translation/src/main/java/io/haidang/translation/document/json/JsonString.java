package io.haidang.translation.document.json;

import io.haidang.translation.document.MergeOptions;
import io.haidang.translation.document.TextUnit;
import io.haidang.translation.document.inplace.Edits;
import io.haidang.translation.document.inplace.InPlaceUnit;
import io.haidang.translation.document.inplace.InlineMarkup;
import io.haidang.translation.document.inplace.MessageText;
import java.util.Locale;
import java.util.stream.Collectors;

/** A string in its file. */
final class JsonString implements InPlaceUnit {

  private final JsonStrings.Found found;
  private final boolean ascii;
  private final InlineMarkup markup;

  /**
   * @param ascii whether the file writes all other characters as escapes
   */
  JsonString(JsonStrings.Found found, boolean ascii) {
    this.found = found;
    this.ascii = ascii;
    this.markup = MessageText.of(found.value());
  }

  @Override
  public TextUnit unit() {
    String name = found.place().stream().map(Object::toString).collect(Collectors.joining("."));
    return TextUnit.of(markup.text(), name);
  }

  @Override
  public void write(String translation, MergeOptions options, Edits edits) {
    if (!translation.equals(markup.text())) {
      String value = markup.write(translation, words -> words);
      edits.replace(found.start(), found.end(), quoted(value));
    }
  }

  private String quoted(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      quoted.append(escaped(value.charAt(i)));
    }
    return quoted.append('"').toString();
  }

  private String escaped(char c) {
    int known = "\"\\\b\f\n\r\t".indexOf(c);
    if (known >= 0) {
      return "\\" + "\"\\bfnrt".charAt(known);
    }
    boolean escape = c < ' ' || (ascii && c > '~');
    return escape ? String.format(Locale.ROOT, "\\u%04x", (int) c) : String.valueOf(c);
  }
}
