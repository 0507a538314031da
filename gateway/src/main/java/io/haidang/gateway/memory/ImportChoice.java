package io.haidang.gateway.memory;

import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.draft.TextField;
import io.haidang.models.LanguagePair;
import org.jspecify.annotations.Nullable;

/**
 * How a file is taken into the memory. Immutable.
 *
 * @param name of the file, 1 to 200 characters, as entries say where they are from
 * @param pair the direction to take; null for that of the file
 * @param domain what it is about, at most 50 characters; empty for what the file says
 * @param label of its texts
 * @param vouched whether somebody answers for its quality, so that its matches are worth as much as
 *     approved ones
 * @param person who imports it
 */
public record ImportChoice(
    String name,
    @Nullable LanguagePair pair,
    String domain,
    Sensitivity label,
    boolean vouched,
    String person) {

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_DOMAIN = 50;

  /**
   * Takes off spaces at the ends of the texts.
   *
   * @throws io.haidang.gateway.GatewayException {@code invalid-request} for a text that is unfit
   */
  public ImportChoice {
    name = TextField.require("name", name.strip(), LONGEST_NAME);
    name = name.isEmpty() ? "TMX" : name;
    domain = TextField.require("domain", domain.strip(), LONGEST_DOMAIN);
  }
}
