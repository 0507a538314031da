package io.haidang.glossary;

/** How a term may be used; the four values follow the administrative status of TBX-Basic. */
public enum TermStatus {
  /** The name to write; at most one per concept and language. */
  PREFERRED,
  /** Recognised in a source and accepted in a target, never proposed. */
  ADMITTED,
  /** A short form, accepted in a target once the full name has been given. */
  ABBREVIATION,
  /** Must not appear in a target. */
  FORBIDDEN
}
