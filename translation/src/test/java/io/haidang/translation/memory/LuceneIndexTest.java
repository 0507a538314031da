package io.haidang.translation.memory;

import static io.haidang.translation.memory.Entries.PAIR;
import static io.haidang.translation.memory.Entries.PUBLIC;
import static io.haidang.translation.memory.Entries.entry;
import static io.haidang.translation.memory.Entries.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneIndexTest {

  @TempDir private Path folder;

  private static Concordance words(String words) {
    return new Concordance(words, null, Set.of(PUBLIC), 0, 10);
  }

  @Test
  void index_closedAndOpened_isWhereItWas() {
    try (LuceneIndex index = LuceneIndex.open(folder, "test")) {
      index.apply(List.of(entry(1, "Cảng mới.", "New port.")), List.of(), 7);
    }
    try (LuceneIndex index = LuceneIndex.open(folder, "test")) {
      assertThat(index.position()).isEqualTo(7);
      assertThat(index.similar(query("Cảng mới.", 70), 5)).containsExactly(1L);
    }
  }

  @Test
  void apply_entryAgain_takesThePlaceOfTheFirst() {
    try (LuceneIndex index = LuceneIndex.open(folder, "test")) {
      index.apply(List.of(entry(1, "Cảng mới.", "New port.")), List.of(), 1);
      index.apply(List.of(entry(1, "Sân bay.", "Airport.")), List.of(), 2);
      assertThat(index.size()).isEqualTo(1);
      assertThat(index.similar(query("Cảng mới.", 70), 5)).isEmpty();
      index.apply(List.of(), List.of(1L), 3);
      assertThat(index.size()).isZero();
    }
  }

  @Test
  void search_wordsOfSourceOrTarget_newestFirstInPages() {
    try (LuceneIndex index = LuceneIndex.open(folder, "test")) {
      index.apply(
          List.of(
              entry(1, "Cảng Lạch Huyện mở rộng.", "Lach Huyen port grows."),
              entry(2, "Cầu mới.", "The bridge at LACH HUYEN port."),
              entry(3, "Huyện Lạch.", "Other order.")),
          List.of(),
          3);
      assertThat(index.search(words("lạch huyện")).ids()).containsExactly(1L);
      assertThat(index.search(words("Lach Huyen")).ids()).containsExactly(2L, 1L);
      assertThat(index.search(words("")).total()).isEqualTo(3);
      Concordance second = new Concordance("Lach Huyen", PAIR, Set.of(PUBLIC), 1, 1);
      assertThat(index.search(second)).isEqualTo(new MemoryIndex.Hits(2, List.of(1L)));
    }
  }

  @Test
  void clear_anything_beginsAnew() {
    try (LuceneIndex index = LuceneIndex.open(folder, "test")) {
      index.apply(List.of(entry(1, "Cảng mới.", "New port.")), List.of(), 7);
      index.clear();
      assertThat(index.position()).isZero();
      assertThat(index.size()).isZero();
    }
  }

  @Test
  void open_folderInUse_isRefused() {
    try (LuceneIndex index = LuceneIndex.open(folder, "test")) {
      assertThat(index.size()).isZero();
      assertThatThrownBy(() -> LuceneIndex.open(folder, "test"))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("in use by another process");
    }
  }

  @Test
  void open_damagedFiles_beginsAnew() throws IOException {
    try (LuceneIndex index = LuceneIndex.open(folder, "test")) {
      index.apply(List.of(entry(1, "Cảng mới.", "New port.")), List.of(), 7);
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(path -> path.toString().contains("segments_")).toList()) {
        Files.write(file, new byte[] {1, 2, 3});
      }
    }
    try (LuceneIndex index = LuceneIndex.open(folder, "test")) {
      assertThat(index.position()).isZero();
      assertThat(index.size()).isZero();
    }
  }

  @Test
  void open_indexOfAnotherMemory_beginsAnew() {
    try (LuceneIndex index = LuceneIndex.open(folder, "test")) {
      index.apply(List.of(entry(1, "Cảng mới.", "New port.")), List.of(), 7);
    }
    try (LuceneIndex index = LuceneIndex.open(folder, "other")) {
      assertThat(index.position()).isZero();
      assertThat(index.size()).isZero();
    }
  }

  /** What was said to be committed is there, all of it, and nothing half. */
  @Test
  void index_ofAProcessThatWasKilled_goesOnFromItsPosition() throws IOException {
    long told = 0;
    for (int kill = 0; kill < 2; kill++) {
      told = killAfter(told + 50);
    }
    try (LuceneIndex index = LuceneIndex.open(folder, "test")) {
      assertThat(index.position()).isGreaterThanOrEqualTo(told);
      assertThat(index.size()).isEqualTo(index.position());
      long next = index.position() + 1;
      index.apply(List.of(IndexingVictim.entry(next)), List.of(), next);
      for (long id : new long[] {1, told / 2, told, next}) {
        assertThat(index.similar(query(IndexingVictim.entry(id).source(), 100), 3)).contains(id);
      }
    }
  }

  /** Kills it (SIGKILL) when it has told of a commit at {@code position} or later. */
  private long killAfter(long position) throws IOException {
    Process victim =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                IndexingVictim.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    long told = 0;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(victim.getInputStream(), StandardCharsets.US_ASCII))) {
      while (told < position) {
        told = Long.parseLong(lines.readLine());
      }
    } finally {
      victim.destroyForcibly().onExit().join();
    }
    return told;
  }
}
