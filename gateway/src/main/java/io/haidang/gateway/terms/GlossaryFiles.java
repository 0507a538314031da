package io.haidang.gateway.terms;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.terms.ProposalBatches.Batch;
import io.haidang.glossary.io.GlossaryExporter;
import io.haidang.glossary.io.GlossaryFormat;
import io.haidang.glossary.io.GlossaryFormatException;
import io.haidang.glossary.io.GlossaryImporter;
import io.haidang.glossary.io.ImportOptions;
import io.haidang.glossary.io.ImportResult;
import io.haidang.glossary.io.LossReport;
import io.haidang.glossary.io.TablePreview;
import io.haidang.translation.review.Role;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lists of terms in and out.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL, and reading a file of a
 * hundred thousand rows takes some seconds.
 */
public final class GlossaryFiles {

  private static final int PREVIEW_ROWS = 10;
  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

  private final ProposalBatches batches;
  private final Releases releases;

  GlossaryFiles(ProposalBatches batches, Releases releases) {
    this.batches = batches;
    this.releases = releases;
  }

  /**
   * What a file holds and what became of it.
   *
   * @param table its beginning, or null for TBX
   * @param batch what is proposed, or would be
   */
  public record Imported(@Nullable TablePreview table, ImportResult content, Batch batch) {}

  /**
   * Reads a file and says what {@link #propose} would do; stores nothing.
   *
   * @throws GatewayException {@code unreadable-glossary}, {@code invalid-request} for a text that
   *     is unfit
   */
  public Imported preview(byte[] file, GlossaryFormat format, ImportOptions options) {
    ImportResult content = read(file, format, options);
    return new Imported(table(file, format, options), content, batches.compare(content.concepts()));
  }

  /**
   * Reads a file and proposes what is new in it, as one batch. With errors and {@code
   * IMPORT_NOTHING} nothing is proposed.
   *
   * @throws GatewayException as {@link #preview}, and {@code not-permitted}
   */
  public Imported propose(
      byte[] file, GlossaryFormat format, ImportOptions options, String comment, Account proposer) {
    proposer.require(Role.TERMINOLOGIST);
    ImportResult content = read(file, format, options);
    Batch batch = batches.propose(content.concepts(), comment, proposer);
    return new Imported(table(file, format, options), content, batch);
  }

  private static ImportResult read(byte[] file, GlossaryFormat format, ImportOptions options) {
    return reading(in -> GlossaryImporter.read(in, format, options), file);
  }

  /**
   * The beginning of a table, also of one that cannot be imported before somebody says what its
   * columns mean.
   *
   * @return null for TBX
   * @throws GatewayException {@code unreadable-glossary}
   */
  public @Nullable TablePreview table(byte[] file, GlossaryFormat format, ImportOptions options) {
    return format.isTbx()
        ? null
        : reading(in -> GlossaryImporter.preview(in, format, options, PREVIEW_ROWS), file);
  }

  private static <T> T reading(Reader<T> reader, byte[] file) {
    try (InputStream in = new ByteArrayInputStream(file)) {
      return reader.read(in);
    } catch (GlossaryFormatException e) {
      throw new GatewayException(
          ErrorCode.UNREADABLE_GLOSSARY,
          String.valueOf(e.getMessage()),
          Map.of("line", e.line(), "column", e.column()));
    } catch (IOException e) {
      throw new GatewayException(
          ErrorCode.UNREADABLE_GLOSSARY, "file: broken (expected: one of the format)");
    }
  }

  /**
   * Writes a release.
   *
   * @param out which the caller closes
   * @return what the format has no place for
   * @throws GatewayException {@code not-found}
   * @throws IOException when {@code out} cannot be written
   */
  public LossReport export(int release, GlossaryFormat format, OutputStream out)
      throws IOException {
    return GlossaryExporter.write(releases.concepts(release), format, VIETNAMESE, out);
  }

  @FunctionalInterface
  private interface Reader<T> {
    T read(InputStream in) throws IOException;
  }
}
