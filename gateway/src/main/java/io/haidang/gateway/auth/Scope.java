package io.haidang.gateway.auth;

import io.haidang.gateway.PublicName;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What a key opens; the roles of its account have to include it, too. */
public enum Scope {
  /** Texts translated while the caller waits, and the languages that there are. */
  TRANSLATE,
  /** Files translated whole. */
  DOCUMENTS,
  /** Official names and lists of terms: read, propose, decide, export. */
  GLOSSARIES,
  /** Drafts, stories, their products, the library and what is published. */
  DRAFTS,
  /** Edits, comments and decisions on translations. */
  REVIEW,
  /** Keys, usage, and what else only an administrator does. */
  ADMIN;

  /** All of them, for a key that may do whatever its account may. */
  public static final Set<Scope> ALL = Set.copyOf(EnumSet.allOf(Scope.class));

  /** As they are stored: names with commas between them, in the order of this enum. */
  static String stored(Set<Scope> scopes) {
    return scopes.stream()
        .sorted(Comparator.naturalOrder())
        .map(PublicName::of)
        .collect(Collectors.joining(","));
  }

  static Set<Scope> parse(String stored) {
    return Arrays.stream(stored.split(",", -1))
        .filter(name -> !name.isEmpty())
        .map(name -> PublicName.constant(Scope.class, name))
        .collect(Collectors.toUnmodifiableSet());
  }
}
