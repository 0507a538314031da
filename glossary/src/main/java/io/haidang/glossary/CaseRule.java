package io.haidang.glossary;

/** Which capitals a text may have where it uses a term. */
public enum CaseRule {
  /**
   * What the term begins with a capital, the text begins with a capital, so that Luật is a law's
   * title and luật is law; all else is free. Only a long name may begin small in the middle of a
   * sentence, as in vịnh Hạ Long: one of four words, or with two more capitals, that has all its
   * other capitals. The rule for most terms.
   */
  NAME,
  /** Every letter as in the term, for codes and brands. */
  EXACT,
  /** As in the term but for the first letter; a heading in capitals will do too. */
  FIRST_LETTER_FREE,
  /** Any letters. */
  ANY;

  /** Whether {@code written}, which is this term but for case and marks, keeps the rule. */
  public boolean allows(String term, String written) {
    return switch (this) {
      case NAME -> Capitals.of(term).allowAsName(Capitals.of(written));
      case EXACT -> capitals(term).equals(capitals(written));
      case FIRST_LETTER_FREE ->
          isAllCapitals(written) || capitals(term, 1).equals(capitals(written, 1));
      case ANY -> true;
    };
  }

  private static boolean isAllCapitals(String text) {
    return text.codePoints().noneMatch(Character::isLowerCase);
  }

  private static String capitals(String text) {
    return capitals(text, 0);
  }

  /** One sign for each letter, so that a text in another normal form or with other dashes fits. */
  private static String capitals(String text, int skippedLetters) {
    StringBuilder pattern = new StringBuilder(text.length());
    text.codePoints()
        .filter(Character::isLetter)
        .skip(skippedLetters)
        .forEach(letter -> pattern.append(Character.isUpperCase(letter) ? 'C' : 's'));
    return pattern.toString();
  }
}
