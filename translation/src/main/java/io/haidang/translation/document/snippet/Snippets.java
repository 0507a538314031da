package io.haidang.translation.document.snippet;

import io.haidang.translation.document.DocumentSkeleton;
import io.haidang.translation.document.SegmentedDocument;
import io.haidang.translation.document.TextFile;
import io.haidang.translation.document.html.HtmlFilter;
import io.haidang.translation.document.inplace.InPlaceSkeleton;
import io.haidang.translation.document.inplace.InlineMarkup;
import io.haidang.translation.document.inplace.ReplacedText;
import io.haidang.translation.segment.Segmenter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads texts that come without a file.
 *
 * <p><b>Blocking:</b> no I/O.
 */
public final class Snippets {

  private static final Pattern LINE = Pattern.compile("[^\\r\\n]+");

  private Snippets() {}

  /**
   * A text as its segments; it may have none.
   *
   * @param language of the text
   * @throws io.haidang.translation.document.DocumentException when the text is blank, too long,
   *     holds control characters, or is no sound markup
   */
  public static SegmentedDocument read(String text, Locale language, SnippetOptions options) {
    Segmenter sentences = Segmenter.forLanguage(language);
    return SegmentedDocument.of(
        open(TextFile.of(text), options),
        options.splitting() == Splitting.NONE ? sentences.forLines() : sentences);
  }

  private static DocumentSkeleton open(TextFile text, SnippetOptions options) {
    boolean byLine = options.splitting() == Splitting.SENTENCES_AND_LINES;
    return switch (options.markup()) {
      case NONE -> byLine ? lines(text) : flow(text);
      case HTML -> HtmlFilter.open(text, lowerCase(options.tags().ignored()));
      case XML -> new InPlaceSkeleton(text, TaggedUnits.of(text.text(), options.tags(), byLine));
    };
  }

  private static Set<String> lowerCase(Set<String> names) {
    return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }

  private static DocumentSkeleton lines(TextFile text) {
    List<ReplacedText> units = new ArrayList<>();
    Matcher line = LINE.matcher(text.text());
    while (line.find()) {
      units.add(words(line.start(), line.end(), InlineMarkup.of(line.group())));
    }
    return new InPlaceSkeleton(text, units);
  }

  private static DocumentSkeleton flow(TextFile text) {
    InlineMarkup words = new InlineMarkup.Builder().flowing(text.text()).build();
    return new InPlaceSkeleton(text, List.of(words(0, text.text().length(), words)));
  }

  private static ReplacedText words(int start, int end, InlineMarkup markup) {
    return new ReplacedText(start, end, "", markup, UnaryOperator.identity());
  }
}
