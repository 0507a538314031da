package io.haidang.gateway.review;

import io.haidang.translation.review.TargetAction;

/**
 * What a person decides about a whole translation.
 *
 * @param action one of {@code APPROVE}, {@code REQUEST_CHANGES}, {@code RESUBMIT}, {@code RETRY}
 * @param version of the target that the person saw
 * @param comment for the record; required to send back, and to approve with open errors
 * @param acceptFindings approve although errors are open
 */
public record Decision(TargetAction action, int version, String comment, boolean acceptFindings) {}
