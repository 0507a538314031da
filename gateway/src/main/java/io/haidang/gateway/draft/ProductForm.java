package io.haidang.gateway.draft;

import java.util.regex.Pattern;

/**
 * What a product is, whatever its language: a translation, a headline, a post.
 *
 * @param id as it is kept and as the API shows it, such as {@code summary-100}
 */
public record ProductForm(String id) {

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,29}");

  /** The whole text in another language. */
  public static final ProductForm TRANSLATION = new ProductForm("translation");

  /** Cues of a transcript with times, cut anew; in other languages by sentence across cues. */
  public static final ProductForm SUBTITLES = new ProductForm("subtitles");

  /** Words to be spoken, each with the time that it takes and has. */
  public static final ProductForm VOICE_OVER = new ProductForm("voice-over");

  /** What is said in a recording, as a service heard it and people put it right. */
  public static final ProductForm TRANSCRIPT = new ProductForm("transcript");

  public ProductForm {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("form: malformed (expected: letters, digits, hyphens)");
    }
  }

  /** Whether it is made from a recording, and everything else of that recording from it. */
  public boolean isTranscript() {
    return equals(TRANSCRIPT);
  }

  public boolean isTranslation() {
    return equals(TRANSLATION);
  }

  @Override
  public String toString() {
    return id;
  }
}
