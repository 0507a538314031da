package io.haidang.gateway.terms;

import io.haidang.glossary.enforce.TermEnforcer;
import java.util.function.Supplier;

/**
 * The official names: the latest release, and any of before.
 *
 * <p><b>Thread-safety:</b> implementations are safe for concurrent use. <b>Blocking:</b> they may
 * read from a database.
 */
@FunctionalInterface
public interface TermReleases extends Supplier<TermEnforcer> {

  /** The release of that name; the latest when there is none. */
  default TermEnforcer of(String release) {
    return get();
  }
}
