package io.haidang.translation.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.translation.document.DocumentException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every filter keeps to, over the files that lie beside its test: {@code samples/} are read
 * and written back, {@code hostile/} are refused for the reason that their name begins with, such
 * as {@code too-deep-divs.html}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class DocumentFilterContract {

  protected static final Locale VI = Locale.forLanguageTag("vi");

  /** What is left when nothing is changed; every byte unless a format cannot promise that. */
  protected void assertUnchanged(byte[] source, byte[] merged) throws IOException {
    assertThat(merged).isEqualTo(source);
  }

  /** With which options the samples are read. */
  protected FilterOptions options(Path sample) {
    return FilterOptions.DEFAULT;
  }

  /** Damages a document in one way or another; formats with an inside damage that as well. */
  protected byte[] mutate(byte[] content, Random random) throws IOException {
    return Mutation.of(content, random);
  }

  /** How often each sample is damaged; fewer times where there are many samples. */
  protected int mutations() {
    return 120;
  }

  @Test
  void corpus_isThere() {
    assertThat(samples()).isNotEmpty();
    assertThat(hostile()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void sample_unchangedSegments_givesItselfBack(Path sample) throws IOException {
    byte[] content = Files.readAllBytes(sample);
    SegmentedDocument document =
        SegmentedDocument.read(format(sample), content, VI, options(sample));

    assertUnchanged(content, document.merge(document.segments(), MergeOptions.of(VI)));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void sample_otherWords_areReadBackWithEveryCode(Path sample) throws IOException {
    List<String> changed = changed(sample, text -> text.toUpperCase(Locale.ROOT));

    assertThat(texts(merged(sample, changed), sample)).isEqualTo(changed);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void sample_lostCodes_keepEveryWord(Path sample) throws IOException {
    List<String> changed = changed(sample, InlineCodes::strip);

    assertThat(letters(texts(merged(sample, changed), sample))).isEqualTo(letters(changed));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void sample_doubledAndCrossedCodes_keepEveryWord(Path sample) throws IOException {
    List<String> changed = changed(sample, DocumentFilterContract::confuse);

    assertThat(letters(texts(merged(sample, changed), sample))).isEqualTo(letters(changed));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void sample_mutated_isReadOrRefused(Path sample) throws IOException {
    byte[] content = Files.readAllBytes(sample);
    DocumentFormat format = format(sample);
    Random random = new Random(20_261_130);
    for (int i = 0; i < mutations(); i++) {
      byte[] mutation = mutate(content, random);
      try {
        SegmentedDocument document = SegmentedDocument.read(format, mutation, VI, options(sample));
        document.merge(document.segments(), MergeOptions.of(VI));
      } catch (DocumentException e) {
        assertThat(e).hasMessageContaining("(expected: ");
      } catch (RuntimeException e) {
        throw new AssertionError("mutation " + i + " of " + sample.getFileName(), e);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void hostile_file_isRefused(Path file) throws IOException {
    byte[] content = Files.readAllBytes(file);
    String name = file.getFileName().toString();

    assertThatThrownBy(
            () ->
                SegmentedDocument.read(
                    DocumentFormats.detect(name, content), content, VI, FilterOptions.DEFAULT))
        .isInstanceOfSatisfying(
            DocumentException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(reason(name));
              assertThat(e).hasMessageContaining("(expected: ");
            });
  }

  protected final Stream<Path> samples() {
    return files("samples");
  }

  protected final Stream<Path> hostile() {
    return files("hostile");
  }

  private Stream<Path> files(String folder) {
    URL place = getClass().getResource(folder);
    if (place == null) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.list(Path.of(URI.create(place.toString())))) {
      return files.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DocumentFormat format(Path file) throws IOException {
    return DocumentFormats.detect(file.getFileName().toString(), Files.readAllBytes(file));
  }

  private DocumentSkeleton open(Path sample) throws IOException {
    return DocumentFormats.open(format(sample), Files.readAllBytes(sample), options(sample));
  }

  private List<String> changed(Path sample, UnaryOperator<String> change) throws IOException {
    return open(sample).units().stream().map(unit -> change.apply(unit.text())).toList();
  }

  private byte[] merged(Path sample, List<String> texts) throws IOException {
    return open(sample).merge(texts, MergeOptions.of(VI));
  }

  /** What a merged sample says now; formats that keep the source beside it have to look there. */
  protected List<String> texts(byte[] merged, Path sample) throws IOException {
    return DocumentFormats.open(format(sample).writtenAs(), merged, options(sample))
        .units()
        .stream()
        .map(TextUnit::text)
        .toList();
  }

  /** Where a paragraph in a paragraph comes, and where words end, may depend on codes. */
  private static String letters(List<String> texts) {
    return InlineCodes.strip(String.join(" ", texts))
        .codePoints()
        .filter(c -> !Character.isWhitespace(c))
        .sorted()
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** The same words with every code twice, the last ones first. */
  private static String confuse(String text) {
    CodedText coded = CodedText.parse(text);
    StringBuilder confused = new StringBuilder();
    for (int i = coded.codes().size() - 1; i >= 0; i--) {
      String code = coded.codes().get(i).text();
      confused.append(code).append(code);
    }
    return confused.append(coded.plain()).toString();
  }

  private static Reason reason(String name) {
    return Arrays.stream(Reason.values())
        .filter(reason -> name.startsWith(id(reason) + "-"))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " (expected: a reason first)"));
  }

  private static String id(Reason reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
