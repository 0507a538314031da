package io.haidang.translation.pipeline;

import io.haidang.glossary.TextSpan;
import io.haidang.glossary.enforce.TermPlan;
import io.haidang.glossary.enforce.TermRequirement;
import io.haidang.models.TermAnnotation;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.document.CodedText;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes from a segment what a sentence model handles badly. Immutable. */
final class SourcePreparation {

  private static final Pattern LEAD =
      Pattern.compile(
          "(?:[\\s*_#>–—•+-]+|\\d{1,3}(?:\\.\\d{1,3}){0,9}[.)]\\s+|\\p{L}\\)\\s+|[IVX]+\\.\\s+)*+");
  private static final Pattern TAIL = Pattern.compile("[\\s;:,*_]*$");

  /** References, addresses and signature marks: "12/NQ-TW", "T/M", "a@b.vn". */
  private static final Pattern SYMBOL = Pattern.compile("[^\\s]*[\\d/@_][^\\s]*");

  private static final int SHORTEST_CAPITALS = 4;

  private final TranslationContext context;
  private final @Nullable TermAnnotation annotation;

  SourcePreparation(TranslationContext context, @Nullable TermAnnotation annotation) {
    this.context = context;
    this.annotation = annotation;
  }

  Prepared prepare(String segment) {
    CodedText source = CodedText.parse(segment);
    String plain = withoutMarks(source.plain());
    boolean replaced = !plain.equals(source.plain());
    Matcher lead = LEAD.matcher(plain);
    int start = lead.lookingAt() ? lead.end() : 0;
    Matcher tail = TAIL.matcher(plain).region(start, plain.length());
    int end = tail.find() ? tail.start() : plain.length();
    String core = plain.substring(start, end);
    boolean translate =
        core.chars().anyMatch(Character::isLetter) && !SYMBOL.matcher(core).matches();
    boolean capitals = translate && isCapitals(core);
    if (capitals) {
      core = sentenceCase(core);
    }
    return new Prepared(
        source,
        plain.substring(0, start),
        core,
        plain.substring(end),
        capitals,
        replaced,
        translate,
        plan(core));
  }

  TermPlan plan(String text) {
    return context
        .terms()
        .plan(text, context.pair().source(), context.pair().target(), context.textDate());
  }

  /** The marks of an annotation are commands to the model: a document may not give them. */
  private String withoutMarks(String text) {
    if (annotation == null || !annotation.occursIn(text)) {
      return text;
    }
    return text.replace(annotation.open(), "[")
        .replace(annotation.middle(), "|")
        .replace(annotation.close(), "]");
  }

  private static boolean isCapitals(String text) {
    return text.chars().filter(Character::isUpperCase).count() >= SHORTEST_CAPITALS
        && text.chars().noneMatch(Character::isLowerCase);
  }

  /** Models know names in their usual form only, so those are written as the list writes them. */
  private String sentenceCase(String capitals) {
    Locale language = context.pair().source();
    StringBuilder text = new StringBuilder();
    int copied = 0;
    for (TermRequirement requirement : plan(capitals).requirements()) {
      TextSpan span = requirement.match().span();
      text.append(capitals.substring(copied, span.start()).toLowerCase(language))
          .append(requirement.match().term().text());
      copied = span.end();
    }
    text.append(capitals.substring(copied).toLowerCase(language));
    return Polish.capitalized(text.toString());
  }
}
