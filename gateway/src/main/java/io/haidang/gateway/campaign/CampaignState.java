package io.haidang.gateway.campaign;

/** Where a campaign is; {@link CampaignAction} lists the steps between states. */
public enum CampaignState {
  /** The places are listed and can be chosen. */
  OPEN,
  /** Corrections are written and wait for review. */
  PREPARED,
  /** Over, with a report. */
  CLOSED
}
