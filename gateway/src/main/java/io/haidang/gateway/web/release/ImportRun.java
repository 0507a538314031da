package io.haidang.gateway.web.release;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.PublicName;
import io.haidang.gateway.QuietFault;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.terms.GlossaryFiles;
import io.haidang.gateway.terms.GlossaryFiles.Imported;
import io.haidang.gateway.terms.ProposalBatches.Batch;
import io.haidang.gateway.web.kit.Texts;
import io.haidang.glossary.io.ImportOptions;
import io.haidang.glossary.io.ImportOptions.OnError;
import io.haidang.glossary.io.LossReport;
import io.haidang.glossary.io.RowError;
import io.haidang.glossary.io.RowProblem;
import io.haidang.glossary.io.TablePreview;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A list that somebody has uploaded: read, looked at, perhaps read again with other options, and
 * proposed. Nothing of it is stored before it is proposed whole.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use; one step at a time.
 */
final class ImportRun {

  private static final Logger LOG = LoggerFactory.getLogger(ImportRun.class);

  private static final int SHOWN_ERRORS = 100;

  private final String fileName;
  private final byte[] file;
  private final ListFormat format;
  private final Instant started;
  private volatile State state;

  ImportRun(String fileName, byte[] file, ListFormat format, Instant started) {
    this.fileName = fileName;
    this.file = file;
    this.format = format;
    this.started = started;
    this.state = State.working(Choices.STANDARD, null);
  }

  /** What is wrong with a row, in the language of the reader. */
  static String words(RowError error, Texts texts) {
    RowProblem problem = error.problem();
    return texts.get(
        "import-problem." + PublicName.of(problem.kind()),
        problem.subject(),
        problem.value(),
        problem.parameter());
  }

  /** Where it is. */
  enum Phase {
    /** A step is being worked on. */
    WORKING,
    /** To be looked at; nothing is proposed. */
    READ,
    PROPOSED,
    /** The file cannot be read. */
    FAILED
  }

  /**
   * How to read the file.
   *
   * @param columns what columns mean, by their header
   * @param validOnly whether concepts without an error are imported when others have one
   */
  record Choices(Map<String, String> columns, boolean validOnly) {

    static final Choices STANDARD = new Choices(Map.of(), false);

    ImportOptions options() {
      return ImportOptions.STANDARD
          .withOnError(validOnly ? OnError.IMPORT_VALID : OnError.IMPORT_NOTHING)
          .withColumns(columns);
    }
  }

  /**
   * What the file holds.
   *
   * @param rows of a table, or concepts of a TBX file
   * @param errors the first unusable rows
   * @param errorCount all of them, as far as they were counted
   */
  record Summary(long rows, List<RowError> errors, int errorCount, LossReport losses, Batch batch) {

    static Summary of(Imported imported) {
      List<RowError> errors = imported.content().errors();
      return new Summary(
          imported.content().rows(),
          List.copyOf(errors.subList(0, Math.min(SHOWN_ERRORS, errors.size()))),
          errors.size(),
          imported.content().losses(),
          imported.batch());
    }

    /** Concepts that would be proposed. */
    int proposals() {
      return batch.created() + batch.changed() + batch.retired();
    }
  }

  /**
   * The run at one moment.
   *
   * @param choices that were used for the summary, or are being used
   * @param bytes read so far
   * @param rows read so far
   * @param table its beginning, as last read, or null when unknown or for TBX
   * @param summary of what was read; null before
   * @param failure why it failed, or null
   */
  record State(
      Phase phase,
      Choices choices,
      long bytes,
      long rows,
      @Nullable TablePreview table,
      @Nullable Summary summary,
      @Nullable GatewayException failure) {

    static State working(Choices choices, @Nullable TablePreview table) {
      return new State(Phase.WORKING, choices, 0, 0, table, null, null);
    }

    State at(long readBytes, long readRows) {
      return new State(phase, choices, readBytes, readRows, table, summary, failure);
    }
  }

  String fileName() {
    return fileName;
  }

  int size() {
    return file.length;
  }

  ListFormat format() {
    return format;
  }

  Instant started() {
    return started;
  }

  State state() {
    return state;
  }

  /**
   * Claims the run for a step, which the caller then takes; a run at work cannot be claimed.
   *
   * @throws GatewayException {@code wrong-state}
   */
  synchronized void begin(Choices choices) {
    State present = state;
    if (present.phase() == Phase.WORKING || present.phase() == Phase.PROPOSED) {
      throw new GatewayException(
          ErrorCode.WRONG_STATE, "import: at work or done (expected: one that was looked at)");
    }
    state = State.working(choices, present.table());
  }

  /** Reads the file with the claimed choices; blocks for as long as that takes. */
  void read(GlossaryFiles files) {
    step(files, Phase.READ, options -> files.preview(file, format.format(), options));
  }

  /** Reads the file once more and proposes what is new in it, whole; blocks. */
  void propose(GlossaryFiles files, String comment, Account proposer) {
    step(
        files,
        Phase.PROPOSED,
        options -> files.propose(file, format.format(), options, comment, proposer));
  }

  private void step(GlossaryFiles files, Phase next, Step step) {
    ImportOptions options = state.choices().options().withProgress(this::progress);
    try {
      Imported imported = step.take(options);
      end(next, imported.table(), Summary.of(imported), null);
    } catch (GatewayException e) {
      end(Phase.FAILED, beginning(files, options), null, e);
    } catch (RuntimeException e) {
      LOG.error("import of a list", QuietFault.of(e));
      GatewayException failure = new GatewayException(ErrorCode.INTERNAL, "import: broken");
      end(Phase.FAILED, null, null, failure);
    }
  }

  private void progress(long bytes, long rows) {
    state = state.at(bytes, rows);
  }

  /** So that somebody can say what the columns mean when that was what went wrong. */
  private @Nullable TablePreview beginning(GlossaryFiles files, ImportOptions options) {
    try {
      return files.table(file, format.format(), options);
    } catch (GatewayException e) {
      return null; // Not even that much of a table.
    }
  }

  private void end(
      Phase phase,
      @Nullable TablePreview table,
      @Nullable Summary summary,
      @Nullable GatewayException failure) {
    state = new State(phase, state.choices(), file.length, state.rows(), table, summary, failure);
  }

  @FunctionalInterface
  private interface Step {
    Imported take(ImportOptions options);
  }
}
