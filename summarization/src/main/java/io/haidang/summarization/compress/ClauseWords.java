package io.haidang.summarization.compress;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words by which the clauses of a language are known. Immutable.
 *
 * @param connective at the beginning, with its comma
 * @param time a date at the beginning, with its comma
 * @param place a place at the beginning, with its comma
 * @param rank which of several something is; the group is what can be left out
 * @param rate so many in a unit of time at the end; the groups are what can be left out
 * @param attributionHead a report named at the beginning, with its comma
 * @param attributionTail the same behind a comma, up to the end
 * @param detail where the details begin
 * @param purpose where a purpose or a consequence begins
 * @param apposition between two commas
 * @param adverbial a part before a comma that is no clause of its own
 * @param adjunct where a place, a means or an occasion at the end begins
 * @param finite words that make a clause even behind adverbials
 * @param verbs further words of which a clause has at least one; as nouns they may stand elsewhere
 * @param transitive words that no clause ends in since they ask for an object
 * @param dangling words that no clause ends in
 */
record ClauseWords(
    Pattern connective,
    Pattern time,
    Pattern place,
    Pattern rank,
    Pattern rate,
    Pattern attributionHead,
    Pattern attributionTail,
    Pattern detail,
    Pattern purpose,
    Pattern apposition,
    Pattern adverbial,
    Pattern adjunct,
    List<String> finite,
    List<String> verbs,
    List<String> transitive,
    Set<String> dangling) {

  static final Pattern SEMICOLON = Pattern.compile(";\\s");

  private static final int FEWEST_WORDS = 5;
  private static final Pattern NEVER = Pattern.compile("(?!)");

  /** "năm trước" needs no other word, unlike "trước". */
  private static final Pattern AGO =
      Pattern.compile("(?u)\\s(?:năm|kỳ|quý|tháng|tuần|ngày|lần|vụ|mùa) (?:trước|sau)$");

  private static final String REPORT =
      "(?:báo cáo|số liệu|thống kê|kết quả|kế hoạch|tin từ|thông tin từ|tổng hợp)";
  private static final String DAY =
      "(?:ngày\\s+)?(?:mùng\\s+)?\\d{1,2}(?:[/.-]\\d{1,2}(?:[/.-]\\d{4})?"
          + "|\\s+tháng\\s+\\d{1,2}(?:\\s+năm\\s+\\d{4})?)";

  private static final ClauseWords VIETNAMESE =
      new ClauseWords(
          head(
              "theo đó|cụ thể|bên cạnh đó|ngoài ra|đồng thời|tuy nhiên|do đó|vì vậy|do vậy|vì thế|"
                  + "qua đó|nhờ đó|từ đó|nhờ vậy|đáng chú ý|đặc biệt|đáng nói|mặt khác|"
                  + "cùng với đó|song song với đó|được biết|như vậy|nhân dịp này|tại đây|"
                  + "tại buổi lễ|tại hội nghị|tại sự kiện|dịp này|trên cơ sở đó|mới đây|vừa qua|"
                  + "thời gian qua"),
          Pattern.compile(
              "(?iu)(?:(?:rạng sáng|sáng|trưa|chiều|tối|đêm)\\s+(?:nay|qua)?\\s*(?:\\(\\s*"
                  + DAY
                  + "\\s*\\)|"
                  + DAY
                  + ")?|"
                  + "(?:từ\\s+)?"
                  + DAY
                  + "|hôm nay|hôm qua)\\s*,\\s+"),
          Pattern.compile("(?iu)(?:tại|ở)\\s+[^,;:()]{3,90}(?:\\s*\\([^()]{2,40}\\))?,\\s+"),
          Pattern.compile(
              "(?iu)(?<!\\s(?:lần|ngày|bước|đợt|vòng|là|năm|tháng|tuần|phút|giờ|những|các))"
                  + "(\\s(?:đầu tiên|thứ (?:hai|ba|tư|năm|sáu|bảy|tám|chín|mười)))(?=\\s\\p{L})"
                  + "(?!\\s(?:của|cả|trong (?:số|lịch sử)|kể|mà|liên tiếp)(?!\\p{L}))"),
          Pattern.compile(
              "(?iu)(?<=\\p{L}\\s)((?:(?:hơn|gần|khoảng)\\s)?\\d[\\d.,]*\\s)(?!(?:triệu|tỷ|nghìn|ngàn"
                  + "|trăm|đồng|tấn|kg|km|m|ha|lượt|giờ|ngày|tháng|năm|TEU|USD)(?!\\p{L}))"
                  + "\\p{Ll}+(?:\\s\\p{Ll}+){0,3}(\\smỗi\\s(?:năm|tháng|tuần|ngày|giờ|quý))(?=\\.?$)"),
          Pattern.compile("(?iu)theo\\s+" + REPORT + "[^,;()]{0,90},\\s+"),
          Pattern.compile("(?iu),\\s+theo\\s+" + REPORT + "[^,;()]{0,90}$"),
          Pattern.compile("(?iu)[,;]\\s+trong đó(?!\\p{L})"),
          Pattern.compile(
              "(?iu)(?:[,;]\\s+|\\s+)(?:nhằm|góp phần)(?!\\p{L})|[,;]\\s+(?:qua đó|từ đó|đồng thời|"
                  + "tạo điều kiện|tạo động lực|tạo tiền đề|hướng tới|hướng đến|phục vụ|"
                  + "đáp ứng|với sự tham dự|với sự tham gia|với sự có mặt|cũng như|mở ra|đưa|nâng|giúp|giảm|phá|"
                  + "thay|vượt|cao hơn|thấp hơn|sớm hơn|gấp)"
                  + "(?!\\p{L})|\\s+đáp ứng yêu cầu(?!\\p{L})"),
          Pattern.compile(
              "(?iu),\\s+(?:một trong (?:những|các)|nơi|vốn|là một|đơn vị|dự án)\\s[^,;()]{5,120},"),
          Pattern.compile(
              "(?iu)(?:khi|nếu|để|nhằm|sau khi|trước khi|sau|trước|với|trong|tại|ngày|sáng|chiều|"
                  + "tối|theo|do|vì|bởi|mặc dù|tuy|nhờ|thực hiện|từ|đến|tới|tính đến|qua|bằng|trên|"
                  + "cùng với|cùng|căn cứ|dưới|năm|tháng|quý|giai đoạn|hiện|là|về|nhân|thông qua|"
                  + "hướng tới|hưởng ứng|xác định|tiếp tục chương trình|bên cạnh|ngoài)"
                  + "(?!\\p{L}).*"),
          Pattern.compile(
              "(?u)\\s(?:(?<!(?:so|cùng|đối|thoại|hợp|gắn|nối|tác|việc|đổi|ứng|quen|liền)\\s)với"
                  + "|(?<!(?:hiện|tồn|ngay|thực|nội)\\s)tại|(?<!bên\\s)trong(?!\\s(?:và|nước)\\s)"
                  + "|(?<!(?:bên|cấp|hơn)\\s)trên(?!\\s\\d)|phục vụ"
                  + "|nhân (?:dịp|kỷ niệm|[Nn]gày|[Ll]ễ|[Tt]uần|[Tt]háng|chuyến)"
                  + "|(?<!(?:đến|kể)\\s)từ"
                  + "|(?<!(?:mặt|công|cân|thăng|đồng|bình|văn|ngang)\\s)bằng|thông qua|giai đoạn"
                  + "|so với (?:cùng kỳ|năm|tháng|quý|kế hoạch)"
                  + "|(?:chỉ )?\\d+ (?:giờ|ngày|tuần|tháng|năm) (?:sau|kể từ)"
                  + "|sau (?:hơn |gần )?\\d+ (?:giờ|ngày|tuần|tháng|năm)"
                  + "|vào (?:ngày|sáng|chiều|tối|lúc|năm|tháng|dịp)|(?:đầu|cuối) (?:năm|xuân|quý)|(?:trước|sau) (?:năm|ngày|tháng|mùa|dịp|thềm)"
                  + "|(?<=kỷ lục (?:quốc gia|thế giới|châu Á)\\s)(?:chạy|bơi|nhảy|nội dung|môn|cự ly))\\s"),
          words(
              "đã sẽ đang vừa được bị là có đạt tăng giảm gồm cần phải diễn_ra tổ_chức khởi_công "
                  + "khai_mạc khai_trương công_bố ký trao đón tiếp thăm khánh_thành hoàn_thành "
                  + "phê_duyệt ban_hành đề_nghị chỉ_đạo thu_hút cấp nhấn_mạnh cho_biết "
                  + "khẳng_định tham_dự phát_biểu triển_khai phấn_đấu tiếp_tục đẩy_mạnh tăng_cường "
                  + "nâng đưa mở phối_hợp dự_kiến chiếm giúp giành vượt trở_thành bàn_giao giới_thiệu "
                  + "tiếp_nhận dẫn_đầu đứng xếp làm_việc gặp chúc_mừng biểu_dương khen_thưởng "
                  + "thông_qua công_khai thông_xe động_thổ ghi_nhận mong_muốn dành kéo_dài bắt_đầu kết_thúc"),
          words(
              "yêu_cầu xây_dựng thực_hiện kỷ_niệm đầu_tư đổi_mới phát_triển bảo_đảm đảm_bảo hỗ_trợ "
                  + "giao đánh_giá cam_kết kết_nối quảng_bá áp_dụng vận_hành nâng_cấp bố_trí "
                  + "xuất_khẩu nhập_khẩu sản_xuất hoạt_động phục_vụ đáp_ứng huy_động giải_ngân"),
          words(
              "là có đạt gồm diễn_ra nằm tổ_chức công_bố ký trao đón tiếp thăm phê_duyệt ban_hành đề_nghị chỉ_đạo "
                  + "thu_hút cấp nhấn_mạnh cho_biết khẳng_định đẩy_mạnh tăng_cường nâng đưa mở chiếm "
                  + "giúp giành vượt trở_thành giới_thiệu tiếp_nhận dẫn_đầu gặp chúc_mừng dành "
                  + "yêu_cầu thực_hiện kỷ_niệm bảo_đảm đảm_bảo hỗ_trợ giao kết_nối áp_dụng phục_vụ "
                  + "đáp_ứng huy_động so tiếp_tục dự_kiến thông_qua làm_việc công_tác sinh_sống"),
          set(
              "và của là về với cho tại trong để đã sẽ được bị các những từ đến theo như bằng nhằm "
                  + "ở trên dưới cùng khi do vì bởi hay hoặc mà thì rằng không chưa một hai ba mỗi "
                  + "đang gồm trước sau giữa vào ra cả đồng thời hơn gần khoảng ngay chỉ cũng vẫn đều"));

  private static final ClauseWords ENGLISH =
      new ClauseWords(
          head(
              "however|moreover|furthermore|in addition|besides|accordingly|therefore|thus|"
                  + "meanwhile|specifically|in particular|notably|at the same time|as a result|"
                  + "recently|on this occasion"),
          NEVER,
          NEVER,
          NEVER,
          NEVER,
          Pattern.compile(
              "(?iu)according to (?:a report|data|figures|statistics)[^,;()]{0,90},\\s+"),
          Pattern.compile("(?iu),\\s+according to (?:a report|data|figures|statistics)[^,;()]*$"),
          title(",\\s+(?:including|with|of which|among which)\\s"),
          title("\\s+(?:in order )?to\\s(?!\\p{Lu})|,\\s+\\p{Ll}+ing\\s"),
          NEVER,
          Pattern.compile(
              "(?iu)(?:when|if|to|after|before|with|in|on|at|by|according|because|although|while|"
                  + "from|during|under|as|for|following)(?!\\p{L}).*"),
          title(
              "\\s(?:in|at|on|with|from|for|into|by|during|through|after|before|within|across|ahead of)\\s"),
          List.of(),
          List.of(),
          List.of(),
          set("and or of in to the a an for with on at by from as that which who is are was were"));

  private static final ClauseWords OTHER =
      new ClauseWords(
          NEVER, NEVER, NEVER, NEVER, NEVER, NEVER, NEVER, NEVER, NEVER, NEVER, NEVER, NEVER,
          List.of(), List.of(), List.of(), Set.of());

  static ClauseWords of(Locale language) {
    return switch (language.getLanguage()) {
      case "vi" -> VIETNAMESE;
      case "en" -> ENGLISH;
      default -> OTHER;
    };
  }

  /**
   * Only where no mark ends the text: of English verbs too little is known to shorten sentences.
   */
  private static Pattern title(String alternatives) {
    return Pattern.compile("(?u)(?:" + alternatives + ")(?=[^.!?…]*$)");
  }

  private static Pattern head(String alternatives) {
    return Pattern.compile("(?iu)(?:" + alternatives + ")\\s*,\\s+");
  }

  /** Words of several syllables are joined by a low line. */
  private static List<String> words(String joined) {
    return Arrays.stream(joined.split(" ", -1)).map(word -> word.replace('_', ' ')).toList();
  }

  private static Set<String> set(String words) {
    return new HashSet<>(Arrays.asList(words.split(" ", -1)));
  }

  /** Whether a shorter version has enough words and a beginning that can stand alone. */
  boolean isWhole(String sentence) {
    return sentence.split(" ", -1).length >= FEWEST_WORDS;
  }

  /**
   * Whether a text without its end mark is a clause: more than adverbials, with a verb, and ending
   * in a word that asks for no other.
   */
  boolean isClause(String text) {
    String main = main(text);
    boolean verb = has(finite, main) || (main.equals(text) && has(verbs, main));
    return isPhrase(main) && (verb || finite.isEmpty());
  }

  /** Whether a text has some words, and ends in one that asks for no other. */
  boolean isPhrase(String text) {
    String small = text.toLowerCase(Locale.ROOT);
    String[] parts = small.split(" ", -1);
    return parts.length >= FEWEST_WORDS
        && (!dangling.contains(Sentences.withoutEnd(parts[parts.length - 1]))
            || AGO.matcher(small).find())
        && transitive.stream().noneMatch(word -> small.endsWith(" " + word));
  }

  /** Whether a text goes on with the verb of the sentence. */
  boolean beginsWithVerb(String text) {
    String padded = text.toLowerCase(Locale.ROOT) + " ";
    return finite.stream().anyMatch(verb -> padded.startsWith(verb + " "));
  }

  /** What is left when adverbials at the beginning are taken off; empty when nothing is. */
  private String main(String text) {
    String rest = text;
    while (adverbial.matcher(rest).matches()) {
      int comma = rest.indexOf(", ");
      if (comma < 0) {
        return "";
      }
      rest = rest.substring(comma + 2);
    }
    return rest;
  }

  private static boolean has(List<String> words, String text) {
    String padded = " " + text.toLowerCase(Locale.ROOT).replaceAll("[,;:]", "") + " ";
    return words.stream().anyMatch(word -> padded.contains(" " + word + " "));
  }
}
