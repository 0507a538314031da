package io.haidang.summarization;

import io.haidang.summarization.Summary.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Takes the title, the first sentences, and the first sentence of each paragraph after that. Press
 * texts and official documents say the most important things first.
 */
final class LeadSummarizer implements Summarizer {

  /** A standfirst grows to a second sentence while it is shorter than this, in characters. */
  private static final int STANDFIRST = 160;

  private static final int KEY_POINTS = 5;
  private static final int LONGEST_TITLE = 220;
  private static final int SHORTEST_SENTENCE = 25;

  /** Lines above the title of a Vietnamese official document: what it is and who issued it. */
  private static final Pattern LETTERHEAD =
      Pattern.compile(
          "(?iu)(chỉ thị|nghị quyết|quyết định|thông báo|kế hoạch|báo cáo|công văn|tờ trình|"
              + "hướng dẫn|kết luận|thông cáo báo chí|directive|resolution|decision|press release)"
              + "|của .{1,80}|kính gửi.*|số[: ].{1,60}|độc lập\\s*-\\s*tự do.*|cộng hòa xã hội.*");

  /** What follows is for the registry, not for the reader. */
  private static final Pattern CLOSING =
      Pattern.compile("(?iu)(nơi nhận|recipients?|t/m|tm\\.|kt\\.)\\b.*");

  private static final Pattern ITEM =
      Pattern.compile("(?:[-–•*+]|\\d{1,3}[.)]|\\p{L}\\)|[IVX]+\\.)\\s.*");
  private static final String SENTENCE_END = ".!?…";

  @Override
  public Summary summarize(List<String> segments, List<Integer> units) {
    if (segments.size() != units.size()) {
      throw new IllegalArgumentException(
          "units: " + units.size() + " (expected: " + segments.size() + ", one per segment)");
    }
    List<Paragraph> paragraphs = paragraphs(segments, units);
    int next = 0;
    while (next < paragraphs.size() && isLetterhead(paragraphs.get(next))) {
      next++;
    }
    List<Integer> title = new ArrayList<>();
    while (next < paragraphs.size() && continuesTitle(paragraphs.get(next), segments, title)) {
      title.addAll(paragraphs.get(next).segments());
      next++;
    }
    List<Paragraph> body = body(paragraphs.subList(next, paragraphs.size()));
    if (title.isEmpty()) {
      title = body.isEmpty() ? allOf(paragraphs) : List.of(body.get(0).segments().get(0));
    }
    List<Integer> standfirst = standfirst(body, segments, title);
    return new Summary(
        sentence(segments, title),
        sentence(segments, standfirst),
        keyPoints(body, segments, standfirst, title));
  }

  private record Paragraph(List<Integer> segments, String text) {}

  private static List<Paragraph> paragraphs(List<String> segments, List<Integer> units) {
    List<Paragraph> paragraphs = new ArrayList<>();
    for (int i = 0; i < segments.size(); ) {
      List<Integer> own = new ArrayList<>();
      int unit = units.get(i);
      StringBuilder text = new StringBuilder();
      for (; i < segments.size() && units.get(i) == unit; i++) {
        own.add(i);
        text.append(text.isEmpty() ? "" : " ").append(segments.get(i));
      }
      paragraphs.add(new Paragraph(List.copyOf(own), text.toString().strip()));
    }
    return paragraphs;
  }

  private static boolean isLetterhead(Paragraph paragraph) {
    return LETTERHEAD.matcher(paragraph.text()).matches();
  }

  /** A title may be broken over lines; the next line then begins with a small letter. */
  private static boolean continuesTitle(
      Paragraph paragraph, List<String> segments, List<Integer> title) {
    if (!isTitleLike(paragraph)) {
      return false;
    }
    int length = title.stream().mapToInt(i -> segments.get(i).length()).sum();
    boolean small = Character.isLowerCase(paragraph.text().codePointAt(0));
    return title.isEmpty() || (small && length + paragraph.text().length() <= LONGEST_TITLE);
  }

  private static boolean isTitleLike(Paragraph paragraph) {
    String text = paragraph.text();
    return !text.isEmpty()
        && text.length() <= LONGEST_TITLE
        && SENTENCE_END.indexOf(text.charAt(text.length() - 1)) < 0
        && !text.endsWith(":")
        && !ITEM.matcher(text).matches();
  }

  /** Paragraphs of whole sentences, up to the distribution list. */
  private static List<Paragraph> body(List<Paragraph> paragraphs) {
    List<Paragraph> body = new ArrayList<>();
    for (Paragraph paragraph : paragraphs) {
      if (CLOSING.matcher(paragraph.text()).matches()) {
        break;
      }
      if (endsSentence(paragraph.text()) && !ITEM.matcher(paragraph.text()).matches()) {
        body.add(paragraph);
      }
    }
    return body;
  }

  private static List<Integer> allOf(List<Paragraph> paragraphs) {
    return paragraphs.isEmpty() ? List.of() : paragraphs.get(0).segments();
  }

  private static List<Integer> standfirst(
      List<Paragraph> body, List<String> segments, List<Integer> title) {
    List<Integer> chosen = new ArrayList<>();
    int length = 0;
    for (Paragraph paragraph : body) {
      for (int i : paragraph.segments()) {
        if (title.contains(i)) {
          continue;
        }
        boolean sentenceGoesOn =
            !chosen.isEmpty() && !endsSentence(segments.get(chosen.get(chosen.size() - 1)));
        boolean fits = length + segments.get(i).length() <= STANDFIRST;
        if (chosen.isEmpty() || sentenceGoesOn || fits) {
          chosen.add(i);
          length += segments.get(i).length() + 1;
        } else {
          return chosen;
        }
      }
      if (!chosen.isEmpty()) {
        return chosen;
      }
    }
    return chosen;
  }

  private static List<Sentence> keyPoints(
      List<Paragraph> body, List<String> segments, List<Integer> standfirst, List<Integer> title) {
    List<Sentence> points = new ArrayList<>();
    for (Paragraph paragraph : body) {
      boolean told =
          paragraph.segments().stream().anyMatch(i -> standfirst.contains(i) || title.contains(i));
      if (!told && points.size() < KEY_POINTS) {
        firstSentence(paragraph, segments).ifPresent(own -> points.add(sentence(segments, own)));
      }
    }
    return points;
  }

  /** A long sentence may have been cut into several segments: all of it is taken. */
  private static Optional<List<Integer>> firstSentence(Paragraph paragraph, List<String> segments) {
    List<Integer> own = new ArrayList<>();
    int length = 0;
    for (int i : paragraph.segments()) {
      own.add(i);
      length += segments.get(i).length();
      if (endsSentence(segments.get(i))) {
        break;
      }
    }
    return length < SHORTEST_SENTENCE ? Optional.empty() : Optional.of(own);
  }

  private static boolean endsSentence(String segment) {
    return segment.matches("(?s).*[.!?…][”\"’)]*");
  }

  private static Sentence sentence(List<String> segments, List<Integer> indices) {
    return new Sentence(String.join(" ", indices.stream().map(segments::get).toList()), indices);
  }
}
