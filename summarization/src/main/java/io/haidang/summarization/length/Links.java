package io.haidang.summarization.length;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds web addresses as twitter-text does, with or without a protocol; without one the domain is
 * of Latin letters and ends in a country's code or a usual generic name.
 */
public final class Links {

  private static final Set<String> GENERIC =
      Set.of(
          "com", "org", "net", "edu", "gov", "mil", "int", "info", "biz", "name", "pro", "aero",
          "asia", "cat", "coop", "jobs", "mobi", "museum", "tel", "travel", "xxx", "post", "app",
          "dev", "page", "blog", "news", "online", "site", "shop", "store", "tech", "cloud", "link",
          "live", "media", "world", "city", "email", "global", "group", "agency", "digital", "xyz",
          "top", "club", "vip", "work", "today", "space", "website", "press", "video", "tv", "eu",
          "uk", "ac", "su");

  private static final Set<String> COUNTRIES = new HashSet<>();

  static {
    Arrays.stream(Locale.getISOCountries())
        .forEach(code -> COUNTRIES.add(code.toLowerCase(Locale.ROOT)));
  }

  private static final String LATIN = "a-z0-9\\u00c0-\\u024f\\u1e00-\\u1eff";
  private static final String LABEL = "[" + LATIN + "](?:[" + LATIN + "_-]{0,61}[" + LATIN + "])?";
  private static final String UNICODE_LABEL =
      "[\\p{L}\\p{N}\\p{So}](?:[\\p{L}\\p{M}\\p{N}\\p{So}_-]{0,61}[\\p{L}\\p{N}\\p{So}])?";
  private static final String TAIL =
      "(?::[0-9]{1,5})?(?:[/?#](?:[\\p{L}\\p{M}\\p{N}/?#&=+$%*@!~_;:.,'()\\[\\]|-]*"
          + "[\\p{L}\\p{M}\\p{N}/#=&+_-])?)?";

  private static final Pattern LINK =
      Pattern.compile(
          "(?iu)(?<![\\p{L}\\p{N}@$#])(?:(?<protocol>https?://)(?:"
              + UNICODE_LABEL
              + "\\.)+(?<end>\\p{L}{2,63}|xn--[a-z0-9-]{2,59})|(?<![-_./])(?:"
              + LABEL
              + "\\.)+(?<top>[a-z]{2,63}))(?![\\p{L}\\p{N}@_-])"
              + TAIL);

  private Links() {}

  /** A web address in a text: from its first UTF-16 unit to the one after its last. */
  public record Link(int start, int end) {}

  /** The addresses in {@code text}, in reading order. */
  public static List<Link> in(String text) {
    List<Link> links = new ArrayList<>();
    Matcher matcher = LINK.matcher(text);
    while (matcher.find()) {
      if (matcher.group("protocol") != null || isTop(matcher.group("top"))) {
        links.add(new Link(matcher.start(), matcher.end()));
      }
    }
    return links;
  }

  private static boolean isTop(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return GENERIC.contains(lower) || COUNTRIES.contains(lower);
  }
}
