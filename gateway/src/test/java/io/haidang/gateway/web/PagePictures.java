package io.haidang.gateway.web;

import io.haidang.gateway.web.testing.Chromium;
import io.haidang.gateway.web.testing.RunningDesk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Pictures of every main page on a screen and on a phone, in light and in dark, and what is wrong
 * with it at sight: a page that is wider than the screen.
 */
final class PagePictures {

  private static final int QUALITY = 80;

  private static final List<Screen> SCREENS =
      List.of(new Screen("", 1366, 768), new Screen("-phone", 390, 844));

  private final Path folder;
  private final Chromium browser;

  private PagePictures(Path folder, Chromium browser) {
    this.folder = folder;
    this.browser = browser;
  }

  /** A size in CSS pixels. */
  private record Screen(String suffix, int width, int height) {}

  /** Arguments: a folder for these pictures alone, and the language of the pages. */
  public static void main(String[] arguments) throws IOException {
    take(Path.of(arguments[0]).toAbsolutePath(), arguments[1]);
  }

  /** Fills the folder with the pages in one language. */
  static void take(Path folder, String language) throws IOException {
    Files.createDirectories(folder);
    Path downloads = Files.createTempDirectory("haidang-downloads-");
    try (RunningDesk desk = RunningDesk.unclaimed();
        Chromium browser = Chromium.open(desk.address(), downloads, language)) {
      new PagePictures(folder, browser).at("setup", MainPages.setup(desk));
    }
    try (RunningDesk desk = RunningDesk.start();
        Chromium browser = Chromium.open(desk.address(), downloads, language)) {
      MainPages.walk(desk, browser, new PagePictures(folder, browser)::at);
    }
  }

  private void at(String name, String path) {
    for (Screen screen : SCREENS) {
      browser.resize(screen.width(), screen.height());
      take(name + screen.suffix(), path, "light");
      take(name + screen.suffix() + "-dark", path, "dark");
      warnOfOverflow(name, screen);
    }
    browser.resize(SCREENS.get(0).width(), SCREENS.get(0).height());
    browser.emulateColors("light");
  }

  private void take(String name, String path, String scheme) {
    browser.emulateColors(scheme);
    browser.go(path);
    browser.driver().executeAsyncScript("document.fonts.ready.then(arguments[0])");
    Map<String, Object> picture =
        browser
            .driver()
            .executeCdpCommand(
                "Page.captureScreenshot", Map.of("format", "webp", "quality", QUALITY));
    byte[] content = Base64.getDecoder().decode(String.valueOf(picture.get("data")));
    try {
      Files.write(folder.resolve(name + ".webp"), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void warnOfOverflow(String name, Screen screen) {
    if (browser.pageWidth() > screen.width()) {
      System.err.println(name + screen.suffix() + ": wider than the screen");
    }
  }
}
