package io.haidang.gateway.draft;

/** Titles as long as they may be. */
public final class Titles {

  /** In UTF-16 units. */
  public static final int MOST = 200;

  private Titles() {}

  /** The beginning of a text, never cut between the halves of a character. */
  public static String cut(String text) {
    int end = Math.min(text.length(), MOST);
    boolean cutsCharacter = end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
    return text.substring(0, cutsCharacter ? end - 1 : end);
  }
}
