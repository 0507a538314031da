package io.haidang.gateway.library;

import io.haidang.gateway.draft.TextField;
import java.util.EnumMap;
import java.util.Map;

/**
 * What somebody looks for in the library.
 *
 * @param text words, all of which have to be there; blank for everything
 * @param chosen what a hit has to be, by facet
 */
public record LibraryQuery(String text, Map<Facet, String> chosen) {

  /** Longest text, in UTF-16 units. */
  public static final int MOST = 200;

  /** Sides by which the library can be narrowed down. */
  public enum Facet {
    /** BCP 47 tag. */
    LANGUAGE,
    /** Id of a form. */
    FORM,
    /** Public name of a label. */
    LABEL,
    /** Name of the office whose story it is. */
    OFFICE,
    /** Display name of whoever answers for the story. */
    OWNER,
    /** Such as {@code 2026-03}, of the last change, as reports count months. */
    MONTH
  }

  /**
   * A query.
   *
   * @throws io.haidang.gateway.GatewayException {@code invalid-request} for a text that is too long
   *     or unfit
   */
  public LibraryQuery {
    TextField.require("q", text, MOST);
    Map<Facet, String> kept = new EnumMap<>(Facet.class);
    chosen.forEach(
        (facet, value) -> {
          if (!value.isEmpty()) {
            kept.put(facet, value);
          }
        });
    chosen = Map.copyOf(kept);
  }
}
