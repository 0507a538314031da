package io.haidang.glossary.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.haidang.glossary.io.ImportOptions.OnError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that mean harm, or are merely broken; the directory only grows. */
class HostileFilesTest {

  private static final long SEED = 20261125;

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(directory())) {
      return files.filter(file -> !file.endsWith("expected.txt")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void read_hostileFile_importsNothingOfABadConcept(Path file) throws IOException {
    try {
      ImportResult all = read(file, OnError.IMPORT_NOTHING);
      assertThat(all.concepts().isEmpty()).isEqualTo(!all.errors().isEmpty() || all.rows() == 0);
      assertThat(read(file, OnError.IMPORT_VALID).errors()).isEqualTo(all.errors());
    } catch (GlossaryFormatException e) {
      assertThat(e.line()).isPositive();
      assertThat(e).hasMessageMatching("(?s)line \\d+(, column \\d+)?: .+ \\(expected: .+\\)");
      assertThat(e.getMessage()).hasSizeLessThan(250).doesNotContain("root:x");
    }
  }

  /** Name of the file, then what is said about it. */
  @ParameterizedTest
  @CsvFileSource(resources = "hostile/expected.txt", delimiter = '|', quoteCharacter = '`')
  void read_hostileFile_saysWhereAndWhy(String name, String expected) throws IOException {
    assertThat(said(directory().resolve(name))).isEqualTo(expected);
  }

  private static String said(Path file) throws IOException {
    try {
      List<RowError> errors = read(file, OnError.IMPORT_NOTHING).errors();
      return errors.isEmpty()
          ? "imported"
          : errors.get(0).line() + ":" + errors.get(0).column() + " " + errors.get(0).message();
    } catch (GlossaryFormatException e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Test
  void read_endlessFile_isRefusedAtTheLimit() {
    byte[] entry =
        "<conceptEntry id='a'><note>0123456789</note></conceptEntry>\n"
            .getBytes(StandardCharsets.UTF_8);
    byte[] head =
        "<tbx xmlns='urn:iso:std:iso:30042:ed-2'><text><body>\n".getBytes(StandardCharsets.UTF_8);
    ImportLimits limits = new ImportLimits(20L << 20, 10_000_000, 10, 100, 10_000_000);
    EndlessStream file = new EndlessStream(head, entry);

    assertThatThrownBy(
            () ->
                GlossaryImporter.read(
                    file, GlossaryFormat.TBX_DCA, ImportOptions.STANDARD.withLimits(limits)))
        .isInstanceOf(GlossaryFormatException.class)
        .hasMessageMatching(
            "line \\d+, column \\d+: size: over the limit \\(expected: a smaller file\\)");
    assertThat(file.given).isLessThan(21L << 20);
  }

  /** Sound entries, but 200 MB of them: nothing of the many that were read is imported. */
  @ParameterizedTest
  @EnumSource(OnError.class)
  void read_200MegabytesOfTbx_isRefusedAtTheStandardLimit(OnError onError) {
    TbxOf200Megabytes file = new TbxOf200Megabytes();

    assertThatThrownBy(
            () ->
                GlossaryImporter.read(
                    file, GlossaryFormat.TBX_DCA, ImportOptions.STANDARD.withOnError(onError)))
        .isInstanceOf(GlossaryFormatException.class)
        .hasMessageMatching(
            "line \\d{5}, column \\d+: size: over the limit \\(expected: a smaller file\\)");
    assertThat(file.given).isBetween(128L << 20, 129L << 20);
  }

  @Test
  void read_endlessRow_isRefusedAtTheLimit() {
    EndlessStream file =
        new EndlessStream(
            "vi,en\n\"".getBytes(StandardCharsets.UTF_8), "a\n".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(
            () -> GlossaryImporter.read(file, GlossaryFormat.CSV, ImportOptions.STANDARD))
        .isInstanceOf(GlossaryFormatException.class)
        .hasMessageStartingWith("line 2: ");
    assertThat(file.given).isLessThan(8L << 20);
  }

  /** Single bytes changed at random: whatever comes of it, it is one of the two answers. */
  @ParameterizedTest
  @MethodSource("files")
  void read_damagedFile_isReadOrRefused(Path file) throws IOException {
    byte[] original = Files.readAllBytes(file);
    Random random = new Random(SEED);
    for (int i = 0; i < 20 && original.length > 0 && original.length < 20_000; i++) {
      byte[] damaged = original.clone();
      for (int j = 1 + random.nextInt(4); j > 0; j--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      try {
        GlossaryImporter.read(
            new ByteArrayInputStream(damaged), format(file), ImportOptions.STANDARD);
      } catch (GlossaryFormatException e) {
        assertThat(e.line()).isPositive();
      } catch (RuntimeException e) {
        fail("seed " + SEED + ", round " + i, e);
      }
    }
  }

  private static ImportResult read(Path file, OnError onError) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return GlossaryImporter.read(in, format(file), ImportOptions.STANDARD.withOnError(onError));
    }
  }

  private static GlossaryFormat format(Path file) {
    String name = file.toString();
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return switch (ending) {
      case "csv" -> GlossaryFormat.CSV;
      case "xlsx" -> GlossaryFormat.XLSX;
      default -> GlossaryFormat.TBX_DCA;
    };
  }

  private static Path directory() {
    try {
      return Path.of(HostileFilesTest.class.getResource("hostile/expected.txt").toURI())
          .resolveSibling(".")
          .normalize();
    } catch (URISyntaxException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }

  /** Sound entries of about 10 KB, each with an id of its own. */
  private static final class TbxOf200Megabytes extends InputStream {

    private static final int ENTRIES = 20_000;

    private byte[] part =
        "<tbx xmlns='urn:iso:std:iso:30042:ed-2'><text><body>\n".getBytes(StandardCharsets.UTF_8);
    private int position;
    private int entries;
    private long given;

    @Override
    public int read() {
      if (position == part.length && entries < ENTRIES) {
        part = entry(entries++);
        position = 0;
      }
      given++;
      return position < part.length ? part[position++] : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      for (int i = 0; i < length; i++) {
        int value = read();
        if (value < 0) {
          return i == 0 ? -1 : i;
        }
        buffer[offset + i] = (byte) value;
      }
      return length;
    }

    private static byte[] entry(int number) {
      return ("<conceptEntry id='c%d'><note>%s</note><langSec xml:lang='vi'><termSec>"
              + "<term>Name %d</term></termSec></langSec></conceptEntry>\n")
          .formatted(number, "n".repeat(10_000), number)
          .getBytes(StandardCharsets.UTF_8);
    }
  }

  /** A head, then the same bytes again and again. */
  private static final class EndlessStream extends InputStream {

    private final byte[] head;
    private final byte[] body;
    private long given;

    EndlessStream(byte[] head, byte[] body) {
      this.head = head;
      this.body = body;
    }

    @Override
    public int read() {
      long at = given++;
      return at < head.length ? head[(int) at] : body[(int) ((at - head.length) % body.length)];
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      for (int i = 0; i < length; i++) {
        buffer[offset + i] = (byte) read();
      }
      return length;
    }
  }
}
