package io.haidang.translation.check;

import io.haidang.glossary.ConceptId;
import io.haidang.glossary.enforce.TermPlan;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.document.CodedText;
import io.haidang.translation.fact.Fact;
import io.haidang.translation.fact.FactExtractor;
import io.haidang.translation.fact.FactKind;
import io.haidang.translation.fact.FactPairs;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A segment and its translation, with and without inline codes, and what several checks want to
 * know about them, read once. For one thread.
 */
final class CheckedPair {

  private final CodedText source;
  private final CodedText target;
  private final TranslationContext context;
  private final Set<ConceptId> introduced;
  private final int limit;

  private @Nullable TermPlan plan;
  private @Nullable List<Fact> sourceFacts;
  private @Nullable List<Fact> targetFacts;
  private @Nullable FactPairs pairs;

  /**
   * @param introduced concepts whose full name the document has given before
   * @param limit the most characters that the target may have
   */
  CheckedPair(
      CodedText source,
      CodedText target,
      TranslationContext context,
      Set<ConceptId> introduced,
      int limit) {
    this.source = source;
    this.target = target;
    this.context = context;
    this.introduced = Set.copyOf(introduced);
    this.limit = limit;
  }

  CodedText source() {
    return source;
  }

  CodedText target() {
    return target;
  }

  TranslationContext context() {
    return context;
  }

  Set<ConceptId> introduced() {
    return introduced;
  }

  int limit() {
    return limit;
  }

  String sourceText() {
    return source.plain();
  }

  String targetText() {
    return target.plain();
  }

  Locale sourceLanguage() {
    return context.pair().source();
  }

  Locale targetLanguage() {
    return context.pair().target();
  }

  /** Whether facts in words, and not in figures only, can be compared. */
  boolean isReadInFull() {
    return FactExtractor.reads(sourceLanguage()) && FactExtractor.reads(targetLanguage());
  }

  TermPlan plan() {
    if (plan == null) {
      plan =
          context
              .terms()
              .plan(sourceText(), sourceLanguage(), targetLanguage(), context.textDate());
    }
    return plan;
  }

  List<Fact> sourceFacts() {
    if (sourceFacts == null) {
      sourceFacts = facts(sourceText(), sourceLanguage());
    }
    return sourceFacts;
  }

  List<Fact> sourceFacts(FactKind kind) {
    return sourceFacts().stream().filter(fact -> fact.kind() == kind).toList();
  }

  List<Fact> targetFacts() {
    if (targetFacts == null) {
      targetFacts = facts(targetText(), targetLanguage());
    }
    return targetFacts;
  }

  List<Fact> targetFacts(FactKind kind) {
    return targetFacts().stream().filter(fact -> fact.kind() == kind).toList();
  }

  private List<Fact> facts(String text, Locale language) {
    return FactExtractor.of(context.terms().glossary())
        .extract(List.of(text), language, context.textDate());
  }

  /** Quantities, dates and times of both texts, one to one. */
  FactPairs pairs() {
    if (pairs == null) {
      pairs = FactPairs.of(sourceFacts(), targetFacts());
    }
    return pairs;
  }
}
