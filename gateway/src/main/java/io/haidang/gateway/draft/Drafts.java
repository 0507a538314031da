package io.haidang.gateway.draft;

import io.haidang.gateway.auth.Account;
import java.util.List;
import java.util.UUID;

/**
 * Takes drafts in and shows where they are.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL; never call it on an event
 * loop.
 */
public final class Drafts {

  /**
   * Validates a draft, stores it and its targets, and schedules one durable job per target, all in
   * one transaction.
   *
   * @return the targets, in the order of the draft's languages
   */
  public List<Target> submit(NewDraft draft, Account author) {
    throw new UnsupportedOperationException();
  }

  /** The targets of one asset. */
  public List<Target> targets(UUID asset) {
    throw new UnsupportedOperationException();
  }

  /** The newest drafts' targets, newest first. */
  public List<Target> recent(int limit) {
    throw new UnsupportedOperationException();
  }
}
