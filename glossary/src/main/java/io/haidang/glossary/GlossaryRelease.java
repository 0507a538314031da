package io.haidang.glossary;

/**
 * Names one immutable state of a glossary, so that a translation can say which one it used.
 *
 * @param value such as {@code starter-1f0c2a9b}; never blank
 */
public record GlossaryRelease(String value) {

  public GlossaryRelease {
    if (value.isBlank()) {
      throw new IllegalArgumentException("glossary.release: (blank) (expected: a name)");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
