package io.haidang.summarization.form;

import io.haidang.summarization.compress.Clause;
import io.haidang.summarization.compress.Sentences;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes titles as headlines: sentence case, without "V/v", shorter where a clause can go. */
final class TitleText {

  private static final Pattern SUBJECT = Pattern.compile("(?iu)^(?:v/v|về việc|về|trích yếu:)\\s+");
  private static final Set<Clause> CLAUSES =
      EnumSet.of(Clause.PARENTHESIS, Clause.PURPOSE, Clause.DETAIL, Clause.ADJUNCT);

  private final Material material;
  private final SentenceCase sentenceCase;

  TitleText(Material material) {
    this.material = material;
    this.sentenceCase = SentenceCase.of(material);
  }

  /** The title and its shorter versions. */
  List<String> versions(String title) {
    String written = written(title);
    Set<String> versions = new LinkedHashSet<>(List.of(written));
    versions.addAll(material.clauses().variants(written, CLAUSES));
    return new ArrayList<>(versions);
  }

  private String written(String title) {
    String cased = sentenceCase.write(title);
    String subject = SUBJECT.matcher(cased).replaceFirst("");
    return Sentences.capitalized(Sentences.withoutEnd(subject));
  }
}
