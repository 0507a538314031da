package io.haidang.gateway.doctor;

/**
 * What a look at one thing has shown. Immutable.
 *
 * @param name of the thing, such as {@code database}
 * @param what is the case
 * @param remedy what to do about it; empty when nothing has to be done
 */
public record Finding(Level level, String name, String what, String remedy) {

  /** How bad it is, the best first. */
  public enum Level {
    OK,
    /** Works, and somebody should look at it. */
    WARNING,
    /** The node does not start, or does not do its work. */
    FAULT
  }

  static Finding ok(String name, String what) {
    return new Finding(Level.OK, name, what, "");
  }

  static Finding warning(String name, String what, String remedy) {
    return new Finding(Level.WARNING, name, what, remedy);
  }

  static Finding fault(String name, String what, String remedy) {
    return new Finding(Level.FAULT, name, what, remedy);
  }
}
