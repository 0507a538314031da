package io.haidang.translation.check;

import io.haidang.translation.TranslationContext;
import java.util.List;

/**
 * All checks of a segment, for machine output and for a person's edit alike.
 *
 * <p><b>Thread-safety:</b> immutable. <b>Blocking:</b> no I/O.
 */
public final class Checks {

  private Checks() {}

  /** What is wrong with {@code target}, most severe first; segments may hold inline codes. */
  public static List<Finding> run(String source, String target, TranslationContext context) {
    throw new UnsupportedOperationException();
  }
}
