package io.haidang.summarization.form;

import io.haidang.summarization.compress.Clause;
import io.haidang.summarization.compress.ClauseDropper;
import io.haidang.summarization.compress.Sentences;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Shorter versions of a headline that no longer has the story beside it, such as a translated one:
 * official abbreviations, clauses left out, both.
 */
final class ShorterTitle {

  private static final Set<Clause> CLAUSES =
      EnumSet.of(Clause.PARENTHESIS, Clause.PURPOSE, Clause.DETAIL, Clause.ADJUNCT);

  private final ClauseDropper clauses;
  private final ShortNames names;

  ShorterTitle(ClauseDropper clauses, ShortNames names) {
    this.clauses = clauses;
    this.names = names;
  }

  /** Shorter versions without the title itself; those that say most first. */
  List<String> of(String text) {
    String title = Sentences.withoutEnd(text);
    Set<String> versions = new LinkedHashSet<>(List.of(title, names.write(title)));
    List<String> dropped = new ArrayList<>(clauses.variants(title, CLAUSES));
    TitleText.beforeComma(title).ifPresent(dropped::add);
    for (String version : dropped) {
      versions.add(version);
      versions.add(names.write(version));
      clauses.variants(version, CLAUSES).forEach(versions::add);
    }
    versions.remove(title);
    List<String> sorted = new ArrayList<>(versions);
    sorted.sort((a, b) -> Integer.compare(b.length(), a.length()));
    return sorted;
  }
}
