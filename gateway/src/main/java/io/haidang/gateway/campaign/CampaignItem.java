package io.haidang.gateway.campaign;

import io.haidang.translation.review.TargetState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * A segment that used the old name when the campaign was opened.
 *
 * @param asset the text it belongs to
 * @param title of the text
 * @param textDate of the text
 * @param exports when the translation was delivered; empty when it never was
 * @param index of the segment, from 0
 * @param text the present translation
 * @param selected whether it is to be corrected
 * @param reason why it is left to a person; empty otherwise
 */
public record CampaignItem(
    UUID target,
    UUID asset,
    String title,
    Locale language,
    LocalDate textDate,
    TargetState targetState,
    List<Instant> exports,
    int index,
    String text,
    boolean selected,
    State state,
    String reason) {

  public CampaignItem {
    exports = List.copyOf(exports);
  }

  /** What has become of a place. */
  public enum State {
    /** Nothing is done yet. */
    FOUND,
    /** A correction was written and is, or was, in review. */
    PREPARED,
    /** A person has to correct it. */
    BY_HAND
  }

  /** Which segment it is. */
  public record Place(UUID target, int index) {}

  CampaignItem withSelected(boolean choice) {
    return with(text, choice);
  }

  CampaignItem withText(String present) {
    return with(present, selected);
  }

  private CampaignItem with(String words, boolean choice) {
    return new CampaignItem(
        target,
        asset,
        title,
        language,
        textDate,
        targetState,
        exports,
        index,
        words,
        choice,
        state,
        reason);
  }

  Place place() {
    return new Place(target, index);
  }
}
