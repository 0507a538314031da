package io.haidang.gateway.style;

import io.haidang.gateway.draft.TextField;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A wish about the wording, in the words of a client. It is shown to engines as data, never as an
 * instruction of ours.
 *
 * @param label for people; 1 to 100 UTF-16 units
 * @param prompt the wish; 1 to 300 UTF-16 units
 * @param sourceLanguage tag of the language that texts have to be in for it to count; null for any
 */
public record CustomInstruction(
    UUID id, String label, String prompt, @Nullable String sourceLanguage) {

  /** In UTF-16 units. */
  static final int LONGEST_PROMPT = 300;

  private static final int LONGEST_LABEL = 100;

  /**
   * Checks the texts.
   *
   * @throws io.haidang.gateway.GatewayException {@code invalid-request}
   */
  public CustomInstruction {
    label = StyleRule.words("label", label, LONGEST_LABEL);
    prompt = StyleRule.words("prompt", prompt, LONGEST_PROMPT);
    if (sourceLanguage != null) {
      sourceLanguage = TextField.require("source_language", sourceLanguage.strip(), 35);
    }
  }

  /** A new one. */
  public static CustomInstruction of(String label, String prompt, @Nullable String sourceLanguage) {
    return new CustomInstruction(UUID.randomUUID(), label, prompt, sourceLanguage);
  }
}
