package io.haidang.gateway.web.kit;

import java.util.List;

/**
 * What a browser calls itself, in two words such as {@code Firefox, Windows}: enough for its owner
 * to know it by, and too little to tell people apart.
 */
final class BrowserName {

  /** The first that is named counts: most browsers name those before them, too. */
  private static final List<Mark> BROWSERS =
      List.of(
          new Mark("Edg", "Edge"),
          new Mark("OPR/", "Opera"),
          new Mark("coc_coc_browser", "Cốc Cốc"),
          new Mark("Firefox/", "Firefox"),
          new Mark("FxiOS/", "Firefox"),
          new Mark("CriOS/", "Chrome"),
          new Mark("Chrome/", "Chrome"),
          new Mark("Safari/", "Safari"));

  private static final List<Mark> SYSTEMS =
      List.of(
          new Mark("Android", "Android"),
          new Mark("iPhone", "iOS"),
          new Mark("iPad", "iPadOS"),
          new Mark("Windows", "Windows"),
          new Mark("Mac OS X", "macOS"),
          new Mark("CrOS", "ChromeOS"),
          new Mark("Linux", "Linux"));

  private BrowserName() {}

  private record Mark(String in, String name) {}

  /**
   * The words for a {@code User-Agent}.
   *
   * @return empty for one that is not known
   */
  static String of(String userAgent) {
    String browser = first(BROWSERS, userAgent);
    String system = first(SYSTEMS, userAgent);
    return browser.isEmpty() || system.isEmpty() ? browser + system : browser + ", " + system;
  }

  private static String first(List<Mark> marks, String userAgent) {
    return marks.stream()
        .filter(mark -> userAgent.contains(mark.in()))
        .map(Mark::name)
        .findFirst()
        .orElse("");
  }
}
