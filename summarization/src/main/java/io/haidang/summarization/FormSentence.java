package io.haidang.summarization;

import java.util.List;

/**
 * A sentence of a product, and where it comes from. Immutable.
 *
 * @param text never blank, one line
 * @param segments indices of the source segments that it was made from, in growing order; none for
 *     what no segment says, such as a link
 * @param role what it is in the product
 */
public record FormSentence(String text, List<Integer> segments, Role role) {

  /** What a sentence is in a product. */
  public enum Role {
    /** A headline, or the first line of a post. */
    TITLE,
    SENTENCE,
    /** One of several that stand on lines of their own. */
    POINT,
    /** The address of the story; the same in every language. */
    LINK,
    /** The hashtags of a post, which every language makes from its own names. */
    HASHTAGS
  }

  public FormSentence {
    if (text.isBlank()) {
      throw new IllegalArgumentException("sentence.text: (blank) (expected: a sentence)");
    }
    segments = List.copyOf(segments);
  }

  /** The same place in the product with another text. */
  public FormSentence withText(String other) {
    return new FormSentence(other, segments, role);
  }

  /** Whether a language says it in words of its own. */
  public boolean isProse() {
    return role != Role.LINK && role != Role.HASHTAGS;
  }
}
