package io.haidang.gateway;

/** Texts that are shortened to what a column or a page has room for. */
public final class Beginning {

  private Beginning() {}

  /**
   * The beginning of a text, never cut between the halves of a character.
   *
   * @param most UTF-16 units, 1 or more
   */
  public static String of(String text, int most) {
    int end = Math.min(text.length(), most);
    boolean cutsCharacter = end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
    return text.substring(0, cutsCharacter ? end - 1 : end);
  }
}
