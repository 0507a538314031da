package io.haidang.gateway.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.functional.ApiClient.Answer;
import io.haidang.gateway.node.Gateway;
import io.haidang.gateway.testing.Provoked;
import io.haidang.gateway.testing.Provokes;
import io.haidang.gateway.testing.TestAccount;
import io.haidang.gateway.testing.TestConfig;
import io.haidang.gateway.testing.TestFolders;
import io.haidang.translation.review.Role;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The disk below the embedded database is full for a while. */
class FullDiskTest {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int MOST = 200;

  private final Path disk = TestFolders.temporary();
  private final Path ballast = disk.resolve("ballast");

  @BeforeEach
  void mount() throws Exception {
    assumeTrue(
        does("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", disk.toString()),
        "no file system of its own (expected: Linux, root)");
    Path names = TestFolders.withNames();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(names)) {
      for (Path file : files) {
        Files.copy(file, disk.resolve(file.getFileName()));
      }
    }
    TestFolders.delete(names);
  }

  @AfterEach
  void unmount() throws Exception {
    does("umount", disk.toString());
    TestFolders.delete(disk);
  }

  @Test
  @Provokes(ErrorCode.DATABASE_UNAVAILABLE)
  void disk_full_isSaidAndOnceThereIsRoomAllGoesOnByItself() throws Exception {
    Gateway gateway = Gateway.start(TestConfig.in(disk).build(), TestAccount.CHEAP);
    try {
      ApiClient api = editor(gateway);
      List<String> taken = new ArrayList<>();
      taken.add(id(submit(api, 0)));
      fill();

      Answer refused = submitUntilRefused(api, taken);
      Provoked.note(ErrorCode.DATABASE_UNAVAILABLE);
      assertThat(refused.status()).as(refused.body()).isEqualTo(503);
      assertThat(refused.code()).isEqualTo("database-unavailable");
      assertThat(refused.header("Retry-After")).isNotEmpty();
      assertThat(submit(api, MOST).code()).isEqualTo("database-unavailable");
      Files.delete(ballast);

      await().atMost(PATIENCE).until(() -> api.tryGet("drafts/" + taken.get(0)).status() == 200);
      taken.add(id(submit(api, MOST)));
      for (String draft : taken) {
        String target = api.get("drafts/" + draft).path("targets").path(0).path("id").asText();
        await()
            .atMost(PATIENCE)
            .until(() -> api.get("targets/" + target).path("state").asText().equals("in-review"));
      }
      assertThat(api.get("drafts").path("drafts")).hasSameSizeAs(taken);
    } finally {
      gateway.close();
    }
  }

  private static Answer submitUntilRefused(ApiClient api, List<String> taken) {
    for (int n = 1; n < MOST; n++) {
      Answer answer = submit(api, n);
      if (answer.status() != 202) {
        return answer;
      }
      taken.add(id(answer));
    }
    throw new AssertionError("the disk does not get full");
  }

  private static Answer submit(ApiClient api, int n) {
    byte[] noise = new byte[400_000];
    new Random(n).nextBytes(noise);
    String page =
        "<!-- "
            + Base64.getEncoder().encodeToString(noise)
            + " --><p>Cảng Hải Phòng đón tàu thứ "
            + n
            + ".</p>";
    return api.trySubmit(page, Map.of("format", "html"));
  }

  private static String id(Answer answer) {
    return answer.json().path("id").asText();
  }

  private void fill() throws IOException {
    byte[] block = new byte[4096];
    try (OutputStream out = Files.newOutputStream(ballast)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("No space left");
    }
  }

  private static ApiClient editor(Gateway gateway) {
    Account account =
        gateway.accounts().create("lan", "Lan", Office.FIRST, "secret", Set.of(Role.EDITOR));
    return new ApiClient(gateway.address(), gateway.accounts().createApiKey(account.id(), "test"));
  }

  private static boolean does(String... command) throws Exception {
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
