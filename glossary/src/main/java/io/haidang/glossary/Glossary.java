package io.haidang.glossary;

import io.haidang.glossary.io.GlossaryCsv;
import io.haidang.glossary.match.TermIndex;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An immutable snapshot of names, ready to be matched: one list, or several of which the earlier
 * ones go before the later.
 *
 * <p><b>Thread-safety:</b> immutable; share one instance. <b>Blocking:</b> matching is linear in
 * the text and does no I/O.
 */
public final class Glossary {

  private static final String STARTER = "official-terms.vi-en.csv";

  private final GlossaryRelease release;
  private final List<NameList> lists;

  private Glossary(GlossaryRelease release, List<NameList> lists) {
    this.release = release;
    this.lists = lists;
  }

  /**
   * Compiles {@code concepts}.
   *
   * @throws IllegalArgumentException when two concepts have one id
   */
  public static Glossary of(GlossaryRelease release, Collection<Concept> concepts) {
    Map<ConceptId, Concept> byId = new LinkedHashMap<>();
    for (Concept concept : concepts) {
      if (byId.putIfAbsent(concept.id(), concept) != null) {
        throw new IllegalArgumentException(
            "concept.id: " + concept.id() + " twice (expected: once in a glossary)");
      }
    }
    return new Glossary(release, List.of(new NameList(byId, index(byId.values()))));
  }

  /**
   * All names of {@code glossaries} in one. Where the same words stand in several of them, the
   * first of these counts; otherwise a longer name goes before a shorter one, wherever it stands.
   * Nothing is compiled anew, so this is cheap. Each glossary keeps its ids to itself.
   *
   * @param glossaries at least one
   */
  public static Glossary joined(GlossaryRelease release, List<Glossary> glossaries) {
    if (glossaries.isEmpty()) {
      throw new IllegalArgumentException("glossaries: (none) (expected: at least one)");
    }
    return new Glossary(
        release, glossaries.stream().flatMap(glossary -> glossary.lists.stream()).toList());
  }

  /** The official names that Hải Đăng ships with, Vietnamese to English. */
  public static Glossary starter() {
    try (InputStream csv = Glossary.class.getResourceAsStream(STARTER)) {
      if (csv == null) {
        throw new IllegalStateException(
            STARTER + ": missing (expected: a resource of this module)");
      }
      return GlossaryCsv.read("starter", csv.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<Locale, TermIndex> index(Collection<Concept> concepts) {
    Set<Locale> languages = new LinkedHashSet<>();
    for (Concept concept : concepts) {
      concept.terms().forEach(term -> languages.add(term.language()));
    }
    Map<Locale, TermIndex> indexes = new HashMap<>();
    for (Locale language : languages) {
      indexes.put(language, TermIndex.of(concepts, language));
    }
    return indexes;
  }

  public GlossaryRelease release() {
    return release;
  }

  /** In the order of the source. */
  public List<Concept> concepts() {
    List<Concept> all = new ArrayList<>();
    lists.forEach(list -> all.addAll(list.concepts().values()));
    return all;
  }

  public Optional<Concept> find(ConceptId id) {
    return lists.stream()
        .flatMap(list -> Optional.ofNullable(list.concepts().get(id)).stream())
        .findFirst();
  }

  /**
   * What took the place of {@code concept}, as it stands on {@code day}: the first of its
   * successors that is official then, else the last one known; empty when it has none.
   */
  public Optional<Concept> successor(Concept concept, LocalDate day) {
    Set<ConceptId> seen = new HashSet<>(Set.of(concept.id()));
    @Nullable Concept latest = null;
    @Nullable ConceptId next = concept.successor();
    while (next != null && seen.add(next) && find(next).isPresent()) {
      latest = find(next).get();
      next = latest.validity().contains(day) ? null : latest.successor();
    }
    return Optional.ofNullable(latest);
  }

  /**
   * The occurrences of terms of {@code language}, of every status, left to right and without
   * overlap: of those that begin first the longest, then on after its end. A name is recognised
   * whether or not it is official on {@code day}; the day only decides between concepts that share
   * a wording.
   *
   * @param language of the text; one with a region or script that the glossary does not know is
   *     taken for its language alone
   */
  public List<TermMatch> match(String text, Locale language, LocalDate day) {
    List<TermIndex> indexes = new ArrayList<>(lists.size());
    for (NameList list : lists) {
      TermIndex index = list.index(language);
      if (index != null) {
        indexes.add(index);
      }
    }
    return indexes.isEmpty() ? List.of() : TermIndex.match(indexes, text, day);
  }

  /** Names of one source, compiled by language. */
  private record NameList(Map<ConceptId, Concept> concepts, Map<Locale, TermIndex> indexes) {

    @Nullable TermIndex index(Locale language) {
      TermIndex index = indexes.get(language);
      if (index == null && !language.getCountry().isEmpty()) {
        index =
            indexes.get(
                new Locale.Builder()
                    .setLanguage(language.getLanguage())
                    .setScript(language.getScript())
                    .build());
      }
      return index == null ? indexes.get(Locale.forLanguageTag(language.getLanguage())) : index;
    }
  }
}
