package io.haidang.summarization.form;

import io.haidang.glossary.Glossary;
import io.haidang.glossary.Term;
import io.haidang.glossary.TermMatch;
import io.haidang.glossary.TermStatus;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes the official abbreviation where an official name stands, for headlines in which the name
 * has no room. Everywhere else the name comes first ({@link FirstMentions}).
 */
final class ShortNames {

  private final Glossary names;
  private final Locale language;
  private final LocalDate day;

  ShortNames(Glossary names, Locale language, LocalDate day) {
    this.names = names;
    this.language = language;
    this.day = day;
  }

  /** The text with every name abbreviated that has an abbreviation; the same when none has. */
  String write(String text) {
    StringBuilder written = new StringBuilder();
    int copied = 0;
    for (TermMatch match : names.match(text, language, day)) {
      Optional<String> abbreviation = abbreviation(match);
      if (abbreviation.isPresent()) {
        written.append(text, copied, match.span().start()).append(abbreviation.get());
        copied = match.span().end();
      }
    }
    return written.append(text.substring(copied)).toString();
  }

  private Optional<String> abbreviation(TermMatch match) {
    boolean isName = match.term().status() != TermStatus.ABBREVIATION;
    return isName
        ? match.concept().terms(language, TermStatus.ABBREVIATION).stream()
            .map(Term::text)
            .filter(text -> text.length() < match.span().length())
            .findFirst()
        : Optional.empty();
  }
}
