package io.haidang.gateway.draft;

import io.haidang.translation.review.TargetState;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A product of a story: a form in a language, made from an asset; most often the translation.
 *
 * @param asset with the revision that it was made from
 * @param version grows by one with every change, for optimistic locking
 * @param segmentsDone translated so far
 * @param segmentsTotal 0 until a worker has read the document
 * @param openErrors segments with a finding that blocks approval
 * @param openWarnings segments with a lesser finding
 * @param openThreads what colleagues have said about it and nobody has resolved
 * @param staleReasons why it no longer says what its story says; 0 when it is up to date
 * @param failure error id and reason when the state is {@code FAILED}, else null
 * @param waiting why nobody is working on it, or null
 * @param approvedBy display name of the approver, or null
 * @param submitter id of who handed it in again after it was sent back or turned down, or null
 */
public record Target(
    UUID id,
    Asset asset,
    ProductForm form,
    Locale language,
    TargetState state,
    int version,
    int segmentsDone,
    int segmentsTotal,
    int openErrors,
    int openWarnings,
    int openThreads,
    int staleReasons,
    @Nullable String failure,
    @Nullable Waiting waiting,
    @Nullable String approvedBy,
    @Nullable UUID submitter,
    Instant updatedAt) {

  /** Whether it speaks another language than its asset, so that its segments are translations. */
  public boolean isInAnotherLanguage() {
    return !language.equals(asset.sourceLanguage());
  }

  /** Whether a person answers for its text, and therefore may not sign it off. */
  public boolean isOf(UUID person) {
    return asset.writers().contains(person) || person.equals(submitter);
  }

  /** Whether it no longer says what its story says. */
  public boolean isStale() {
    return staleReasons > 0;
  }
}
