package io.haidang.glossary;

/** Identifies a concept within a glossary, stable across releases; never blank. */
public record ConceptId(String value) {

  public ConceptId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("concept.id: (blank) (expected: a name)");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
