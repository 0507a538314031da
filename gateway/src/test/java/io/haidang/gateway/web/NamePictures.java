package io.haidang.gateway.web;

import io.haidang.gateway.web.testing.Chromium;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;

/** The pictures of the pages about official names; after the texts of {@link Screenshots}. */
final class NamePictures {

  private static final String LIST =
      """
      vi;en;forbidden_en;source;valid_from
      Trạm Đèn biển Hòn Dấu;Hon Dau Lighthouse Station;Hon Dau Light;danh sách của cơ quan;
      Trạm Đèn biển Long Châu;Long Chau Lighthouse Station;;danh sách của cơ quan;hôm qua
      """;

  private final Path folder;
  private final Chromium mai;
  private final Chromium nam;

  NamePictures(Path folder, Chromium mai, Chromium nam) {
    this.folder = folder;
    this.mai = mai;
    this.nam = nam;
  }

  void take() throws IOException {
    mai.signIn("mai");
    nam.signIn("nam");
    concept();
    propose();
    candidates();
    importList();
    campaign();
  }

  private void concept() throws IOException {
    open(mai, "Bộ Giao thông vận tải");
    shoot(mai, "concept");
    mai.resize(390, 844);
    shoot(mai, "phone-concept");
    mai.resize(1366, 768);
  }

  private void propose() throws IOException {
    open(mai, "Lễ hội Hoa Phượng Đỏ");
    mai.click("a[href$='/edit']");
    mai.type("#note", "Ghi chú để chụp hình.");
    mai.type("#comment", "Làm rõ cách dùng.");
    shoot(mai, "concept-edit");
    mai.click(".concept-form button.primary");
    mai.await(".notice.done");
    nam.go("/glossary/proposals");
    nam.click("input[name=proposal]");
    shoot(nam, "proposals");
    nam.click("button[value=approve]");
    nam.await(".notice.done");
    nam.go("/glossary/releases");
    shoot(nam, "releases");
  }

  /** Of the text that was approved. */
  private void candidates() throws IOException {
    mai.go("/glossary/candidates");
    mai.driver().findElement(By.partialLinkText("Hải Phòng kết nối")).click();
    mai.await("table.candidates");
    shoot(mai, "candidates");
  }

  private void importList() throws IOException {
    Path file = Files.createTempDirectory("haidang-list-").resolve("den-bien.csv");
    Files.write(file, LIST.getBytes(StandardCharsets.UTF_8));
    mai.go("/glossary/import");
    mai.find("#file").sendKeys(file.toString());
    mai.click("main form button.primary");
    mai.await(".import-summary");
    shoot(mai, "import");
  }

  private void campaign() throws IOException {
    open(mai, "Bộ Giao thông vận tải");
    mai.driver().findElement(By.xpath("//summary[contains(., 'Đợt đổi tên')]")).click();
    mai.await("details[open] #changedOn");
    mai.click("details[open] form button.primary");
    mai.await(".campaign-head");
    shoot(mai, "campaign");
  }

  private static void open(Chromium browser, String name) {
    browser.go("/glossary");
    browser.type("#q", name);
    browser.click(".names-search > button");
    browser.driver().findElement(By.linkText(name)).click();
    browser.await(".why");
  }

  private void shoot(Chromium browser, String name) throws IOException {
    byte[] png = browser.driver().getScreenshotAs(OutputType.BYTES);
    Files.write(folder.resolve(name + ".png"), png);
  }
}
