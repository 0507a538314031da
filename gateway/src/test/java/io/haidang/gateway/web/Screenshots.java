package io.haidang.gateway.web;

import io.haidang.gateway.web.story.StoryPictures;
import io.haidang.gateway.web.testing.Chromium;
import io.haidang.gateway.web.testing.RunningDesk;
import io.haidang.gateway.web.testing.WebClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;

/**
 * Takes the pictures of {@code docs/screenshots} from a real gateway that works on the sample
 * texts; run by {@code docs/screenshots/make}.
 */
final class Screenshots {

  private static final String WORKBENCH_EDITOR = ".editor textarea";

  private final Path folder;
  private final Chromium editor;
  private final Chromium reviewer;

  /** The reviewer, without a browser. */
  private final WebClient clerk;

  private final NamePictures names;
  private final StoryPictures stories;

  private Screenshots(
      Path folder, Chromium editor, Chromium reviewer, WebClient clerk, NamePictures names) {
    this.clerk = clerk;
    this.folder = folder;
    this.editor = editor;
    this.reviewer = reviewer;
    this.names = names;
    this.stories = new StoryPictures(folder, editor);
  }

  /** Argument: the folder for the pictures. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]).toAbsolutePath();
    Path downloads = Files.createTempDirectory("haidang-downloads-");
    try (RunningDesk desk = RunningDesk.start();
        Chromium editor = Chromium.open(desk.address(), downloads, "vi");
        Chromium reviewer = Chromium.open(desk.address(), downloads, "vi");
        Chromium mai = Chromium.open(desk.address(), downloads, "vi");
        Chromium nam = Chromium.open(desk.address(), downloads, "vi")) {
      WebClient clerk = WebClient.of(desk, "minh");
      new Screenshots(folder, editor, reviewer, clerk, new NamePictures(folder, mai, nam)).take();
    }
    PagePictures.take(folder.resolve("pages"), "vi");
  }

  private void take() throws IOException {
    signIn();
    submit();
    review();
    decide();
    lookUp();
    names.take();
    stories.take();
    onAPhone();
  }

  private void signIn() throws IOException {
    editor.go("/sign-in");
    editor.type("#login", "lan");
    editor.type("#password", "không phải");
    editor.click("main form button");
    editor.await("#sign-in-problem");
    shoot(editor, "sign-in");
    editor.signIn("lan");
    reviewer.signIn("minh");
  }

  private void submit() throws IOException {
    editor.go("/drafts/new");
    editor.type("#title", "Chỉ thị về công tác thông tin đối ngoại");
    editor
        .find("#file")
        .sendKeys(RunningDesk.repository().resolve("docs/samples/directive.vi.txt").toString());
    shoot(editor, "submit");
    editor.click("main form button.primary");
    editor.await(".notice.done");
    submitFile("press-release.vi.html", "Hải Phòng kết nối doanh nghiệp quốc tế");
    submitText(
        "Thông báo lịch tiếp công dân",
        "Sở Ngoại vụ thành phố Hải Phòng thông báo lịch tiếp công dân. Thời gian từ 8h30 đến"
            + " 11h30 ngày 15/12/2026.");
    submitText(
        "Làm việc về phát triển cảng biển",
        "Ngày 3/3/2026, Bộ Giao thông vận tải làm việc với Ủy ban nhân dân thành phố Hải Phòng."
            + " Buổi làm việc bàn về 4 bến cảng tại Lạch Huyện với tổng vốn 1.234,5 tỷ đồng. Sở"
            + " Ngoại vụ và Ban Quản lý Khu kinh tế Hải Phòng cùng dự. Bộ Kế hoạch và Đầu tư đề"
            + " nghị thành phố báo cáo trước ngày 30/6/2026.");
    editor.go("/drafts");
    editor.awaitText("#drafts", "Đang dịch");
    shoot(editor, "drafts");
    editor.await("#drafts:not([hx-trigger*=every])");
    reviewer.go("/queue");
    shoot(reviewer, "queue");
  }

  private void submitFile(String name, String title) {
    editor.go("/drafts/new");
    editor.type("#title", title);
    editor
        .find("#file")
        .sendKeys(RunningDesk.repository().resolve("docs/samples").resolve(name).toString());
    editor.click("main form button.primary");
    editor.await(".notice.done");
  }

  private void submitText(String title, String text) {
    editor.go("/drafts/new");
    editor.type("#title", title);
    editor.type("#content", text);
    editor.click("main form button.primary");
    editor.await(".notice.done");
  }

  private void review() throws IOException {
    open(reviewer, "Làm việc về phát triển");
    shoot(reviewer, "workbench-vi");
    language(reviewer, "en");
    reviewer.find("#text-0").sendKeys(Keys.END, " (checked by phone)");
    reviewer.find("#text-0").sendKeys(Keys.chord(Keys.CONTROL, Keys.ENTER));
    reviewer.await("#segment-0.edited");
    reviewer.click("#segment-0 .compare summary");
    focus(reviewer, ".outdated");
    shoot(reviewer, "workbench-en");
    reviewer.find("#segment-0 .source a.official").sendKeys(Keys.ENTER);
    reviewer.await("#term-panel h2");
    shoot(reviewer, "term-panel");
    reviewer.find("#term-panel button").click();
    reviewer.find("body").sendKeys("?");
    reviewer.await("#keys");
    shoot(reviewer, "keys");
    reviewer.go(path(reviewer) + "/history");
    shoot(reviewer, "history");
    open(reviewer, "Chỉ thị");
    reviewer.go(path(reviewer) + "?filter=findings");
    shoot(reviewer, "workbench-findings");
    language(reviewer, "vi");
  }

  private void decide() throws IOException {
    open(reviewer, "Hải Phòng kết nối");
    shoot(reviewer, "workbench-html");
    String path = path(reviewer);
    clerk.acceptErrors(path);
    reviewer.go(path);
    reviewer.click(".decision summary");
    shoot(reviewer, "approve");
    reviewer.go(path + "/summary");
    shoot(reviewer, "summary");
    editor.go(path);
    shoot(editor, "editor-view");
    reviewer.go(path);
    reviewer.click(".decision summary");
    reviewer.type("#comment-approve", "Đã đối chiếu với bản gốc.");
    reviewer.click(".decision[open] form button.primary");
    reviewer.await(".notice.done");
    shoot(reviewer, "approved");
  }

  private void lookUp() throws IOException {
    reviewer.go("/glossary?q=bo");
    shoot(reviewer, "glossary");
    reviewer.go("/errors");
    shoot(reviewer, "errors");
    reviewer.go("/khong-co");
    shoot(reviewer, "not-found");
  }

  private void onAPhone() throws IOException {
    reviewer.resize(390, 844);
    open(reviewer, "Làm việc về phát triển");
    shoot(reviewer, "phone-workbench");
    reviewer.go("/queue");
    shoot(reviewer, "phone-queue");
  }

  private static void open(Chromium browser, String title) {
    browser.go("/queue");
    browser.driver().findElement(By.partialLinkText(title)).click();
    browser.await(WORKBENCH_EDITOR);
  }

  private static void language(Chromium browser, String tag) {
    browser.click(".languages button[value=" + tag + "]");
  }

  private static String path(Chromium browser) {
    return URI.create(browser.driver().getCurrentUrl()).getPath();
  }

  private static void focus(Chromium browser, String css) {
    ((JavascriptExecutor) browser.driver())
        .executeScript("document.querySelector(arguments[0]).focus({focusVisible:true})", css);
  }

  private void shoot(Chromium browser, String name) throws IOException {
    byte[] png = browser.driver().getScreenshotAs(OutputType.BYTES);
    Files.write(folder.resolve(name + ".png"), png);
  }
}
