package io.haidang.gateway.terms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.haidang.gateway.PublicName;
import io.haidang.glossary.CaseRule;
import io.haidang.glossary.Concept;
import io.haidang.glossary.ConceptId;
import io.haidang.glossary.FirstMention;
import io.haidang.glossary.Term;
import io.haidang.glossary.TermStatus;
import io.haidang.glossary.Validity;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A concept as JSON: every field, in the database and on the wire alike. Members may be added, but
 * none may change its meaning, since old releases are read for ever; a member that is missing has
 * the value that a new concept has.
 *
 * <p><b>Thread-safety:</b> no state. <b>Blocking:</b> no I/O.
 */
public final class ConceptJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ConceptJson() {}

  public static String write(Concept concept) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("id", concept.id().value());
    ArrayNode terms = json.putArray("terms");
    concept.terms().forEach(term -> write(term, terms.addObject()));
    json.put("validFrom", text(concept.validity().from()));
    json.put("validTo", text(concept.validity().to()));
    json.put("successor", text(concept.successor()));
    json.put("source", concept.source());
    json.put("article", concept.article());
    json.put("domain", concept.domain());
    json.put("definition", concept.definition());
    json.put("note", concept.note());
    json.put("translatable", concept.translatable());
    return json.toString();
  }

  private static void write(Term term, ObjectNode json) {
    json.put("language", term.language().toLanguageTag());
    json.put("text", term.text());
    json.put("status", PublicName.of(term.status()));
    json.put("reason", term.reason());
    json.put("caseRule", PublicName.of(term.caseRule()));
    json.put("firstMention", PublicName.of(term.firstMention()));
  }

  /**
   * Reads a concept back.
   *
   * @throws IllegalArgumentException for what is no concept; says which member is wrong
   */
  public static Concept read(String text) {
    JsonNode json = parse(text);
    String successor = text(json, "successor");
    return Concept.builder(new ConceptId(text(json, "id")))
        .terms(terms(json.path("terms")))
        .validity(new Validity(date(json, "validFrom"), date(json, "validTo")))
        .successor(successor.isEmpty() ? null : new ConceptId(successor))
        .source(text(json, "source"))
        .article(text(json, "article"))
        .domain(text(json, "domain"))
        .definition(text(json, "definition"))
        .note(text(json, "note"))
        .translatable(json.path("translatable").asBoolean(true))
        .build();
  }

  private static JsonNode parse(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("concept: no JSON (expected: an object)", e);
    }
  }

  private static List<Term> terms(JsonNode array) {
    List<Term> terms = new ArrayList<>();
    for (JsonNode json : array) {
      terms.add(
          new Term(
              language(text(json, "language")),
              text(json, "text"),
              constant(TermStatus.class, json, "status", TermStatus.PREFERRED),
              text(json, "reason"),
              constant(CaseRule.class, json, "caseRule", CaseRule.NAME),
              constant(FirstMention.class, json, "firstMention", FirstMention.WHEN_USED)));
    }
    return terms;
  }

  private static Locale language(String tag) {
    try {
      return new Locale.Builder().setLanguageTag(tag).build();
    } catch (IllformedLocaleException e) {
      throw new IllegalArgumentException("language: no tag (expected: such as vi)", e);
    }
  }

  private static @Nullable LocalDate date(JsonNode json, String name) {
    String text = text(json, name);
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(name + ": no date (expected: such as 2025-02-28)", e);
    }
  }

  private static <E extends Enum<E>> E constant(
      Class<E> type, JsonNode json, String name, E otherwise) {
    String text = text(json, name);
    try {
      return text.isEmpty()
          ? otherwise
          : Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          name + ": unknown (expected: such as " + PublicName.of(otherwise) + ")", e);
    }
  }

  private static String text(JsonNode json, String name) {
    return json.path(name).asText("");
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
