package io.haidang.gateway.recipe;

import io.haidang.gateway.draft.Originals;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.TargetTable;
import io.haidang.gateway.draft.TextKind;
import io.haidang.gateway.engine.EngineRouter;
import io.haidang.gateway.review.FormFindings;
import io.haidang.gateway.review.ProductSegment;
import io.haidang.gateway.review.SegmentTable;
import io.haidang.gateway.store.Database;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.models.CallContext;
import io.haidang.summarization.Form;
import io.haidang.summarization.FormCandidate;
import io.haidang.summarization.FormDraft;
import io.haidang.summarization.FormMaker;
import io.haidang.summarization.FormRequest;
import io.haidang.summarization.FormSentence;
import io.haidang.summarization.NoCandidate;
import io.haidang.summarization.form.FormMakers;
import io.haidang.summarization.form.TranslatedForm;
import io.haidang.summarization.form.TranslatedForms;
import io.haidang.translation.Provenance;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.check.Finding;
import io.haidang.translation.review.SegmentState;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Translates a form that was made in the language of its asset, so that all languages say the same.
 * What a person has worded there is translated as it stands; of what nobody has touched, sentences
 * of the text are taken where that is too long in the other language: no model is asked again.
 */
final class TranslatedFormRecipe implements Recipe {

  private final Database database;
  private final TargetTable targets;
  private final Originals originals;
  private final EngineRouter engines;
  private final FormMaker sentences = FormMakers.extractive();

  TranslatedFormRecipe(Database database, Originals originals, EngineRouter engines, Clock clock) {
    this.database = database;
    this.targets = new TargetTable(clock);
    this.originals = originals;
    this.engines = engines;
  }

  @Override
  public Making begin(Target target, TermEnforcer names, CallContext call) {
    Form form = Form.of(target.form().id());
    TextKind kind = TextKind.of(target);
    TranslationContext context =
        new TranslationContext(kind.pair(), target.asset().textDate(), names);
    StorySource source = StorySource.of(target, originals, names);
    FormRequest request = source.request(form);
    List<ProductSegment> original = original(target);
    TranslatedForm made =
        new TranslatedForms(engines.translator(kind))
            .translate(draft(original, request, call), request, context, call);
    FormCandidate result = made.target();
    return result == null
        ? MadeForm.empty(made.reason(), text(original), context)
        : new MadeForm(result.sentences(), segments(made, result, source, context), context);
  }

  /** What the product is made from, once it is there. */
  private List<ProductSegment> original(Target target) {
    return database
        .jdbi()
        .withHandle(
            handle -> {
              Target source = Sources.requireMade(handle, targets, target);
              return SegmentTable.product(handle, source.id());
            });
  }

  private FormDraft draft(List<ProductSegment> original, FormRequest request, CallContext call) {
    List<FormSentence> present =
        original.stream()
            .filter(segment -> !segment.text().isBlank())
            .map(s -> new FormSentence(s.plain(), s.origins(), s.role()))
            .toList();
    List<FormCandidate> candidates = new ArrayList<>();
    if (!present.isEmpty()) {
      candidates.add(new FormCandidate(present));
    }
    boolean untouched = original.stream().allMatch(s -> s.state() == SegmentState.MACHINE);
    if (untouched) {
      sentences.make(request, call).candidates().stream()
          .filter(candidate -> !candidate.sentences().equals(present))
          .forEach(candidates::add);
    }
    @Nullable NoCandidate none = candidates.isEmpty() ? NoCandidate.NO_TEXT : null;
    return new FormDraft(request.form(), request.story().language(), candidates, none);
  }

  private static String text(List<ProductSegment> original) {
    return String.join(" ", original.stream().map(ProductSegment::plain).toList()).strip();
  }

  /** A segment for each sentence; what no language words for itself has no source. */
  private static List<TranslatedSegment> segments(
      TranslatedForm made, FormCandidate result, StorySource source, TranslationContext context) {
    List<List<Finding>> found =
        new FormFindings(made.form(), source.facts(), context).of(result.sentences());
    Provenance byHand = MadeForm.provenance(result.origin(), context);
    Iterator<TranslatedSegment> translated = made.segments().iterator();
    List<TranslatedSegment> segments = new ArrayList<>();
    for (int i = 0; i < result.sentences().size(); i++) {
      FormSentence sentence = result.sentences().get(i);
      segments.add(
          sentence.isProse()
              ? asWritten(translated.next(), sentence.text(), found.get(i))
              : new TranslatedSegment("", sentence.text(), Double.NaN, found.get(i), byHand));
    }
    return segments;
  }

  private static TranslatedSegment asWritten(
      TranslatedSegment segment, String text, List<Finding> found) {
    List<Finding> all = new ArrayList<>(segment.findings());
    all.addAll(found);
    return new TranslatedSegment(
        segment.source(),
        text,
        segment.confidence(),
        segment.similarity(),
        segment.target().equals(text) ? segment.uncertain() : List.of(),
        all,
        segment.provenance());
  }
}
