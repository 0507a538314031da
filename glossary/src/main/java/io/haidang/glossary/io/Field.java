package io.haidang.glossary.io;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a column of a table can hold, beside wordings in a language; in the order of export. */
enum Field {
  CONCEPT_ID,
  LANGUAGE,
  TERM,
  STATUS,
  REASON,
  CASE,
  FIRST_MENTION,
  DOMAIN,
  DEFINITION,
  NOTE,
  SOURCE,
  ARTICLE,
  VALID_FROM,
  VALID_TO,
  SUCCESSOR,
  TRANSLATE;

  private static final Set<Field> OF_TERM = EnumSet.range(LANGUAGE, FIRST_MENTION);

  /** The name in the header of a table. */
  String header() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it describes one term, not the concept. */
  boolean isOfTerm() {
    return OF_TERM.contains(this);
  }
}
