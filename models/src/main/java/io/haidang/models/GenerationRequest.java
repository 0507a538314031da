package io.haidang.models;

import java.util.List;

/**
 * One text to translate.
 *
 * @param text one sentence-like segment; never blank
 * @param pair the direction
 * @param requiredPhrases phrases that the output must contain, each as often as it is listed; needs
 *     {@link ModelDescriptor.Capability#REQUIRED_PHRASES} or {@link
 *     ModelDescriptor.Capability#PHRASE_INSTRUCTIONS} unless empty
 * @param hints what a model that reads instructions may use
 */
public record GenerationRequest(
    String text, LanguagePair pair, List<RequiredPhrase> requiredPhrases, GenerationHints hints) {

  public GenerationRequest {
    if (text.isBlank()) {
      throw new IllegalArgumentException("request.text: (blank) (expected: a segment)");
    }
    requiredPhrases = List.copyOf(requiredPhrases);
  }

  public GenerationRequest(String text, LanguagePair pair, List<RequiredPhrase> requiredPhrases) {
    this(text, pair, requiredPhrases, GenerationHints.NONE);
  }

  public GenerationRequest(String text, LanguagePair pair) {
    this(text, pair, List.of());
  }
}
