package io.haidang.translation.document.subtitle;

/**
 * A piece of a transcript, a word or a sentence, and when it is spoken.
 *
 * @param text not blank, without markup
 */
public record TimedText(CueTime time, String text) {

  public TimedText {
    if (text.isBlank()) {
      throw new IllegalArgumentException("text: (blank) (expected: what is spoken)");
    }
    text = text.strip().replaceAll("\\s+", " ");
  }
}
