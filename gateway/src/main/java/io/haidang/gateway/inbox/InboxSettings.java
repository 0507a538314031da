package io.haidang.gateway.inbox;

import io.haidang.gateway.events.Occasion;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How somebody wants to be told.
 *
 * @param ways those that are not named are {@link Way#PAGE}
 * @param mail null while there is no address
 */
public record InboxSettings(Map<Occasion, Way> ways, @Nullable MailAddress mail) {

  /** Everything in the pages. */
  public static final InboxSettings USUAL = new InboxSettings(Map.of(), null);

  public InboxSettings {
    ways = Map.copyOf(ways);
  }

  public Way way(Occasion occasion) {
    return ways.getOrDefault(occasion, Way.PAGE);
  }

  /** Every occasion with its way. */
  public Map<Occasion, Way> all() {
    Map<Occasion, Way> all = new EnumMap<>(Occasion.class);
    for (Occasion occasion : Occasion.values()) {
      all.put(occasion, way(occasion));
    }
    return all;
  }

  /** Whether anything would go out by mail, if there were an address. */
  boolean wantsMail() {
    return ways.containsValue(Way.MAIL);
  }
}
