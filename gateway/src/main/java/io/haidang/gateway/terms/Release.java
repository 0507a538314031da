package io.haidang.gateway.terms;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One numbered state of the glossary.
 *
 * @param number 1 and up, without a gap
 * @param approvedBy display name, or null for the list that the program ships with
 * @param note why; may be empty
 * @param restores the earlier release whose content it brings back, or null
 * @param added concepts that no release before had
 * @param changed concepts with other content, or back in force
 * @param retired concepts that are no longer in force
 */
public record Release(
    int number,
    @Nullable String approvedBy,
    Instant at,
    String note,
    @Nullable Integer restores,
    int added,
    int changed,
    int retired) {}
