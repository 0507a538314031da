package io.haidang.gateway.web.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.haidang.gateway.web.testing.Chromium;
import io.haidang.gateway.web.testing.NeedsChromium;
import io.haidang.gateway.web.testing.RunningDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The story of a story: from the article to the archive, with a figure that changes on the way. */
@ExtendWith(NeedsChromium.class)
class StoryInBrowserIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir private Path downloads;

  @Test
  void story_whoseFigureChanges_isMadeAnewApprovedAndExported() throws IOException {
    try (RunningDesk desk = RunningDesk.start();
        Chromium lan = Chromium.open(desk.address(), downloads, "vi");
        Chromium minh = Chromium.open(desk.address(), downloads, "vi")) {
      lan.signIn("lan");
      minh.signIn("minh");
      StoryClient editor = new StoryClient(lan);
      editor.begin();
      editor.ask("translation", "headline", "key-points");
      assertThat(editor.state("Tiêu đề", "Tiếng Anh")).isEqualTo("chờ duyệt");
      String story = lan.driver().getCurrentUrl().replaceFirst("\\?.*", "");

      readWithTheKeyboard(lan, editor);
      lan.driver().get(story);
      editor.revise("18.500", "19.200");
      assertStale(lan);
      remakeAll(lan, editor);

      approve(minh, story);
      publishAndExport(lan, story);
      assertThat(lan.complaints()).isEmpty();
      assertThat(minh.complaints()).isEmpty();
    }
  }

  /** A sentence that has the focus shows the sentences that it came from. */
  private static void readWithTheKeyboard(Chromium lan, StoryClient editor) {
    editor.open("Tiêu đề", "Tiếng Việt");
    lan.await(".preview-card");
    assertThat(lan.find(".tip").isDisplayed()).isFalse();
    editor.focus(".from");
    assertThat(lan.await(".tip").getText()).contains(StoryClient.TITLE);
    assertThat(lan.find(".counter").getText()).contains("/64 ký tự");
  }

  /** The headline does not speak of ships; the key points and the translation do. */
  private static void assertStale(Chromium lan) {
    List<String> stale =
        lan.driver().findElements(By.cssSelector(".stale-list > li > div > a:first-child")).stream()
            .map(WebElement::getText)
            .toList();
    assertThat(stale)
        .containsExactlyInAnyOrder(
            "Bản dịch · Tiếng Anh", "Ý chính · Tiếng Việt", "Ý chính · Tiếng Anh");
    assertThat(lan.find(".stale-list").getText()).contains("Dữ kiện đã thay đổi");
    assertThat(lan.find(".stale-list ins").getText()).contains("19.200");
  }

  private static void remakeAll(Chromium lan, StoryClient editor) {
    lan.click(".notice.stale button.primary");
    editor.awaitMachine();
    assertThat(lan.has(".notice.stale")).isFalse();
    assertThat(editor.state("Ý chính", "Tiếng Việt")).isEqualTo("chờ duyệt");
    editor.open("Ý chính", "Tiếng Việt");
    assertThat(lan.await(".sentences").getText()).contains("19.200").doesNotContain("18.500");
  }

  private static void approve(Chromium minh, String story) {
    minh.driver().get(story);
    new StoryClient(minh).open("Tiêu đề", "Tiếng Việt");
    minh.await("h1");
    minh.click(".title-row a.primary");
    minh.await("#bar");
    minh.click(".decision summary");
    minh.click(".decision[open] form button.primary");
    minh.await(".state.approved");
  }

  private void publishAndExport(Chromium lan, String story) throws IOException {
    lan.driver().get(story);
    lan.click("form[action$='/publish'] button.primary");
    lan.await(".delivered li");
    lan.click(".links-row a[href$='/zip']");
    await().atMost(PATIENCE).until(() -> archive().isPresent());
    try (ZipFile archive = new ZipFile(archive().orElseThrow().toFile())) {
      List<String> names = archive.stream().map(ZipEntry::getName).toList();
      assertThat(names).anyMatch(name -> name.startsWith("products/vi/headline-"));
      assertThat(names).contains("manifest.json");
    }
  }

  private Optional<Path> archive() throws IOException {
    try (Stream<Path> files = Files.list(downloads)) {
      return files.filter(file -> file.toString().endsWith(".zip")).findFirst();
    }
  }
}
