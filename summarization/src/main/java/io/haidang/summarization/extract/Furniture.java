package io.haidang.summarization.extract;

import java.util.Locale;
import java.util.regex.Pattern;

/** Recognises what stands in an official text or a press release beside its sentences. */
final class Furniture {

  /** Lines above the title of a Vietnamese official document: what it is and who issued it. */
  private static final Pattern LETTERHEAD =
      Pattern.compile(
          "(?iu)(chỉ thị|nghị quyết|quyết định|thông báo|kế hoạch|báo cáo|công văn|tờ trình|"
              + "hướng dẫn|kết luận|thông cáo|thông cáo báo chí|tin báo chí|bài phát biểu|phát biểu|"
              + "thư mời|giấy mời|công điện|"
              + "directive|resolution|decision|press release|speech|notice|statement)"
              + "( (?=số).{1,60})?"
              + "|của .{1,80}|kính gửi.*|số[: ].{1,60}|độc lập\\s*[-–]\\s*tự do.*"
              + "|cộng hòa xã hội.*|cộng hoà xã hội.*|đảng cộng sản việt nam"
              + "|.{2,40}, ngày .{1,2} tháng .{1,2} năm \\d{4}|\\*+|[-–—_=]{2,}");

  private static final Pattern KIND =
      Pattern.compile(
          "(?iu)(?:bài )?phát biểu|thông báo|thông cáo|báo cáo|speech|statement|notice");

  /** A body's name in capitals on a line of its own. */
  private static final Pattern ISSUER =
      Pattern.compile(
          "(ỦY BAN|UỶ BAN|HỘI ĐỒNG|SỞ|BAN|BỘ|THÀNH ỦY|THÀNH UỶ|ĐẢNG BỘ|VĂN PHÒNG|CHI CỤC|CỤC|"
              + "TRUNG TÂM|CÔNG AN|HỘI|LIÊN ĐOÀN|BÁO|CẢNG VỤ|UBND|HĐND|PEOPLE'S COMMITTEE)\\b.*",
          Pattern.UNICODE_CHARACTER_CLASS);

  private static final int LONGEST_ISSUER = 8;

  /** What follows is for the registry or the press, not for the reader. */
  private static final Pattern CLOSING =
      Pattern.compile(
          "(?iu)(nơi nhận|recipients?|t/m|tm\\.|kt\\.|thông tin liên hệ|đầu mối báo chí|"
              + "liên hệ báo chí|press contact|media contact|contact:)(?!\\p{L}).*");

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?iu)(kính thưa|thưa (?:các|quý|toàn)|xin (?:trân trọng )?c[aả][mả]m? ơn|"
              + "(?:xin )?trân trọng (?:cảm ơn|kính|thông báo)|xin chân thành|một lần nữa, xin|"
              + "ladies and gentlemen|thank you|dear )(?!\\p{L}).*|.*[?]");

  private static final Pattern ITEM =
      Pattern.compile("(?:[-–•*+]|\\d{1,3}[.)]|\\p{L}\\)|[IVX]+\\.)\\s.*");
  private static final Pattern ITEM_MARK =
      Pattern.compile("^(?:[-–•*+]|\\p{Ll}\\)|\\d{1,2}[.)])\\s+");
  private static final Pattern END = Pattern.compile("(?s).*[.!?…][”\"’»)]*");

  private Furniture() {}

  static boolean isLetterhead(String line) {
    return LETTERHEAD.matcher(line).matches();
  }

  /**
   * The kind of text that a line of the letterhead names, with a capital; empty for other lines.
   */
  static String kind(String line) {
    return KIND.matcher(line).matches()
        ? line.substring(0, 1).toUpperCase(Locale.ROOT) + line.substring(1).toLowerCase(Locale.ROOT)
        : "";
  }

  static boolean isIssuer(String line) {
    return line.split(" ", -1).length <= LONGEST_ISSUER
        && isCapitals(line)
        && ISSUER.matcher(line).matches();
  }

  static boolean isClosing(String line) {
    return CLOSING.matcher(line).matches();
  }

  /** Whether a sentence speaks to its hearers rather than of its subject. */
  static boolean isAddress(String sentence) {
    return ADDRESS.matcher(sentence).matches();
  }

  static boolean isItem(String line) {
    return ITEM.matcher(line).matches();
  }

  static String withoutItemMark(String line) {
    return ITEM_MARK.matcher(line).replaceFirst("");
  }

  static boolean endsSentence(String text) {
    return END.matcher(text).matches();
  }

  /** Whether a line has letters, and all of them are capitals. */
  static boolean isCapitals(String line) {
    return line.codePoints().anyMatch(Character::isUpperCase)
        && line.codePoints().noneMatch(Character::isLowerCase);
  }
}
