package io.haidang.gateway.web.terms;

import io.haidang.gateway.terms.Terminology;
import io.haidang.gateway.web.kit.Languages;
import io.haidang.glossary.Concept;
import io.haidang.glossary.ConceptId;
import io.haidang.glossary.Term;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A concept by the name that people know it by, and where its page is.
 *
 * @param name the Vietnamese name, or the first wording that there is
 * @param language of the name
 */
public record ConceptLink(ConceptId id, String name, Locale language) {

  public static ConceptLink of(Concept concept) {
    Term term = concept.preferred(Languages.VIETNAMESE).orElse(concept.terms().get(0));
    return new ConceptLink(concept.id(), term.text(), term.language());
  }

  /** The link to a concept that is in force, or ever was; the first costs no query. */
  public static ConceptLink to(ConceptId id, Terminology terms) {
    return of(
        terms
            .released()
            .glossary()
            .find(id)
            .orElseGet(() -> terms.concepts().details(id).content()));
  }

  String href() {
    return href(id);
  }

  static String href(ConceptId id) {
    return "/glossary/concepts/" + encoded(id.value());
  }

  /** As a part of a path or of a query. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  public String tag() {
    return language.toLanguageTag();
  }
}
