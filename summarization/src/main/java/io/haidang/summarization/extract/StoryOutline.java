package io.haidang.summarization.extract;

import io.haidang.summarization.StoryText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a text is made of: its title, and the sentences of its body. Letterhead, salutations,
 * headings and what is for the registry only belong to neither.
 *
 * <p><b>Thread-safety:</b> immutable.
 */
public final class StoryOutline {

  private static final int LONGEST_TITLE = 220;
  private static final int FEWEST_WORDS = 4;

  private final String kind;
  private final List<OutlineSentence> titleLines;
  private final List<OutlineSentence> body;

  private StoryOutline(String kind, List<OutlineSentence> titleLines, List<OutlineSentence> body) {
    this.kind = kind;
    this.titleLines = List.copyOf(titleLines);
    this.body = List.copyOf(body);
  }

  /** Reads a text. */
  public static StoryOutline of(StoryText story) {
    List<Paragraph> paragraphs = Paragraph.of(story);
    int next = 0;
    String kind = "";
    while (next < paragraphs.size() && isBeforeTitle(paragraphs, next)) {
      kind = kind.isEmpty() ? Furniture.kind(paragraphs.get(next).text()) : kind;
      next++;
    }
    List<OutlineSentence> title = new ArrayList<>();
    while (next < paragraphs.size() && continuesTitle(paragraphs.get(next), title)) {
      Paragraph line = paragraphs.get(next++);
      title.add(new OutlineSentence(line.text(), line.segments(), 0, title.size()));
    }
    return new StoryOutline(kind, title, sentences(paragraphs.subList(next, paragraphs.size())));
  }

  /**
   * The whole title, its lines joined; empty when the text begins with a sentence. As the text
   * writes it, capitals included.
   */
  public Optional<OutlineSentence> title() {
    if (titleLines.isEmpty()) {
      return Optional.empty();
    }
    List<Integer> segments = titleLines.stream().flatMap(l -> l.segments().stream()).toList();
    String text = String.join(" ", titleLines.stream().map(OutlineSentence::text).toList());
    return Optional.of(new OutlineSentence(text, segments, 0, 0));
  }

  /** What the letterhead says that the text is, such as "Phát biểu"; empty when it does not. */
  public Optional<String> kind() {
    return kind.isEmpty() ? Optional.empty() : Optional.of(kind);
  }

  /** The lines of the title, one when it was not broken. */
  public List<OutlineSentence> titleLines() {
    return titleLines;
  }

  /** The sentences below the title, in reading order. */
  public List<OutlineSentence> body() {
    return body;
  }

  private static boolean isBeforeTitle(List<Paragraph> paragraphs, int index) {
    String text = paragraphs.get(index).text();
    boolean last = index == paragraphs.size() - 1;
    return !last && (Furniture.isLetterhead(text) || Furniture.isIssuer(text));
  }

  /** A title may be broken over lines; the next line then begins small, or all are in capitals. */
  private static boolean continuesTitle(Paragraph line, List<OutlineSentence> title) {
    if (!isTitleLike(line) || Furniture.isLetterhead(line.text())) {
      return false;
    }
    if (title.isEmpty()) {
      return true;
    }
    int length = title.stream().mapToInt(part -> part.text().length()).sum();
    String before = title.get(title.size() - 1).text();
    boolean goesOn =
        Character.isLowerCase(line.text().codePointAt(0))
            || (Furniture.isCapitals(before) && Furniture.isCapitals(line.text()));
    return goesOn && length + line.text().length() <= LONGEST_TITLE;
  }

  private static boolean isTitleLike(Paragraph line) {
    String text = line.text();
    return !text.isEmpty()
        && text.length() <= LONGEST_TITLE
        && !Furniture.endsSentence(text)
        && !text.endsWith(":")
        && !Furniture.isItem(text);
  }

  private static List<OutlineSentence> sentences(List<Paragraph> paragraphs) {
    List<OutlineSentence> sentences = new ArrayList<>();
    int number = 0;
    for (Paragraph paragraph : paragraphs) {
      if (Furniture.isClosing(paragraph.text())) {
        break;
      }
      List<OutlineSentence> own = paragraph.sentences(number);
      own.removeIf(sentence -> !isUsable(sentence.text()));
      sentences.addAll(own);
      number += own.isEmpty() ? 0 : 1;
    }
    return sentences;
  }

  private static boolean isUsable(String sentence) {
    return Furniture.endsSentence(sentence)
        && !Furniture.isAddress(sentence)
        && sentence.split(" ", -1).length >= FEWEST_WORDS;
  }
}
