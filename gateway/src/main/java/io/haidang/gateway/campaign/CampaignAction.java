package io.haidang.gateway.campaign;

import static io.haidang.gateway.campaign.CampaignState.CLOSED;
import static io.haidang.gateway.campaign.CampaignState.OPEN;
import static io.haidang.gateway.campaign.CampaignState.PREPARED;

import java.util.Map;
import java.util.Optional;

/** What can happen to a campaign, and the one table of where that leads. */
public enum CampaignAction {
  /** Other places are chosen. */
  SELECT(Map.of(OPEN, OPEN, PREPARED, OPEN)),
  /** Corrections are written where that is safe; again for places that were chosen later. */
  PREPARE(Map.of(OPEN, PREPARED)),
  /** Nothing more is to be done. */
  CLOSE(Map.of(OPEN, CLOSED, PREPARED, CLOSED));

  @SuppressWarnings("ImmutableEnumChecker") // Map.of is immutable; its type cannot say so.
  private final Map<CampaignState, CampaignState> transitions;

  CampaignAction(Map<CampaignState, CampaignState> transitions) {
    this.transitions = transitions;
  }

  /** The state that follows; empty when this cannot happen in {@code state}. */
  public Optional<CampaignState> from(CampaignState state) {
    return Optional.ofNullable(transitions.get(state));
  }
}
