package io.haidang.translation.check;

import io.haidang.translation.fact.Fact;
import io.haidang.translation.fact.FactKind;
import java.util.List;
import java.util.regex.Pattern;

/** A text that denies something, and a translation that denies nothing. */
final class NegationCheck implements Check {

  /** English says no in many other ways; any of them will do. */
  private static final Pattern ENGLISH =
      Pattern.compile(
          "(?i)\\b(?:un(?!i(?:t|on|vers|form|que|corn|f)|d(?:er|o)|til|cle|anim)\\p{L}{3,}|in(?:ability|able|accura|adequa|appropriat"
              + "|capab|complet|consist|correct|direct|dispens|evitab|experienc|expens|flexib|secur|sensib|signific|suffici|visib|voluntar|valid)\\p{L}*"
              + "|im(?:possib|mobil|mutab|perfect|patien|prudent|proper)\\p{L}*|ir(?:regular|relev|respons|revers|respect)\\p{L}*"
              + "|il(?:legal|licit|litera)\\p{L}*|dis(?!tanc|trict|cuss|cover|play|tribut|eas|h)\\p{L}{4,}|non-?\\p{L}+|\\p{L}+less(?:ly|ness)?|fail\\p{L}*"
              + "|lack\\p{L}*|miss(?:ing|ed)?|absen\\p{L}*|den(?:y|ied|ies|ial)|refus\\p{L}*|reject\\p{L}*|avoid\\p{L}*|prevent\\p{L}*"
              + "|prohibit\\p{L}*|ban(?:ned|s)?|forbid\\p{L}*|forbade|hardly|barely|rarely|seldom|scarcely|few|little|yet|rather than|instead"
              + "|but|except|out of|free of|stop\\p{L}*|only|otherwise|far from|too|unless|regardless|despite|although|though|while|however|away|zero|neutral"
              + "|anonym\\p{L}*|former|beyond|ignor\\p{L}*|anti-?\\p{L}*|mis\\p{L}{4,}|de\\p{L}*tect\\p{L}*|over\\p{L}*|remain\\p{L}*|still|whether|if|even|devoid|limited|die[ds]?|death|record|such as|loose|lose|lost)\\b");

  @Override
  public String id() {
    return "negation";
  }

  @Override
  public List<Finding> run(CheckedPair pair) {
    boolean fits = Check.is(pair.sourceLanguage(), "vi") && Check.is(pair.targetLanguage(), "en");
    List<Fact> negations = fits ? pair.sourceFacts(FactKind.NEGATION) : List.of();
    if (negations.isEmpty()
        || !pair.targetFacts(FactKind.NEGATION).isEmpty()
        || ENGLISH.matcher(pair.targetText()).find()) {
      return List.of();
    }
    return List.of(
        new Finding(
            id(),
            Severity.WARNING,
            negations.get(0).span(),
            null,
            "",
            "the translation denies nothing"));
  }

  @Override
  public List<Example> examples() {
    return List.of(
        Example.right("Cảng chưa mở cửa.", "The port is not open yet."),
        Example.right("Không thể vào.", "It is impossible to enter."),
        Example.right("Không khí trong lành.", "The air is fresh."),
        Example.right("Không chỉ có tàu.", "There are also ships."),
        Example.wrong("Cảng chưa mở cửa.", "The port is open."),
        Example.wrong("Dự án không đúng tiến độ.", "The project is on schedule."));
  }
}
