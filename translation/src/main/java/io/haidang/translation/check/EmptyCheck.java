package io.haidang.translation.check;

import java.util.List;

/** A translation without text. */
final class EmptyCheck implements Check {

  @Override
  public String id() {
    return "empty";
  }

  @Override
  public List<Finding> run(CheckedPair pair) {
    if (pair.sourceText().isBlank() || !pair.targetText().isBlank()) {
      return List.of();
    }
    return List.of(new Finding(id(), Severity.ERROR, null, null, "", "no translation"));
  }

  @Override
  public List<Example> examples() {
    return List.of(
        Example.right("Xin chào.", "Hello."),
        Example.right(" ", ""),
        Example.wrong("Xin chào.", ""),
        Example.wrong("‹1›Xin chào‹/1›", "‹1› ‹/1›"));
  }
}
