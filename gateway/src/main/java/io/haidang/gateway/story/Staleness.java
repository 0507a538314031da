package io.haidang.gateway.story;

import io.haidang.gateway.draft.StaleReason;
import io.haidang.gateway.draft.StaleReason.Kind;
import io.haidang.gateway.review.ProductSegment;
import io.haidang.translation.fact.Fact;
import io.haidang.translation.fact.FactChanges.Change;
import io.haidang.translation.fact.FactLedger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Judges products by how their source has changed: a product is stale when a fact that it states
 * changed or went, or a sentence that it came from did; not otherwise.
 */
final class Staleness {

  private final RevisionDiff diff;
  private final Instant now;

  Staleness(RevisionDiff diff, Instant now) {
    this.diff = diff;
    this.now = now;
  }

  /** Why a translation is stale, facts first; empty when it is not. */
  List<StaleReason> ofTranslation() {
    List<StaleReason> reasons = new ArrayList<>();
    for (Change change : diff.facts().changed()) {
      reasons.add(
          reason(
              Kind.FACT_CHANGED,
              change.before().segment(),
              change.before().wording(),
              change.after().wording()));
    }
    for (Fact gone : diff.facts().gone()) {
      reasons.add(reason(Kind.FACT_GONE, gone.segment(), gone.wording(), ""));
    }
    for (int i = 0; i < diff.before().segments().size(); i++) {
      ofSentence(i, i).ifPresent(reasons::add);
    }
    for (int added : diff.added()) {
      reasons.add(reason(Kind.SENTENCE_ADDED, null, "", diff.after().plain(added)));
    }
    return reasons;
  }

  /**
   * Why a form is stale, facts first; empty when it is not.
   *
   * @param segments of the form
   * @param stated what they state, in the form's own language
   */
  List<StaleReason> ofForm(List<ProductSegment> segments, FactLedger stated) {
    List<StaleReason> reasons = new ArrayList<>();
    for (Fact claim : stated.facts()) {
      boolean wasTold = claim.firm() && diff.before().facts().supports(claim);
      if (wasTold && !diff.after().facts().supports(claim)) {
        reasons.add(ofClaim(claim));
      }
    }
    for (ProductSegment segment : segments) {
      for (int origin : new TreeSet<>(segment.origins())) {
        ofSentence(segment.index(), origin).ifPresent(reasons::add);
      }
    }
    return reasons;
  }

  private StaleReason ofClaim(Fact claim) {
    return diff.facts().changed().stream()
        .filter(change -> diff.before().tells(change.before(), claim))
        .findFirst()
        .map(
            change ->
                reason(
                    Kind.FACT_CHANGED, claim.segment(), claim.wording(), change.after().wording()))
        .orElseGet(() -> reason(Kind.FACT_GONE, claim.segment(), claim.wording(), ""));
  }

  private Optional<StaleReason> ofSentence(int segment, int origin) {
    if (origin >= diff.before().segments().size() || diff.kept().containsKey(origin)) {
      return Optional.empty();
    }
    String before = diff.before().plain(origin);
    return Optional.of(
        diff.changedTo(origin)
            .map(after -> reason(Kind.SENTENCE_CHANGED, segment, before, after))
            .orElseGet(() -> reason(Kind.SENTENCE_GONE, segment, before, "")));
  }

  private StaleReason reason(Kind kind, @Nullable Integer segment, String before, String after) {
    return new StaleReason(kind, segment, diff.after().revision(), before, after, null, now);
  }
}
