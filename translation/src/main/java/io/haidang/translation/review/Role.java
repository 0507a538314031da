package io.haidang.translation.review;

/** What an account may do; an account can hold several. */
public enum Role {
  /** Submits drafts and edits translations. */
  EDITOR,
  /** Edits, approves and sends back translations that others submitted. */
  REVIEWER,
  /** Keeps the official names. */
  TERMINOLOGIST,
  /** Keeps accounts and keys. */
  ADMIN,
  /** Reads who did what in the own office. */
  AUDITOR
}
