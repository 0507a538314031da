package io.haidang.translation.pipeline;

import io.haidang.glossary.TextSpan;
import io.haidang.models.CallContext;
import io.haidang.models.Generation.UncertainSpan;
import io.haidang.models.GenerationOptions;
import io.haidang.models.ModelDescriptor;
import io.haidang.models.RequiredPhrase;
import io.haidang.models.TextGenerator;
import io.haidang.translation.Excerpt;
import io.haidang.translation.Provenance;
import io.haidang.translation.SegmentTranslator;
import io.haidang.translation.SimilarTranslations;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.check.Checks;
import io.haidang.translation.check.Finding;
import io.haidang.translation.check.Severity;
import io.haidang.translation.document.CodedText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Plans the official names of each segment, has the model write it, verifies, repairs once, puts
 * inline codes back and runs the checks.
 */
final class EnforcingTranslator implements SegmentTranslator {

  /** Ids of findings about how a text came to be, which no check of the text repeats. */
  static final String NOT_PLACED = "term-not-placed";

  static final String TRUNCATED = "truncated";

  static final String REPLACED = "characters-replaced";

  private final TextGenerator generator;
  private final GenerationOptions options;
  private final SimilarTranslations memory;

  EnforcingTranslator(
      TextGenerator generator, GenerationOptions options, SimilarTranslations memory) {
    this.generator = generator;
    this.options = options;
    this.memory = memory;
  }

  @Override
  public List<TranslatedSegment> translate(
      Excerpt excerpt, TranslationContext context, CallContext call) {
    long start = System.nanoTime();
    ModelDescriptor model = generator.descriptor();
    SourcePreparation preparation = new SourcePreparation(context, model.termAnnotation());
    List<Prepared> prepared = excerpt.texts().stream().map(preparation::prepare).toList();
    List<Assignment> work = Assignment.of(prepared, excerpt);
    Hints hints = new Hints(context, memory);
    Writer writer = new Writer(generator, options, context, preparation, call, hints);
    List<Candidate> first = writer.write(work);
    List<Candidate> repaired = new Repair(writer).repair(work, first);
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    long share = work.isEmpty() ? 0 : millis / work.size();

    List<TranslatedSegment> segments = new ArrayList<>();
    int next = 0;
    for (Prepared segment : prepared) {
      if (!segment.translate()) {
        segments.add(passedThrough(segment, context, model));
        continue;
      }
      Candidate candidate = repaired.get(next);
      boolean changed = !candidate.equals(first.get(next));
      next++;
      Provenance provenance = provenance(model, context, changed, share);
      segments.add(finished(segment, candidate, context, provenance));
    }
    return List.copyOf(segments);
  }

  private static Provenance provenance(
      ModelDescriptor model, TranslationContext context, boolean repaired, long millis) {
    return new Provenance(
        model.id().value(),
        model.version(),
        model.promptVersion(),
        context.terms().glossary().release().value(),
        repaired,
        millis);
  }

  /** Numbers and references are the same in every language. */
  private static TranslatedSegment passedThrough(
      Prepared segment, TranslationContext context, ModelDescriptor model) {
    String text = CodedText.write(segment.source().plain(), segment.source().codes());
    return new TranslatedSegment(
        text, text, 0, Checks.run(text, text, context), provenance(model, context, false, 0));
  }

  private static TranslatedSegment finished(
      Prepared segment, Candidate candidate, TranslationContext context, Provenance provenance) {
    String core = segment.cased(candidate.text(), context.pair().target());
    CodePlacement.Placed placed = segment.placed(candidate.text(), context.pair().target());
    String source = CodedText.write(segment.source().plain(), segment.source().codes());
    List<Finding> findings = new ArrayList<>(Checks.run(source, placed.text(), context));
    for (RequiredPhrase name : candidate.unmet()) {
      findings.add(
          new Finding(
              NOT_PLACED,
              Severity.WARNING,
              null,
              null,
              name.best(),
              "the model could not be made to write it"));
    }
    if (candidate.truncated()) {
      findings.add(finding(TRUNCATED, Severity.ERROR, "longer than the model can take"));
    }
    if (placed.approximate()) {
      findings.add(finding("inline-codes", Severity.WARNING, "position is a guess"));
    }
    if (segment.replaced()) {
      findings.add(finding(REPLACED, Severity.WARNING, "marks reserved for the model"));
    }
    findings.sort(Comparator.comparing(Finding::severity));
    CodedText target = CodedText.parse(placed.text());
    List<UncertainSpan> uncertain =
        EditedText.carry(candidate.uncertain(), candidate.text(), core).stream()
            .map(place -> coded(place, segment.lead().length(), target))
            .toList();
    return new TranslatedSegment(
        source, placed.text(), candidate.logProbability(), uncertain, findings, provenance);
  }

  /** A place in the core of a segment as one in the target with its codes. */
  private static UncertainSpan coded(UncertainSpan place, int lead, CodedText target) {
    TextSpan span = target.coded(new TextSpan(lead + place.start(), lead + place.end()));
    return new UncertainSpan(span.start(), span.end(), place.logProbability());
  }

  private static Finding finding(String check, Severity severity, String detail) {
    return new Finding(check, severity, null, null, "", detail);
  }
}
