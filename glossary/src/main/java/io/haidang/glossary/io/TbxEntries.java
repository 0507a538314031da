package io.haidang.glossary.io;

import io.haidang.glossary.ConceptId;
import io.haidang.glossary.TermStatus;
import io.haidang.glossary.io.RowProblem.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.Location;
import org.jspecify.annotations.Nullable;

/**
 * Makes concepts out of the parts of a TBX file: data categories of a concept, of a language and of
 * a term. Not thread-safe.
 */
final class TbxEntries {

  private final ImportCollector collector;
  private final int mostTerms;

  private @Nullable ConceptDraft concept;
  private @Nullable Locale language;
  private @Nullable Map<String, String> term;
  private final Set<String> definitions = new HashSet<>();
  private String category = "";
  private int line;
  private int column;
  private int terms;
  private boolean isFirstOfLanguage;
  private long generated;

  TbxEntries(ImportCollector collector, int mostTerms) {
    this.collector = collector;
    this.mostTerms = mostTerms;
  }

  boolean isFull() {
    return collector.isFull();
  }

  boolean isInConcept() {
    return concept != null;
  }

  ImportResult finish(long bytesRead) {
    return collector.finish(bytesRead);
  }

  void startConcept(String id, Location place, long bytesRead) {
    at(place);
    collector.startRow(line, bytesRead);
    terms = 0;
    definitions.clear();
    ConceptId wanted = new ConceptId(id.isEmpty() ? "entry-" + ++generated : id);
    concept = new ConceptDraft(wanted, line);
    if (collector.find(wanted) != null) {
      fail(new FieldException("id", id, Kind.ONE_ENTRY_FOR_AN_ID));
    }
  }

  void endConcept() {
    if (concept != null && collector.find(concept.id()) == null) {
      if (terms == 0) {
        fail(new FieldException("conceptEntry", concept.id().value(), Kind.TERM));
      }
      collector.add(concept);
    }
    concept = null;
  }

  void startLanguage(String tag, Location place) {
    at(place);
    isFirstOfLanguage = true;
    try {
      language = Values.language(tag);
    } catch (FieldException e) {
      language = null;
      fail(e);
    }
  }

  void endLanguage() {
    language = null;
  }

  void startTerm(Location place) {
    at(place);
    term = new HashMap<>();
  }

  void endTerm() {
    Map<String, String> parts = term;
    term = null;
    if (parts == null || concept == null || language == null) {
      return;
    }
    terms++;
    try {
      if (terms > mostTerms) {
        throw new FieldException(
            "terms", "over " + mostTerms, Kind.AT_MOST, String.valueOf(mostTerms));
      }
      add(concept, language, parts);
      isFirstOfLanguage = false;
    } catch (FieldException e) {
      fail(e);
    }
  }

  private void add(ConceptDraft draft, Locale tongue, Map<String, String> parts) {
    String text = parts.getOrDefault("term", "");
    if (text.isBlank()) {
      throw new FieldException("term", text, Kind.NAME);
    }
    draft.add(
        ConceptDraft.term(
            tongue,
            text,
            status(parts),
            parts.getOrDefault("note", ""),
            parts.getOrDefault(Field.CASE.header(), ""),
            parts.getOrDefault(Field.FIRST_MENTION.header(), "")));
  }

  /** Without a status, the first term of a language is the one to use. */
  private TermStatus status(Map<String, String> parts) {
    String given = parts.getOrDefault("administrativeStatus", "");
    TermStatus usual = isFirstOfLanguage ? TermStatus.PREFERRED : TermStatus.ADMITTED;
    TermStatus status = given.isBlank() ? usual : Values.status(given);
    boolean isShort = TbxNames.SHORT_FORMS.contains(parts.getOrDefault("termType", ""));
    boolean standsBesideName = !isFirstOfLanguage || status == TermStatus.ADMITTED;
    return isShort && status != TermStatus.FORBIDDEN && standsBesideName
        ? TermStatus.ABBREVIATION
        : status;
  }

  void startText(String name, Location place) {
    at(place);
    category = name;
  }

  void endText(String value) {
    if (concept == null || value.isEmpty()) {
      return;
    }
    try {
      if (term != null) {
        setOfTerm(concept, term, value);
      } else {
        setOfConcept(concept, value);
      }
    } catch (FieldException e) {
      fail(e);
    }
  }

  private void setOfTerm(ConceptDraft draft, Map<String, String> parts, String value) {
    switch (category) {
      case "term", "administrativeStatus", "termType" -> parts.put(category, value);
      case "note", "usageNote" -> {
        if (MachineNote.isOne(value)) {
          parts.putAll(MachineNote.read(value));
        } else {
          parts.merge("note", value, (before, more) -> before + "\n" + more);
        }
      }
      case "source", "definition", "subjectField", "translate" -> setOfConcept(draft, value);
      default -> collector.losses().lost(category);
    }
  }

  private void setOfConcept(ConceptDraft draft, String value) {
    switch (category) {
      case "subjectField" -> draft.set(Field.DOMAIN, value);
      case "definition" -> {
        if (definitions.add(value)) {
          draft.append(Field.DEFINITION, value);
        }
      }
      case "source" -> setOnce(draft, Field.SOURCE, value);
      case "translate" -> draft.set(Field.TRANSLATE, value);
      case "note" -> {
        if (MachineNote.isOne(value)) {
          MachineNote.read(value).forEach((name, text) -> setMachine(draft, name, text));
        } else {
          draft.append(Field.NOTE, value);
        }
      }
      default -> collector.losses().lost(category);
    }
  }

  /** Programs give a source for each term; a concept has one. */
  private void setOnce(ConceptDraft draft, Field field, String value) {
    try {
      draft.set(field, value);
    } catch (FieldException e) {
      collector.losses().lost(category);
    }
  }

  private void setMachine(ConceptDraft draft, String name, String value) {
    switch (name) {
      case "valid_from", "valid_to" -> {
        Values.date(name, value);
        draft.set(name.equals("valid_to") ? Field.VALID_TO : Field.VALID_FROM, value);
      }
      case "successor" -> draft.set(Field.SUCCESSOR, value);
      case "article" -> draft.set(Field.ARTICLE, value);
      case "note" -> draft.append(Field.NOTE, value);
      case "translate" -> {
        Values.yesOrNo(name, value);
        draft.set(Field.TRANSLATE, value);
      }
      default -> collector.losses().lost(name);
    }
  }

  private void at(Location place) {
    line = Math.max(1, place.getLineNumber());
    column = Math.max(1, place.getColumnNumber());
  }

  private void fail(FieldException e) {
    collector.error(line, column, FieldException.problem(e));
    if (concept != null) {
      concept.markUnusable();
    }
  }
}
