package io.haidang.gateway.jobs;

import io.haidang.models.CallContext;
import io.haidang.translation.Excerpt;
import io.haidang.translation.Provenance;
import io.haidang.translation.SegmentTranslator;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.TranslationContext;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** Translates by marking its input, and fails when a test wants it to. */
final class UnsteadyTranslator implements SegmentTranslator {

  private volatile IntFunction<Optional<RuntimeException>> faults;
  private int calls;

  /**
   * A translator.
   *
   * @param faults what goes wrong in each call, counted from 1
   */
  UnsteadyTranslator(IntFunction<Optional<RuntimeException>> faults) {
    this.faults = faults;
  }

  /** From now on nothing goes wrong. */
  void heal() {
    faults = call -> Optional.empty();
  }

  synchronized int calls() {
    return calls;
  }

  @Override
  public List<TranslatedSegment> translate(
      Excerpt excerpt, TranslationContext context, CallContext call) {
    faults
        .apply(nextCall())
        .ifPresent(
            fault -> {
              throw fault;
            });
    return excerpt.texts().stream().map(UnsteadyTranslator::translated).toList();
  }

  private synchronized int nextCall() {
    return ++calls;
  }

  private static TranslatedSegment translated(String source) {
    return new TranslatedSegment(
        source, "EN " + source, 0, List.of(), new Provenance("test", "1", "", "starter", false, 0));
  }
}
