package io.haidang.glossary.enforce;

import io.haidang.glossary.Concept;
import io.haidang.glossary.ConceptId;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.Term;
import io.haidang.glossary.TermMatch;
import io.haidang.glossary.TermStatus;
import io.haidang.glossary.TextSpan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A place in a translation that names a concept.
 *
 * @param segment number of the segment, from 0
 * @param name the full name, or null when only the abbreviation stands there
 * @param abbreviation on its own or in brackets behind the name, or null
 * @param nameSpan the name, or the abbreviation when there is no name
 * @param span all of it, with the closing bracket
 */
record Mention(
    int segment,
    Concept concept,
    @Nullable Term name,
    @Nullable Term abbreviation,
    TextSpan nameSpan,
    TextSpan span) {

  ConceptId id() {
    return concept.id();
  }

  /** Every mention in one translation, left to right; forbidden wordings are none. */
  static List<Mention> in(
      String translation, int segment, Locale language, LocalDate day, Glossary glossary) {
    List<Mention> mentions = new ArrayList<>();
    for (TermMatch match : glossary.match(translation, language, day)) {
      boolean isShort = match.term().status() == TermStatus.ABBREVIATION;
      if (match.term().status() == TermStatus.FORBIDDEN) {
        continue;
      }
      @Nullable Mention before = mentions.isEmpty() ? null : mentions.get(mentions.size() - 1);
      if (isShort && before != null && before.isFollowedInBracketsBy(match, translation)) {
        mentions.set(mentions.size() - 1, before.with(match));
      } else {
        mentions.add(
            new Mention(
                segment,
                match.concept(),
                isShort ? null : match.term(),
                isShort ? match.term() : null,
                match.span(),
                match.span()));
      }
    }
    return mentions;
  }

  private boolean isFollowedInBracketsBy(TermMatch match, String text) {
    int end = match.span().end();
    return name != null
        && abbreviation == null
        && id().equals(match.concept().id())
        && Brackets.opens(text.substring(span.end(), match.span().start()))
        && end < text.length()
        && Brackets.closes(text.charAt(end));
  }

  private Mention with(TermMatch match) {
    TextSpan whole = new TextSpan(span.start(), match.span().end() + 1);
    return new Mention(segment, concept, name, match.term(), nameSpan, whole);
  }
}
