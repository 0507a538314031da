package io.haidang.gateway.campaign;

import java.time.Instant;
import java.util.Map;

/**
 * One entry of the append-only log of a campaign.
 *
 * @param type {@code opened}, {@code select}, {@code prepare} or {@code close}
 * @param actor display name
 * @param data what was done, in numbers
 */
public record CampaignEvent(String type, String actor, Instant at, Map<String, Object> data) {

  public CampaignEvent {
    data = Map.copyOf(data);
  }
}
