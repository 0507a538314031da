package io.haidang.translation.evaluate;

/**
 * What became of one expected name.
 *
 * @param name what was expected
 * @param rendering the wording of the list that the translation uses instead of or as expected;
 *     empty when it has none
 * @param kept whether that is the expected wording, with or without an English ending
 * @param exact whether it stands there letter by letter
 */
public record NameOutcome(ExpectedName name, String rendering, boolean kept, boolean exact) {}
