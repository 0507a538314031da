package io.haidang.glossary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two states of a glossary, such as two releases.
 *
 * <p><b>Thread-safety:</b> immutable.
 *
 * @param added concepts that only the later state has, in its order
 * @param removed concepts that only the earlier state has, in its order
 * @param changed concepts that both have with other content, in the order of the later state
 */
public record GlossaryDiff(
    List<Concept> added, List<Concept> removed, List<ConceptChange> changed) {

  private static final Map<String, Function<Concept, String>> CONCEPT_FIELDS =
      fields(
          field("valid_from", (Concept c) -> text(c.validity().from())),
          field("valid_to", (Concept c) -> text(c.validity().to())),
          field("successor", (Concept c) -> text(c.successor())),
          field("source", Concept::source),
          field("article", Concept::article),
          field("domain", Concept::domain),
          field("definition", Concept::definition),
          field("note", Concept::note),
          field("translatable", (Concept c) -> text(c.translatable())));

  private static final Map<String, Function<Term, String>> TERM_FIELDS =
      fields(
          field("status", (Term t) -> text(t.status())),
          field("reason", Term::reason),
          field("case", (Term t) -> text(t.caseRule())),
          field("first_mention", (Term t) -> text(t.firstMention())));

  public GlossaryDiff {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
    changed = List.copyOf(changed);
  }

  /** One field with other content; an absent value is an empty text. */
  public record FieldChange(String field, String before, String after) {}

  /** One wording, the same language and letters, that is used otherwise than before. */
  public record TermChange(Term before, Term after, List<FieldChange> fields) {}

  /** One concept with other content. */
  public record ConceptChange(
      Concept before,
      Concept after,
      List<FieldChange> fields,
      List<Term> addedTerms,
      List<Term> removedTerms,
      List<TermChange> changedTerms) {}

  /** Whether the two states say the same. */
  public boolean isEmpty() {
    return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
  }

  /** Compares two snapshots. */
  public static GlossaryDiff between(Glossary before, Glossary after) {
    return between(before.concepts(), after.concepts());
  }

  /** Compares two lists in which each id occurs once. */
  public static GlossaryDiff between(Collection<Concept> before, Collection<Concept> after) {
    Map<ConceptId, Concept> old = index(before, Concept::id);
    Map<ConceptId, Concept> now = index(after, Concept::id);
    List<ConceptChange> changed = new ArrayList<>();
    for (Concept concept : after) {
      Concept earlier = old.get(concept.id());
      if (earlier != null && !earlier.equals(concept)) {
        changed.add(change(earlier, concept));
      }
    }
    return new GlossaryDiff(only(now, old), only(old, now), changed);
  }

  private static ConceptChange change(Concept before, Concept after) {
    Map<Wording, Term> old = index(before.terms(), Wording::of);
    Map<Wording, Term> now = index(after.terms(), Wording::of);
    Set<Wording> both = new LinkedHashSet<>(now.keySet());
    both.retainAll(old.keySet());
    List<TermChange> changedTerms = new ArrayList<>();
    for (Wording wording : both) {
      Term earlier = Objects.requireNonNull(old.get(wording));
      Term later = Objects.requireNonNull(now.get(wording));
      if (!earlier.equals(later)) {
        changedTerms.add(new TermChange(earlier, later, changes(TERM_FIELDS, earlier, later)));
      }
    }
    return new ConceptChange(
        before,
        after,
        changes(CONCEPT_FIELDS, before, after),
        only(now, old),
        only(old, now),
        changedTerms);
  }

  private static <T> List<FieldChange> changes(
      Map<String, Function<T, String>> fields, T before, T after) {
    List<FieldChange> changes = new ArrayList<>();
    fields.forEach(
        (name, value) -> {
          String old = value.apply(before);
          String now = value.apply(after);
          if (!old.equals(now)) {
            changes.add(new FieldChange(name, old, now));
          }
        });
    return changes;
  }

  private static <K, V> Map<K, V> index(Collection<V> values, Function<V, K> key) {
    Map<K, V> index = new LinkedHashMap<>();
    values.forEach(value -> index.putIfAbsent(key.apply(value), value));
    return index;
  }

  private static <K, V> List<V> only(Map<K, V> here, Map<K, V> there) {
    return here.entrySet().stream()
        .filter(entry -> !there.containsKey(entry.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static <T> Map.Entry<String, Function<T, String>> field(
      String name, Function<T, String> value) {
    return Map.entry(name, value);
  }

  @SafeVarargs
  private static <T> Map<String, Function<T, String>> fields(
      Map.Entry<String, Function<T, String>>... fields) {
    Map<String, Function<T, String>> inOrder = new LinkedHashMap<>();
    for (Map.Entry<String, Function<T, String>> field : fields) {
      inOrder.put(field.getKey(), field.getValue());
    }
    return Collections.unmodifiableMap(inOrder);
  }

  private record Wording(String language, String text) {

    static Wording of(Term term) {
      return new Wording(term.language().toLanguageTag(), term.text());
    }
  }
}
