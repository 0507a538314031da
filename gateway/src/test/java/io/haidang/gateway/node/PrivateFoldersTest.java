package io.haidang.gateway.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFoldersTest {

  @TempDir private Path folder;

  @Test
  void make_missingFolders_areTheOwnersAlone() throws IOException {
    Path data = folder.resolve("data");
    PrivateFolders.make(List.of(data, data.resolve("memory")));
    assertThat(permissions(data)).isEqualTo("rwx------");
    assertThat(permissions(data.resolve("memory"))).isEqualTo("rwx------");
  }

  @Test
  void make_folderThatIsThere_isLeftAsItIs() throws IOException {
    Path data = Files.createDirectory(folder.resolve("data"));
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-x---"));
    PrivateFolders.make(List.of(data));
    assertThat(permissions(data)).isEqualTo("rwxr-x---");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
