package io.haidang.gateway.audit;

/** Which log an entry comes from. */
public enum Area {
  /** Texts and their products: drafts, edits, comments, decisions, deliveries. */
  TEXT,
  /** Official names. */
  NAME,
  /** Rename campaigns. */
  CAMPAIGN,
  /** Accounts. */
  ACCOUNT,
  /** How long texts are kept, holds, and what was deleted. */
  RETENTION,
  /** Offices that were renamed or joined to another. */
  OFFICE,
  /** Engines that were turned off and on, and orders of routes. */
  ENGINE,
  /** Readings of the audit itself. */
  AUDIT
}
