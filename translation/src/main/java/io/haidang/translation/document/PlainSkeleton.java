package io.haidang.translation.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plain text: every line is a unit. */
final class PlainSkeleton implements DocumentSkeleton {

  private static final Pattern LINE = Pattern.compile("[^\\r\\n]+");

  private final String content;

  PlainSkeleton(String content) {
    this.content = content;
  }

  @Override
  public List<String> units() {
    List<String> lines = new ArrayList<>();
    Matcher matcher = LINE.matcher(content);
    while (matcher.find()) {
      lines.add(matcher.group());
    }
    return lines;
  }

  @Override
  public String merge(List<String> texts, Locale language) {
    StringBuilder merged = new StringBuilder(content.length());
    Matcher matcher = LINE.matcher(content);
    int copied = 0;
    for (int i = 0; matcher.find(); i++) {
      merged.append(content, copied, matcher.start()).append(texts.get(i));
      copied = matcher.end();
    }
    return merged.append(content, copied, content.length()).toString();
  }
}
