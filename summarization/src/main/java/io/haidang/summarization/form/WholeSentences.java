package io.haidang.summarization.form;

import io.haidang.summarization.FormCandidate;
import io.haidang.summarization.FormSentence;
import io.haidang.summarization.FormSentence.Role;
import io.haidang.summarization.compress.Quotes;
import io.haidang.summarization.compress.Sentences;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whether what a product says is whole, and can be understood where it stands. */
final class WholeSentences {

  private static final int FEWEST_WORDS = 3;

  /** Beginnings that point back to a sentence before. */
  private static final Pattern POINTING_VI =
      Pattern.compile(
          "(?:\\p{Lu}\\p{L}*(?: \\p{L}+){0,4} (?:này|đó|nói trên|kể trên)"
              + "|Đây|Đó|Họ|Nó|Hai bên|Cả hai|Trong khi đó|Tuy nhiên|Nhưng|Song|Còn|Và|Cùng ngày|Cùng dịp|Trước đó|Sau đó|Tiếp đó|Trong đó|Khi đó|Khi ấy|Lúc này|Lúc đó|Lúc ấy|Có cả"
              + "|Thứ (?:nhất|hai|ba|tư|năm)|(?:Một|Hai|Ba|Bốn|Năm) là"
              + "|Ông(?! (?:\\p{Lu}|lão|già|bà|cụ|chủ))|Bà(?! \\p{Lu})|Anh(?! \\p{Lu})|Chị(?! \\p{Lu}))(?!\\p{L})",
          Pattern.UNICODE_CASE);

  private static final Pattern POINTING_EN =
      Pattern.compile(
          "(?:This|That|These|Those|It|They|He|She|However|But|And|Both|Meanwhile)(?!\\p{L})");

  private static final Pattern DENIAL =
      Pattern.compile(
          "(?<!\\p{L})(?:không|chưa|sai|nhầm|bác bỏ|not|never|false|wrong|incorrect)(?!\\p{L})");

  private static final Pattern ANNOUNCEMENT =
      Pattern.compile(
          "(?iu)(?:(?:các|những) [^,.;]{3,40} sau(?: đây)?|as follows|the following)\\W*$");

  private static final Pattern NOTHING = Pattern.compile("(?!)");

  private final Pattern pointing;

  WholeSentences(Locale language) {
    this.pointing =
        switch (language.getLanguage()) {
          case "vi" -> POINTING_VI;
          case "en" -> POINTING_EN;
          default -> NOTHING;
        };
  }

  boolean accept(FormCandidate candidate) {
    List<FormSentence> sentences =
        candidate.sentences().stream().filter(FormSentence::isProse).toList();
    for (int i = 0; i < sentences.size(); i++) {
      FormSentence sentence = sentences.get(i);
      boolean follows =
          i > 0 && sentence.role() != Role.POINT && follow(sentences.get(i - 1), sentence);
      if (!isWhole(sentence) || (!follows && pointsBack(sentence.text()))) {
        return false;
      }
    }
    return !sentences.isEmpty();
  }

  /** Whether a sentence is about what the one before it says. */
  boolean pointsBack(String sentence) {
    return pointing.matcher(sentence).lookingAt();
  }

  /** Whether a sentence takes back what the one before it says. */
  boolean denies(String sentence) {
    return pointsBack(sentence) && DENIAL.matcher(sentence.toLowerCase(Locale.ROOT)).find();
  }

  /** Whether a sentence announces a list that does not come with it. */
  static boolean announces(String sentence) {
    return ANNOUNCEMENT.matcher(sentence).find();
  }

  /** Whether a sentence has an end, and both halves of its brackets and quotation marks. */
  static boolean isWhole(String sentence) {
    return Sentences.isEnded(sentence) && isBalanced(sentence);
  }

  private static boolean isWhole(FormSentence sentence) {
    return sentence.role() == Role.TITLE
        ? isBalanced(sentence.text()) && !sentence.text().matches("(?s).*[,;:–-]")
        : isWhole(sentence.text());
  }

  private static boolean isBalanced(String text) {
    return Quotes.areWhole(text) && text.split(" ", -1).length >= FEWEST_WORDS;
  }

  private static boolean follow(FormSentence before, FormSentence now) {
    return !before.segments().isEmpty()
        && !now.segments().isEmpty()
        && Collections.max(before.segments()) + 1 == now.segments().get(0);
  }
}
