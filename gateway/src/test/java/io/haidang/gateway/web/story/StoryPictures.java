package io.haidang.gateway.web.story;

import io.haidang.gateway.web.testing.Chromium;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openqa.selenium.OutputType;

/** Pictures of the pages about stories, on a desk and on a phone. */
public final class StoryPictures {

  private final Path folder;
  private final Chromium browser;
  private final StoryClient editor;

  public StoryPictures(Path folder, Chromium browser) {
    this.folder = folder;
    this.browser = browser;
    this.editor = new StoryClient(browser);
  }

  /** Somebody who submits has signed in. */
  public void take() throws IOException {
    browser.go("/stories/new");
    browser.type("#content", StoryClient.ARTICLE);
    shoot("story-new");
    editor.begin();
    shoot("story-begun");
    editor.ask("translation", "headline", "standfirst", "key-points", "post-x", "post-linkedin");
    String story = URI.create(browser.driver().getCurrentUrl()).getPath();
    shoot("story");
    product();
    browser.go(story + "/facts");
    shoot("story-facts");
    browser.go(story);
    editor.revise("18.500", "19.200");
    shoot("story-stale");
    browser.go("/stories");
    shoot("stories");
    onAPhone(story);
  }

  private void product() throws IOException {
    editor.open("Bài đăng LinkedIn", "Tiếng Anh");
    browser.await(".preview-card");
    editor.focus(".from");
    shoot("product");
    browser.go(URI.create(browser.driver().getCurrentUrl()).getPath() + "#preview-title");
    shoot("product-preview");
  }

  private void onAPhone(String story) throws IOException {
    browser.resize(390, 844);
    browser.go(story);
    shoot("phone-story");
    browser.go(story + "/facts");
    shoot("phone-facts");
    browser.go(story);
    editor.open("Bài đăng LinkedIn", "Tiếng Anh");
    browser.await(".preview-card");
    shoot("phone-product");
    browser.resize(1366, 768);
  }

  private void shoot(String name) throws IOException {
    byte[] png = browser.driver().getScreenshotAs(OutputType.BYTES);
    Files.write(folder.resolve(name + ".png"), png);
  }
}
