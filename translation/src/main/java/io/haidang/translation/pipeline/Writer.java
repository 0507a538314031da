package io.haidang.translation.pipeline;

import io.haidang.glossary.enforce.TermPlan;
import io.haidang.models.CallContext;
import io.haidang.models.Generation;
import io.haidang.models.GenerationHints;
import io.haidang.models.GenerationOptions;
import io.haidang.models.GenerationRequest;
import io.haidang.models.ModelDescriptor.Capability;
import io.haidang.models.RequiredPhrase;
import io.haidang.models.TermAnnotation;
import io.haidang.models.TextGenerator;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.check.Checks;
import io.haidang.translation.check.Finding;
import java.util.ArrayList;
import java.util.List;

/** Has the model write texts and judges what it wrote. Lives for one call. */
final class Writer {

  private final TextGenerator generator;
  private final GenerationOptions options;
  private final TranslationContext context;
  private final SourcePreparation preparation;
  private final CallContext call;
  private final Hints hints;
  private final NameSeams seams;

  Writer(
      TextGenerator generator,
      GenerationOptions options,
      TranslationContext context,
      SourcePreparation preparation,
      CallContext call,
      Hints hints) {
    this.generator = generator;
    this.options = options;
    this.context = context;
    this.preparation = preparation;
    this.call = call;
    this.hints = hints;
    this.seams = new NameSeams(context);
  }

  boolean canRequirePhrases() {
    return can(Capability.REQUIRED_PHRASES) || readsInstructions();
  }

  /** Whether the model can be told what was wrong, which it may heed or not. */
  boolean readsInstructions() {
    return can(Capability.PHRASE_INSTRUCTIONS);
  }

  private boolean can(Capability capability) {
    return generator.descriptor().capabilities().contains(capability);
  }

  /** Whether the model takes names inside the text. */
  boolean annotates() {
    return generator.descriptor().termAnnotation() != null;
  }

  /**
   * The first try of each text. A model that takes names neither inside the text nor as a hint is
   * made to write them.
   */
  List<Candidate> write(List<Assignment> assignments) {
    return write(assignments, requirements(assignments));
  }

  private List<List<RequiredPhrase>> requirements(List<Assignment> assignments) {
    boolean required = !annotates() && can(Capability.REQUIRED_PHRASES);
    return assignments.stream()
        .map(text -> required ? NamePhrases.all(text.plan()) : List.<RequiredPhrase>of())
        .toList();
  }

  /** One candidate per assignment; each must contain its phrases, if the model can do that. */
  List<Candidate> write(List<Assignment> assignments, List<List<RequiredPhrase>> phrases) {
    List<Generation> outputs = generate(assignments, phrases);
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < assignments.size(); i++) {
      candidates.add(judge(assignments.get(i).plan(), outputs.get(i)));
    }
    return candidates;
  }

  /** As many candidates per assignment as the search was told to give, best first. */
  List<List<Candidate>> writeSeveral(List<Assignment> assignments) {
    List<Generation> outputs = generate(assignments, requirements(assignments));
    List<List<Candidate>> candidates = new ArrayList<>();
    for (int i = 0; i < assignments.size(); i++) {
      TermPlan plan = assignments.get(i).plan();
      List<Candidate> own = new ArrayList<>();
      own.add(judge(plan, outputs.get(i)));
      outputs.get(i).others().forEach(other -> own.add(judge(plan, output(other))));
      candidates.add(own);
    }
    return candidates;
  }

  private static Generation output(Generation.Alternative other) {
    return new Generation(other.text(), other.logProbability(), 0, 0, false);
  }

  private List<Generation> generate(
      List<Assignment> assignments, List<List<RequiredPhrase>> phrases) {
    if (assignments.isEmpty()) {
      return List.of();
    }
    List<GenerationRequest> requests = new ArrayList<>();
    for (int i = 0; i < assignments.size(); i++) {
      requests.add(
          new GenerationRequest(
              input(assignments.get(i).plan()),
              context.pair(),
              canRequirePhrases() ? phrases.get(i) : List.of(),
              hints(assignments.get(i))));
    }
    return generator.generate(requests, options, call);
  }

  private GenerationHints hints(Assignment assignment) {
    return can(Capability.HINTS) ? hints.of(assignment) : GenerationHints.NONE;
  }

  private String input(TermPlan plan) {
    TermAnnotation annotation = generator.descriptor().termAnnotation();
    return annotation == null
        ? plan.source()
        : plan.annotated(annotation.open(), annotation.middle(), annotation.close());
  }

  private Candidate judge(TermPlan plan, Generation output) {
    TermAnnotation annotation = generator.descriptor().termAnnotation();
    boolean leaked = annotation != null && annotation.occursIn(output.text());
    String text = output.text();
    if (annotation != null && leaked) {
      text =
          text.replace(annotation.open(), " ")
              .replace(annotation.middle(), " ")
              .replace(annotation.close(), " ");
    }
    text = seamed(Polish.polish(text, plan.source(), plan.target()), plan);
    return new Candidate(
        text,
        output.logProbability(),
        output.truncated(),
        leaked,
        EditedText.carry(output.uncertain(), output.text(), text),
        output.unmet(),
        findings(plan, text));
  }

  /** A text of the model's, its names seamed in. */
  String seamed(String written, TermPlan plan) {
    return seams.mend(written, plan);
  }

  List<Finding> findings(TermPlan plan, String text) {
    return Checks.run(plan.source(), text, context);
  }

  TermPlan plan(String text) {
    return preparation.plan(text);
  }
}
