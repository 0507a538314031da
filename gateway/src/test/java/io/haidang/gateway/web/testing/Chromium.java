package io.haidang.gateway.web.testing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * One person's browser: Debian's Chromium with an empty profile, 1366×768.
 *
 * <p><b>Owns:</b> browser and driver processes, until {@link #close}.
 */
public final class Chromium implements AutoCloseable {

  private static final Path BROWSER = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final String address;
  private final ChromeDriver driver;
  private final List<String> complaints = new ArrayList<>();

  private Chromium(String address, ChromeDriver driver) {
    this.address = address;
    this.driver = driver;
  }

  public static boolean isInstalled() {
    return Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER);
  }

  /**
   * Opens a browser.
   *
   * @param address of the server; every other address counts as external
   * @param downloads folder for saved files
   * @param language that the browser asks for
   */
  public static Chromium open(String address, Path downloads, String language) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(BROWSER.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=1366,1000",
        "--force-prefers-reduced-motion",
        "--hide-scrollbars");
    options.setExperimentalOption(
        "prefs",
        Map.of(
            "intl.accept_languages",
            language,
            "download.default_directory",
            downloads.toString(),
            "download.prompt_for_download",
            false));
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(new File(DRIVER.toString()))
            .usingAnyFreePort()
            .withEnvironment(Map.of("LANGUAGE", language))
            .build();
    Chromium browser = new Chromium(address, new ChromeDriver(service, options));
    browser.resize(1366, 768);
    return browser;
  }

  /** Makes the visible page this large. */
  public void resize(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
  }

  /**
   * How wide the present page is in CSS pixels; more than the screen where something sticks out.
   */
  public int pageWidth() {
    Object width = driver.executeScript("return document.documentElement.scrollWidth");
    return ((Number) Objects.requireNonNull(width)).intValue();
  }

  public ChromeDriver driver() {
    return driver;
  }

  public void go(String path) {
    driver.get(address + path);
  }

  public WebElement find(String css) {
    return driver.findElement(By.cssSelector(css));
  }

  public boolean has(String css) {
    return !driver.findElements(By.cssSelector(css)).isEmpty();
  }

  /** Waits until something is there and can be seen. */
  public WebElement await(String css) {
    return new WebDriverWait(driver, PATIENCE)
        .until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(css)));
  }

  /** Waits until an element has this text somewhere. */
  public void awaitText(String css, String text) {
    new WebDriverWait(driver, PATIENCE)
        .until(ExpectedConditions.textToBePresentInElementLocated(By.cssSelector(css), text));
  }

  public void type(String css, String text) {
    WebElement field = find(css);
    field.clear();
    field.sendKeys(text);
  }

  public void click(String css) {
    find(css).click();
  }

  public void signIn(String login) {
    go("/sign-in");
    type("#login", login);
    type("#password", RunningDesk.PASSWORD);
    click("main form button");
    await("nav[aria-label]");
  }

  /** Somebody else in the same browser. */
  public void signInAs(String login) {
    driver.manage().deleteAllCookies();
    signIn(login);
  }

  /** Has the system ask for {@code light} or {@code dark} colours. */
  public void emulateColors(String scheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** Everything that the browser warned of, and every address that is not the server's. */
  public List<String> complaints() {
    for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
      if (!entry.getMessage().contains("Autofocus processing was blocked")) {
        complaints.add(entry.getMessage()); // Else somebody was quicker than the page.
      }
    }
    for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
      NetworkLog.requestedUrl(entry.getMessage())
          .filter(url -> !url.startsWith(address + "/"))
          .ifPresent(url -> complaints.add("external request: " + url));
    }
    return complaints;
  }

  @Override
  public void close() {
    driver.quit();
  }
}
