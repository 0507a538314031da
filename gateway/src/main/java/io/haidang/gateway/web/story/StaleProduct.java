package io.haidang.gateway.web.story;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.draft.StaleReason;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.web.kit.StoryLink;
import io.haidang.gateway.web.kit.Texts;
import io.haidang.translation.WordDiff;
import java.util.List;

/**
 * A product that no longer says what its story says.
 *
 * @param reasons the most telling first
 */
record StaleProduct(Target target, List<Reason> reasons) {

  /** Reasons that are spelt out; the rest is counted. */
  private static final int SHOWN = 4;

  /**
   * One reason in words.
   *
   * @param change from what it was to what it is, word by word; empty when there is no text
   */
  record Reason(String what, List<WordDiff.Part> change) {

    static Reason of(StaleReason reason, Texts texts) {
      boolean hasText = !reason.before().isEmpty() || !reason.after().isEmpty();
      return new Reason(
          texts.get("stale." + PublicName.of(reason.kind())),
          hasText ? WordDiff.of(reason.before(), reason.after()) : List.of());
    }
  }

  static StaleProduct of(Target target, List<StaleReason> reasons, Texts texts) {
    return new StaleProduct(
        target, reasons.stream().map(reason -> Reason.of(reason, texts)).toList());
  }

  List<Reason> shown() {
    return reasons.stream().limit(SHOWN).toList();
  }

  int more() {
    return Math.max(0, reasons.size() - SHOWN);
  }

  String href() {
    return StoryLink.product(target);
  }

  /** What the text says now that it did not when the product was made. */
  String changes() {
    return StoryLink.changes(target.asset().story(), target.asset().id())
        + "?from="
        + target.asset().revision();
  }

  /** What the form sends back: the product, and the version that the person saw. */
  String seen() {
    return target.id() + ":" + target.version();
  }
}
