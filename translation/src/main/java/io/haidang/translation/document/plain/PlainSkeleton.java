package io.haidang.translation.document.plain;

import io.haidang.translation.document.DocumentSkeleton;
import io.haidang.translation.document.MergeOptions;
import io.haidang.translation.document.TextFile;
import io.haidang.translation.document.TextUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The line ends of a text. */
final class PlainSkeleton implements DocumentSkeleton {

  private static final Pattern LINE = Pattern.compile("[^\\r\\n]+");

  private final TextFile file;

  PlainSkeleton(TextFile file) {
    this.file = file;
  }

  @Override
  public List<TextUnit> units() {
    return LINE.matcher(file.text()).results().map(line -> TextUnit.of(line.group())).toList();
  }

  @Override
  public byte[] merge(List<String> texts, MergeOptions options) {
    String text = file.text();
    StringBuilder merged = new StringBuilder(text.length());
    Matcher matcher = LINE.matcher(text);
    int copied = 0;
    for (int i = 0; matcher.find(); i++) {
      merged.append(text, copied, matcher.start()).append(texts.get(i));
      copied = matcher.end();
    }
    return file.encode(merged.append(text, copied, text.length()).toString());
  }
}
