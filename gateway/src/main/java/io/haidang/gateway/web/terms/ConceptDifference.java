package io.haidang.gateway.web.terms;

import io.haidang.gateway.web.kit.Texts;
import io.haidang.glossary.Concept;
import io.haidang.glossary.Term;
import io.haidang.translation.WordDiff;
import io.haidang.translation.WordDiff.Change;
import io.haidang.translation.WordDiff.Part;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** How a concept differs from what it was, for a reader: one line for each name and field. */
public final class ConceptDifference {

  private static final Map<String, BiFunction<Concept, Texts, String>> FIELDS = fields();

  private final Texts texts;
  private final List<Line> lines = new ArrayList<>();

  private ConceptDifference(Texts texts) {
    this.texts = texts;
  }

  /**
   * One difference.
   *
   * @param label what differs
   * @param language tag of the texts
   */
  public record Line(String label, String language, List<Part> parts) {}

  /**
   * The differences, names first; empty when there are none.
   *
   * @param before null for a concept that is new
   * @param after null for one that goes
   */
  public static List<Line> between(@Nullable Concept before, @Nullable Concept after, Texts texts) {
    ConceptDifference difference = new ConceptDifference(texts);
    difference.addTerms(terms(before), terms(after));
    difference.addFields(before, after);
    return List.copyOf(difference.lines);
  }

  private static List<Term> terms(@Nullable Concept concept) {
    return new ArrayList<>(concept == null ? List.of() : concept.terms());
  }

  /** Takes out what is the same, pairs what took each other's place, and tells the rest. */
  private void addTerms(List<Term> before, List<Term> after) {
    for (Iterator<Term> left = before.iterator(); left.hasNext(); ) {
      Term old = left.next();
      Optional<Term> same = after.stream().filter(term -> isSameWording(old, term)).findFirst();
      same.ifPresent(
          now -> {
            addManner(old, now);
            left.remove();
            after.remove(now);
          });
    }
    for (Term now : after) {
      Optional<Term> replaced = before.stream().filter(term -> isSamePlace(term, now)).findFirst();
      replaced.ifPresent(before::remove);
      addWording(replaced.orElse(null), now);
    }
    before.forEach(old -> addWording(old, null));
  }

  private static boolean isSameWording(Term a, Term b) {
    return a.language().equals(b.language()) && a.text().equals(b.text());
  }

  private static boolean isSamePlace(Term a, Term b) {
    return a.language().equals(b.language()) && a.status() == b.status();
  }

  private void addManner(Term old, Term now) {
    String before = TermWords.manner(old, texts);
    String after = TermWords.manner(now, texts);
    if (!before.equals(after)) {
      String label = texts.get("difference.manner", texts.language(now.language()), now.text());
      lines.add(new Line(label, texts.tag(), replaced(before, after)));
    }
  }

  private void addWording(@Nullable Term old, @Nullable Term now) {
    if (old != null && now != null) {
      lines.add(line(now, WordDiff.of(old.text(), now.text())));
      addManner(old, now);
    } else if (now != null) {
      lines.add(line(now, List.of(new Part(Change.ADDED, now.text()))));
    } else if (old != null) {
      lines.add(line(old, List.of(new Part(Change.REMOVED, old.text()))));
    }
  }

  private Line line(Term term, List<Part> parts) {
    String label = texts.language(term.language()) + " – " + TermWords.manner(term, texts);
    return new Line(label, term.language().toLanguageTag(), parts);
  }

  private void addFields(@Nullable Concept before, @Nullable Concept after) {
    FIELDS.forEach(
        (name, value) -> {
          String old = before == null ? "" : value.apply(before, texts);
          String now = after == null ? "" : value.apply(after, texts);
          if (!old.equals(now)) {
            lines.add(new Line(texts.get("concept." + name), texts.tag(), replaced(old, now)));
          }
        });
  }

  private static List<Part> replaced(String before, String after) {
    List<Part> parts = new ArrayList<>();
    if (!before.isEmpty()) {
      parts.add(new Part(Change.REMOVED, before));
    }
    if (!before.isEmpty() && !after.isEmpty()) {
      parts.add(new Part(Change.KEPT, " → "));
    }
    if (!after.isEmpty()) {
      parts.add(new Part(Change.ADDED, after));
    }
    return parts;
  }

  private static Map<String, BiFunction<Concept, Texts, String>> fields() {
    Map<String, BiFunction<Concept, Texts, String>> fields = new LinkedHashMap<>();
    fields.put("valid-from", (concept, texts) -> date(concept.validity().from(), texts));
    fields.put("valid-to", (concept, texts) -> date(concept.validity().to(), texts));
    fields.put("successor", (concept, texts) -> id(concept));
    fields.put("source", (concept, texts) -> concept.source());
    fields.put("article", (concept, texts) -> concept.article());
    fields.put("domain", (concept, texts) -> concept.domain());
    fields.put("definition", (concept, texts) -> concept.definition());
    fields.put("note", (concept, texts) -> concept.note());
    fields.put(
        "untranslated",
        (concept, texts) -> concept.translatable() ? "" : texts.get("concept.untranslated.yes"));
    return fields;
  }

  private static String date(@Nullable LocalDate day, Texts texts) {
    return day == null ? "" : texts.date(day);
  }

  private static String id(Concept concept) {
    return concept.successor() == null ? "" : concept.successor().value();
  }
}
