package io.haidang.gateway.quality;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.quality.QualityResult.Outcome;
import io.haidang.gateway.review.DecisionWitness;
import io.haidang.gateway.review.MachineText;
import io.haidang.translation.PostEdit;
import io.haidang.translation.document.InlineCodes;
import io.haidang.translation.review.TargetAction;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Writes down what a text is worth at the moment of each decision about it, so that what happens to
 * it later changes no figure of the past.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL.
 */
public final class Appraisal implements DecisionWitness {

  private final Clock clock;

  public Appraisal(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void decided(Handle handle, Target target, TargetAction action, Account person) {
    Optional<Outcome> outcome =
        switch (action) {
          case APPROVE -> Optional.of(Outcome.APPROVED);
          case REQUEST_CHANGES -> Optional.of(Outcome.CHANGES_REQUESTED);
          case REJECT -> Optional.of(Outcome.REJECTED);
          default -> Optional.empty();
        };
    outcome.ifPresent(decided -> write(handle, target, decided, person));
  }

  /**
   * Writes down what it is worth now; what is open of its errors belongs to that. Returns the id.
   */
  long write(Handle handle, Target target, Outcome outcome, Account person) {
    QualityResult result = judge(handle, target, outcome, person.displayName());
    long id = ResultTable.insert(handle, result, person);
    AnnotationTable.close(handle, target.id(), id);
    return id;
  }

  /** What it would be worth if it were decided about now. */
  QualityResult judge(Handle handle, Target target, Outcome outcome, String person) {
    List<MachineText> texts = MachineText.of(handle, target.id());
    int round = ResultTable.of(handle, target.id()).size() + 1;
    return new QualityResult(
        0,
        target.id(),
        outcome,
        round,
        clock.instant(),
        person,
        target.language(),
        office(handle, target),
        target.form(),
        engine(texts),
        score(handle, target, texts, round),
        texts.size(),
        (int) texts.stream().filter(MachineText::isChanged).count(),
        edited(target, texts),
        FocusTable.total(handle, target.id()));
  }

  private static Score score(Handle handle, Target target, List<MachineText> texts, int round) {
    double points =
        AnnotationTable.open(handle, target.id()).stream()
            .mapToDouble(annotation -> annotation.severity().points())
            .sum();
    int words =
        texts.stream().mapToInt(text -> WordCount.of(text.present(), target.language())).sum();
    return new Score(points, words, Limits.read(handle).of(round));
  }

  private static PostEdit edited(Target target, List<MachineText> texts) {
    return texts.stream()
        .filter(text -> !text.machine().isEmpty())
        .map(
            text ->
                PostEdit.of(
                    InlineCodes.strip(text.machine()),
                    InlineCodes.strip(text.present()),
                    target.language()))
        .reduce(PostEdit.NONE, PostEdit::plus);
  }

  private static String engine(List<MachineText> texts) {
    return texts.stream()
        .collect(Collectors.groupingBy(MachineText::engine, Collectors.counting()))
        .entrySet()
        .stream()
        .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse("");
  }

  private static String office(Handle handle, Target target) {
    UUID story = target.asset().story();
    return handle
        .createQuery("select office from story where id = :story")
        .bind("story", story)
        .mapTo(String.class)
        .one();
  }
}
