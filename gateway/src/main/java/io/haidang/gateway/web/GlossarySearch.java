package io.haidang.gateway.web;

import io.haidang.glossary.Concept;
import io.haidang.glossary.Glossary;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Finds official names for a reader: as typed first, then without regard to diacritics. */
final class GlossarySearch {

  private GlossarySearch() {}

  /** Concepts with a wording that contains {@code query}; all of them for a blank one. */
  static List<Concept> find(Glossary glossary, String query) {
    Set<Concept> found = new LinkedHashSet<>();
    collect(glossary, GlossarySearch::exact, query, found);
    collect(glossary, GlossarySearch::folded, query, found);
    return new ArrayList<>(found);
  }

  private static void collect(
      Glossary glossary, UnaryOperator<String> form, String query, Set<Concept> found) {
    String wanted = form.apply(query);
    glossary.concepts().stream()
        .filter(
            concept ->
                concept.terms().stream().anyMatch(term -> form.apply(term.text()).contains(wanted)))
        .forEach(found::add);
  }

  private static String exact(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
  }

  private static String folded(String text) {
    return Normalizer.normalize(exact(text).replace('đ', 'd'), Normalizer.Form.NFD)
        .replaceAll("\\p{M}+", "");
  }
}
