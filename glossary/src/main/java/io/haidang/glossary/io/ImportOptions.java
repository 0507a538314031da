package io.haidang.glossary.io;

import java.util.Map;

/**
 * How to read a file.
 *
 * @param onError what to do when some of it is unusable
 * @param columns what the columns of a table mean, by their header; overrides what is recognised;
 *     values as {@link TablePreview#columns} gives them, or {@code skip}
 * @param limits after which the file is refused
 * @param progress told now and then how far it is
 */
public record ImportOptions(
    OnError onError, Map<String, String> columns, ImportLimits limits, Progress progress) {

  /** All or nothing, columns as recognised, standard limits. */
  public static final ImportOptions STANDARD =
      new ImportOptions(OnError.IMPORT_NOTHING, Map.of(), ImportLimits.STANDARD, (b, r) -> {});

  public ImportOptions {
    columns = Map.copyOf(columns);
  }

  public ImportOptions withOnError(OnError choice) {
    return new ImportOptions(choice, columns, limits, progress);
  }

  public ImportOptions withColumns(Map<String, String> meanings) {
    return new ImportOptions(onError, meanings, limits, progress);
  }

  public ImportOptions withLimits(ImportLimits bounds) {
    return new ImportOptions(onError, columns, bounds, progress);
  }

  public ImportOptions withProgress(Progress listener) {
    return new ImportOptions(onError, columns, limits, listener);
  }

  /** What to do with a file that is in part unusable. */
  public enum OnError {
    /** One error, and nothing is imported. */
    IMPORT_NOTHING,
    /** Concepts without an error are imported; one with a bad row is left out whole. */
    IMPORT_VALID
  }

  /** Told how far the reading is, at most once for every thousand rows; called by the reader. */
  public interface Progress {
    /**
     * Shows how far it is.
     *
     * @param bytes of the file read so far
     * @param rows of a table, or concepts, read so far
     */
    void read(long bytes, long rows);
  }
}
