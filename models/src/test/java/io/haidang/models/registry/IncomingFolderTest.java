package io.haidang.models.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.models.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IncomingFolderTest {

  @TempDir private Path root;

  @Test
  void open_whileAnotherIs_isUnavailableUntilThatEnds() throws IOException {
    try (IncomingFolder first = IncomingFolder.open(root)) {
      assertThat(first.downloads()).isDirectory();
      assertThatThrownBy(() -> IncomingFolder.open(root))
          .isInstanceOf(ModelException.Unavailable.class)
          .hasMessageContaining("another installation");
    }
    IncomingFolder.open(root).close();
  }

  @Test
  void place_overAnother_replacesIt() throws IOException {
    install("first");
    install("second");
    assertThat(root.resolve("mine/a.txt")).hasContent("second");
    assertThat(left()).isEmpty();
  }

  /** Killed between taking the old one away and moving the new one in, and while filling. */
  @Test
  void open_afterAKill_putsTheOldOneBackAndClearsTheRest() throws IOException {
    install("old");
    Path incoming = root.resolve(IncomingFolder.NAME);
    Files.move(root.resolve("mine"), incoming.resolve("replaced-mine"));
    Files.createDirectories(incoming.resolve("stage-1/mine"));
    Files.writeString(incoming.resolve("stage-1/mine/a.txt"), "new");
    Files.writeString(incoming.resolve("0123.part"), "half a download");

    IncomingFolder.open(root).close();

    assertThat(root.resolve("mine/a.txt")).hasContent("old");
    assertThat(left()).isEmpty();
    assertThat(incoming.resolve("0123.part")).exists();
  }

  @Test
  void open_killedAfterTheNewOneCame_keepsThat() throws IOException {
    install("new");
    Path old = root.resolve(IncomingFolder.NAME).resolve("replaced-mine");
    Files.createDirectory(old);
    Files.writeString(old.resolve("a.txt"), "old");

    IncomingFolder.open(root).close();

    assertThat(root.resolve("mine/a.txt")).hasContent("new");
    assertThat(left()).isEmpty();
  }

  @Test
  void close_stageNotPlaced_leavesNothing() throws IOException {
    try (IncomingFolder incoming = IncomingFolder.open(root)) {
      Files.writeString(incoming.stage("mine").resolve("a.txt"), "half");
    }
    assertThat(root.resolve("mine")).doesNotExist();
    assertThat(left()).isEmpty();
  }

  private void install(String content) throws IOException {
    try (IncomingFolder incoming = IncomingFolder.open(root)) {
      Path stage = incoming.stage("mine");
      Files.writeString(stage.resolve("a.txt"), content);
      incoming.place(stage);
    }
  }

  private List<Path> left() throws IOException {
    try (Stream<Path> files = Files.list(root.resolve(IncomingFolder.NAME))) {
      return files.filter(Files::isDirectory).toList();
    }
  }
}
