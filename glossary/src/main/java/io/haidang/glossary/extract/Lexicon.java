package io.haidang.glossary.extract;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Words that begin names, and words that are in no name, by language. */
final class Lexicon {

  /** With a capital: names of bodies, events and documents; the longest first. */
  private static final List<List<String>> HEADS =
      heads(
          "sở",
          "ban",
          "bộ",
          "cục",
          "chi cục",
          "tổng cục",
          "vụ",
          "ủy ban",
          "hội đồng",
          "hội",
          "liên đoàn",
          "liên hiệp",
          "hiệp hội",
          "trung tâm",
          "viện",
          "học viện",
          "trường",
          "trường đại học",
          "đại học",
          "bệnh viện",
          "văn phòng",
          "phòng",
          "đảng ủy",
          "đảng bộ",
          "thành ủy",
          "công ty",
          "tập đoàn",
          "tổng công ty",
          "ngân hàng",
          "báo",
          "đài",
          "khu",
          "khu công nghiệp",
          "khu kinh tế",
          "khu di tích",
          "khu dự trữ sinh quyển",
          "cảng",
          "sân bay",
          "cầu",
          "nhà hát",
          "bảo tàng",
          "lễ hội",
          "nghị quyết",
          "nghị định",
          "chỉ thị",
          "luật",
          "quyết định",
          "đề án",
          "chương trình",
          "dự án",
          "chi hội",
          "câu lạc bộ",
          "quần đảo",
          "vịnh",
          "đảo",
          "vườn quốc gia",
          "đền",
          "chùa",
          "giải",
          "giải thưởng",
          "huân chương",
          "đại sứ quán",
          "tổng lãnh sự quán",
          "quỹ");

  /** Without a capital too, when a capital follows: units and places. */
  private static final List<List<String>> PLACES =
      heads(
          "tỉnh",
          "thành phố",
          "quận",
          "huyện",
          "thị xã",
          "phường",
          "xã",
          "thôn",
          "đặc khu",
          "vịnh",
          "đảo",
          "quần đảo",
          "cảng",
          "sông",
          "núi",
          "bãi biển",
          "cầu",
          "đường",
          "chùa",
          "đền",
          "làng",
          "sân bay",
          "khu công nghiệp",
          "khu kinh tế",
          "khu dự trữ sinh quyển");

  private static final Set<String> VIETNAMESE_STOPS =
      Set.of(
          "và", "là", "của", "có", "các", "những", "một", "cho", "được", "với", "trong", "trên",
          "tại", "từ", "đến", "đã", "đang", "sẽ", "cũng", "này", "đó", "khi", "để", "về", "theo",
          "như", "ra", "vào", "bằng", "do", "vì", "nên", "thì", "mà", "hoặc", "hay", "rất", "nhiều",
          "ở", "qua", "lại", "không", "chưa", "phải", "cần", "nhằm", "sau", "trước", "giữa", "cùng",
          "nhất", "mỗi", "mọi", "ngày", "năm", "tháng", "ông", "bà", "anh", "chị", "hơn", "nhân",
          "còn", "việc", "người", "đối", "đầy", "lên", "gắn", "đồng", "chủ", "tốt", "trì", "họp",
          "tổ", "cao", "hai", "ba", "bốn", "số", "thứ", "vẫn", "chỉ", "nơi", "bên", "nếu", "dù",
          "ngay", "đây", "đều", "thêm", "lần", "phía", "chiều", "sáng", "tối", "đêm", "cạnh",
          "dưới", "khắp", "suốt", "riêng", "ngoài", "gần", "hàng", "nói", "biết", "thấy", "đưa",
          "làm", "nâng", "đẩy", "mạnh", "tục", "tăng", "tiếp", "góp", "gồm", "thuộc", "usd", "vnd",
          "eur");

  private static final Set<String> ENGLISH_STOPS =
      Set.of(
          "the", "a", "an", "of", "and", "or", "to", "in", "on", "at", "for", "with", "by", "from",
          "as", "is", "are", "was", "were", "be", "been", "has", "have", "had", "it", "its", "this",
          "that", "these", "those", "he", "she", "they", "their", "his", "her", "which", "who",
          "will", "would", "can", "may", "not", "but", "than", "after", "before", "into", "over",
          "all", "each", "more", "most", "when", "where", "there", "also", "said", "no", "every");

  /** Inside of a name, between capitals. */
  private static final Set<String> CONNECTORS = Set.of("và", "of", "the", "and", "for");

  private Lexicon() {}

  private static List<List<String>> heads(String... heads) {
    return Arrays.stream(heads)
        .map(head -> List.of(head.split(" ")))
        .sorted(Comparator.comparingInt((List<String> words) -> words.size()).reversed())
        .toList();
  }

  /** Words of a head that begins at {@code index}; 0 when none does. */
  static int headLength(Words words, int index) {
    int length = match(words, index, words.isCapital(index) ? HEADS : PLACES);
    return length == 0 ? match(words, index, PLACES) : length;
  }

  /** Whether the head is that of a place, whose name is nothing but capitals. */
  static boolean isPlace(Words words, int index) {
    return match(words, index, PLACES) > 0;
  }

  private static int match(Words words, int index, List<List<String>> heads) {
    for (List<String> head : heads) {
      int end = index + head.size();
      if (end <= words.size() && words.isUnbroken(index, end) && equals(words, index, head)) {
        return head.size();
      }
    }
    return 0;
  }

  private static boolean equals(Words words, int index, List<String> head) {
    for (int i = 0; i < head.size(); i++) {
      if (!words.lower(index + i).equals(head.get(i))) {
        return false;
      }
    }
    return true;
  }

  static boolean isStop(String word, Locale language) {
    return switch (language.getLanguage()) {
      case "vi" -> VIETNAMESE_STOPS.contains(word);
      case "en" -> ENGLISH_STOPS.contains(word);
      default -> false;
    };
  }

  static boolean isConnector(String word) {
    return CONNECTORS.contains(word);
  }
}
