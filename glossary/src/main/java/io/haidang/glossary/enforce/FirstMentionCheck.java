package io.haidang.glossary.enforce;

import io.haidang.glossary.ConceptId;
import io.haidang.glossary.FirstMention;
import io.haidang.glossary.Term;
import io.haidang.glossary.TermStatus;
import io.haidang.glossary.enforce.UsageFinding.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Walks through the mentions of a document in order: the first is the full name with its
 * abbreviation in brackets, where the rule of the abbreviation asks for it. A full name later on is
 * not wrong. Not thread-safe.
 */
final class FirstMentionCheck {

  private final Locale language;

  /** Concepts whose abbreviation the document uses anywhere. */
  private final Set<ConceptId> abbreviated = new HashSet<>();

  private final Set<ConceptId> introduced = new HashSet<>();
  private final List<UsageFinding> findings = new ArrayList<>();

  private FirstMentionCheck(Locale language) {
    this.language = language;
  }

  static List<UsageFinding> run(List<Mention> mentions, Locale language) {
    FirstMentionCheck check = new FirstMentionCheck(language);
    mentions.stream()
        .filter(mention -> mention.abbreviation() != null)
        .forEach(mention -> check.abbreviated.add(mention.id()));
    mentions.forEach(check::visit);
    return check.findings;
  }

  private void visit(Mention mention) {
    Optional<Term> abbreviation = abbreviation(mention);
    if (abbreviation.isEmpty() || abbreviation.get().firstMention() == FirstMention.FREE) {
      return;
    }
    String brief = abbreviation.get().text();
    Term name = mention.name();
    if (introduced.contains(mention.id())) {
      if (name != null && mention.abbreviation() != null) {
        add(mention, Kind.INTRODUCED_AGAIN, brief);
      }
    } else if (name == null) {
      mention
          .concept()
          .preferred(language)
          .ifPresent(full -> introduce(mention, Kind.ABBREVIATION_BEFORE_NAME, full, brief));
    } else if (mention.abbreviation() == null) {
      if (isWanted(mention, abbreviation.get())) {
        introduce(mention, Kind.ABBREVIATION_NOT_GIVEN, name, brief);
      }
    } else {
      introduced.add(mention.id());
    }
  }

  private Optional<Term> abbreviation(Mention mention) {
    return mention.abbreviation() != null
        ? Optional.of(mention.abbreviation())
        : mention.concept().terms(language, TermStatus.ABBREVIATION).stream().findFirst();
  }

  private boolean isWanted(Mention mention, Term abbreviation) {
    return abbreviation.firstMention() == FirstMention.ALWAYS || abbreviated.contains(mention.id());
  }

  private void introduce(Mention mention, Kind kind, Term name, String brief) {
    add(mention, kind, Brackets.around(name.text(), brief, language));
    introduced.add(mention.id());
  }

  private void add(Mention mention, Kind kind, String replacement) {
    findings.add(
        new UsageFinding(mention.segment(), kind, mention.id(), mention.span(), replacement));
  }
}
