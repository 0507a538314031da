package io.haidang.summarization.form;

import io.haidang.summarization.compress.Clause;
import io.haidang.summarization.compress.ClauseDropper;
import io.haidang.summarization.compress.Sentences;
import io.haidang.summarization.extract.OutlineSentence;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes titles as headlines: sentence case, without "V/v", shorter where a clause can go. */
final class TitleText {

  private static final Pattern SUBJECT = Pattern.compile("(?iu)^(?:v/v|về việc|về|trích yếu:)\\s+");

  /** "THÔNG BÁO về việc …", "Kế hoạch của … về …" on one line. */
  private static final Pattern KIND_AND_SUBJECT =
      Pattern.compile(
          "(?iu)^(?:thông báo|kế hoạch|chỉ thị|quyết định|nghị quyết|báo cáo|công văn|tờ trình)"
              + "(?: của [^,;:]{3,90}?)?\\s(?=v/v\\s|về\\s)");

  private static final Pattern LABEL = Pattern.compile("(?u)^\\p{Lu}[^:,;.\"“”]{2,29}:\\s+");
  private static final Pattern OCCASION = Pattern.compile("(?u)(?:tại|nhân|trong)\\s");
  private static final Set<Clause> CLAUSES =
      EnumSet.of(
          Clause.PARENTHESIS,
          Clause.PURPOSE,
          Clause.DETAIL,
          Clause.TIME,
          Clause.RANK,
          Clause.RATE,
          Clause.ADJUNCT);

  private static final int FEWEST_WORDS = 4;

  private final Material material;
  private final SentenceCase sentenceCase;

  TitleText(Material material) {
    this.material = material;
    this.sentenceCase = SentenceCase.of(material);
  }

  /** A title of some lines, and its shorter versions. */
  List<String> versions(List<OutlineSentence> lines) {
    String written = written(lines);
    Set<String> versions = new LinkedHashSet<>(List.of(written));
    for (String base : withParts(written)) {
      versions.add(base);
      versions.addAll(material.clauses().variants(base, CLAUSES));
      beforeComma(base).ifPresent(versions::add);
    }
    return new ArrayList<>(versions);
  }

  private List<String> withParts(String title) {
    List<String> parts = new ArrayList<>(List.of(title));
    withoutLabel(title).ifPresent(parts::add);
    parts.addAll(clauses(title));
    return parts;
  }

  private String written(List<OutlineSentence> lines) {
    StringBuilder title = new StringBuilder();
    material.outline().kind().filter(kind -> isOccasion(lines)).ifPresent(title::append);
    for (OutlineSentence line : lines) {
      String written = sentenceCase.write(line.text(), title.isEmpty());
      title.append(title.isEmpty() ? "" : " ").append(written);
    }
    String subject = SUBJECT.matcher(withoutKind(title.toString())).replaceFirst("");
    return Sentences.capitalized(Sentences.withoutEnd(subject));
  }

  private static String withoutKind(String title) {
    return KIND_AND_SUBJECT.matcher(title).replaceFirst("");
  }

  /** "Công điện khẩn: …": what follows the colon is the news. */
  private static Optional<String> withoutLabel(String title) {
    Matcher label = LABEL.matcher(title);
    return label.lookingAt() && isLong(title.substring(label.end()))
        ? Optional.of(Sentences.capitalized(title.substring(label.end())))
        : Optional.empty();
  }

  /**
   * Each of two clauses on the sides of the only comma, either of which is news by itself; the
   * longer one first. A comma between two names may belong to a list of them.
   */
  private List<String> clauses(String title) {
    int comma = title.indexOf(", ");
    if (comma < 0 || title.indexOf(',', comma + 1) >= 0) {
      return List.of();
    }
    String first = title.substring(0, comma);
    String second = title.substring(comma + 2);
    boolean list = Character.isUpperCase(first.codePointAt(first.lastIndexOf(' ') + 1));
    ClauseDropper clauses = material.clauses();
    return Character.isUpperCase(second.codePointAt(0))
            && !list
            && clauses.isTitleLike(first)
            && clauses.isTitleLike(second)
        ? (first.length() > second.length() ? List.of(first, second) : List.of(second, first))
        : List.of();
  }

  /** "tại buổi gặp mặt …": the title goes on from the line that says what the text is. */
  private static boolean isOccasion(List<OutlineSentence> lines) {
    return OCCASION.matcher(lines.get(0).text()).lookingAt();
  }

  /** What stands before the only comma, when what follows it says one thing more. */
  static Optional<String> beforeComma(String title) {
    int comma = title.indexOf(", ");
    boolean only = comma > 0 && title.indexOf(',', comma + 1) < 0;
    boolean addition =
        only
            && Character.isLowerCase(title.codePointAt(comma + 2))
            && !title.contains(" và ")
            && isLong(title.substring(comma + 2));
    String kept = only ? title.substring(0, comma) : "";
    return addition && isLong(kept) ? Optional.of(kept) : Optional.empty();
  }

  private static boolean isLong(String part) {
    return part.split(" ", -1).length >= FEWEST_WORDS;
  }
}
