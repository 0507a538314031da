package io.haidang.translation.document.pdf;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.haidang.translation.document.DocumentException;
import io.haidang.translation.document.DocumentException.Reason;
import io.haidang.translation.document.InlineCodes;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * Recognises the text of pictures with the {@code tesseract} command and its Vietnamese data, when
 * both are installed ({@code tesseract-ocr-vie} in Debian).
 *
 * <p><b>Blocking:</b> waits for the command, at most two minutes for a page.
 */
final class Tesseract {

  private static final String COMMAND = "tesseract";
  private static final String LANGUAGE = "vie";
  private static final long PATIENCE_SECONDS = 120;

  /** Words below are marked; in percent, as the command gives it. */
  private static final float UNSURE = 70;

  /** Columns of its table. */
  private static final int BLOCK = 2;

  private static final int PARAGRAPH = 3;
  private static final int CONFIDENCE = 10;
  private static final int TEXT = 11;

  /** What the first column says of a row that is a word. */
  private static final String WORD = "5";

  /**
   * What was read off a picture.
   *
   * @param confidence mean of the words, in percent
   */
  record Page(List<Paragraphs.Paragraph> paragraphs, int confidence) {}

  /** A word, and the number of its paragraph on the page. */
  private record Word(String paragraph, float confidence, String text) {}

  private static final RecognisedPages LATELY = new RecognisedPages();

  private final String path;

  /** Looks for the command where the system looks for commands. */
  Tesseract() {
    this(Optional.ofNullable(System.getenv("PATH")).orElse(""));
  }

  /**
   * Looks for the command elsewhere.
   *
   * @param path folders
   */
  Tesseract(String path) {
    this.path = path;
  }

  /** Whether the command is there and has Vietnamese data. */
  static boolean isInstalled() {
    Optional<String> program = new Tesseract().program();
    if (program.isEmpty()) {
      return false;
    }
    try {
      Process list =
          new ProcessBuilder(program.get(), "--list-langs").redirectErrorStream(true).start();
      return new String(list.getInputStream().readAllBytes(), UTF_8)
          .lines()
          .anyMatch(LANGUAGE::equals);
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Reads a picture.
   *
   * @param number of the page, for messages
   * @throws DocumentException when nothing is installed that reads it, or it takes too long
   */
  Page read(BufferedImage picture, int number) {
    String program = program().orElseThrow(() -> missing(number));
    byte[] png = png(picture);
    String key = RecognisedPages.key(png);
    Optional<Page> known = LATELY.find(key);
    return known.isPresent() ? known.get() : recognise(program, png, key, number);
  }

  private static byte[] png(BufferedImage picture) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException("in memory", e);
    }
    return png.toByteArray();
  }

  private static Page recognise(String program, byte[] png, String key, int number) {
    Path folder = null;
    try {
      folder = Files.createTempDirectory("haidang-page");
      Path image = Files.write(folder.resolve("page.png"), png);
      Page page = page(words(run(program, image, number)));
      LATELY.put(key, page);
      return page;
    } catch (IOException e) {
      throw missing(number);
    } finally {
      delete(folder);
    }
  }

  private Optional<String> program() {
    return Stream.of(path.split(File.pathSeparator, -1))
        .map(folder -> Path.of(folder, COMMAND))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }

  private static List<String> run(String program, Path image, int number) throws IOException {
    Path table = image.resolveSibling("page.tsv");
    ProcessBuilder builder =
        new ProcessBuilder(program, image.toString(), "stdout", "-l", LANGUAGE, "--psm", "3", "tsv")
            .redirectOutput(table.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("OMP_THREAD_LIMIT", "1"); // More threads make it slower.
    Process process = builder.start();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new DocumentException(
            Reason.TOO_LARGE,
            "document.page "
                + number
                + ": not recognised within "
                + PATIENCE_SECONDS
                + " s (expected: a page of text)");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw missing(number);
    } finally {
      process.destroyForcibly();
    }
    if (process.exitValue() != 0) {
      throw missing(number);
    }
    return Files.readAllLines(table, UTF_8);
  }

  private static List<Word> words(List<String> table) {
    List<Word> words = new ArrayList<>();
    for (String row : table) {
      String[] cells = row.split("\t", TEXT + 1);
      if (cells.length > TEXT && cells[0].equals(WORD) && !cells[TEXT].isBlank()) {
        words.add(word(cells));
      }
    }
    return words;
  }

  private static Word word(String[] cells) {
    return new Word(
        cells[BLOCK] + "." + cells[PARAGRAPH],
        Float.parseFloat(cells[CONFIDENCE]),
        Normalizer.normalize(cells[TEXT].strip(), Normalizer.Form.NFC));
  }

  private static Page page(List<Word> words) {
    List<Paragraphs.Paragraph> paragraphs = new ArrayList<>();
    int from = 0;
    for (int to = 1; to <= words.size(); to++) {
      if (to == words.size() || !words.get(to).paragraph.equals(words.get(from).paragraph)) {
        paragraphs.add(paragraph(words.subList(from, to)));
        from = to;
      }
    }
    double confidence = words.stream().mapToDouble(Word::confidence).average().orElse(0);
    return new Page(paragraphs, (int) Math.round(confidence));
  }

  private static Paragraphs.Paragraph paragraph(List<Word> words) {
    String text =
        words.stream()
            .map(
                word -> {
                  String escaped = InlineCodes.escape(word.text);
                  return word.confidence < UNSURE ? Codes.unsure(escaped) : escaped;
                })
            .collect(Collectors.joining(" "));
    return new Paragraphs.Paragraph(Codes.renumber(text), 0);
  }

  private static void delete(@Nullable Path folder) {
    if (folder == null) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      // The system clears its temporary folder.
    }
  }

  private static DocumentException missing(int page) {
    return new DocumentException(
        Reason.SCANNED,
        "document.page "
            + page
            + ": a picture (expected: a text layer, or the program tesseract with Vietnamese data"
            + " on the server)");
  }
}
