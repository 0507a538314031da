package io.haidang.summarization.form;

import io.haidang.summarization.compress.Clause;
import io.haidang.summarization.compress.Sentences;
import io.haidang.summarization.extract.OutlineSentence;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes titles as headlines: sentence case, without "V/v", shorter where a clause can go. */
final class TitleText {

  private static final Pattern SUBJECT = Pattern.compile("(?iu)^(?:v/v|về việc|về|trích yếu:)\\s+");
  private static final Pattern OCCASION = Pattern.compile("(?u)(?:tại|nhân|trong)\\s");
  private static final Set<Clause> CLAUSES =
      EnumSet.of(Clause.PARENTHESIS, Clause.PURPOSE, Clause.DETAIL, Clause.ADJUNCT);

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
    versions.addAll(material.clauses().variants(written, CLAUSES));
    beforeComma(written).ifPresent(versions::add);
    return new ArrayList<>(versions);
  }

  private String written(List<OutlineSentence> lines) {
    StringBuilder title = new StringBuilder();
    material.outline().kind().filter(kind -> isOccasion(lines)).ifPresent(title::append);
    for (OutlineSentence line : lines) {
      String written = sentenceCase.write(line.text(), title.isEmpty());
      title.append(title.isEmpty() ? "" : " ").append(written);
    }
    String subject = SUBJECT.matcher(title).replaceFirst("");
    return Sentences.capitalized(Sentences.withoutEnd(subject));
  }

  /** "tại buổi gặp mặt …": the title goes on from the line that says what the text is. */
  private static boolean isOccasion(List<OutlineSentence> lines) {
    return OCCASION.matcher(lines.get(0).text()).lookingAt();
  }

  /** What stands before the only comma, when what follows it says one thing more. */
  private static Optional<String> beforeComma(String title) {
    int comma = title.indexOf(", ");
    boolean only = comma > 0 && title.indexOf(',', comma + 1) < 0;
    boolean addition =
        only
            && Character.isLowerCase(title.codePointAt(comma + 2))
            && !title.contains(" và ")
            && title.substring(comma + 2).split(" ", -1).length >= FEWEST_WORDS;
    String kept = only ? title.substring(0, comma) : "";
    return addition && kept.split(" ", -1).length >= FEWEST_WORDS
        ? Optional.of(kept)
        : Optional.empty();
  }
}
