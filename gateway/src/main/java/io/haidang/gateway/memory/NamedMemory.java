package io.haidang.gateway.memory;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * The part of the desk's memory that begins in one language, as clients are shown it.
 *
 * @param source language without a region
 * @param targets languages into which there are translations, in the order of their tags
 * @param segments how many there are in all
 */
public record NamedMemory(
    UUID id, String name, Locale source, List<Locale> targets, long segments) {

  public NamedMemory {
    targets = List.copyOf(targets);
  }

  /** Whether there may be translations into {@code language}, wherever that is spoken. */
  public boolean leadsTo(Locale language) {
    return targets.stream().anyMatch(target -> target.getLanguage().equals(language.getLanguage()));
  }
}
